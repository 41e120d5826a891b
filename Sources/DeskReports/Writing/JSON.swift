import DeskText

/// Writes JSON to an output, value by value, with commas where they belong.
package struct JSONWriter {
  private var needsComma = false

  package init() {}

  package mutating func open(_ bracket: UInt8, to output: inout Output) {
    comma(to: &output)
    output.write(bracket)
    needsComma = false
  }

  package mutating func close(_ bracket: UInt8, to output: inout Output) {
    output.write(bracket)
    needsComma = true
  }

  package mutating func beginObject(to output: inout Output) { open(0x7B, to: &output) }
  package mutating func endObject(to output: inout Output) { close(0x7D, to: &output) }
  package mutating func beginArray(to output: inout Output) { open(0x5B, to: &output) }
  package mutating func endArray(to output: inout Output) { close(0x5D, to: &output) }

  /// Writes a member's name; its value comes next.
  package mutating func key(_ name: String, to output: inout Output) {
    string(name, to: &output)
    output.write(0x3A)
    needsComma = false
  }

  package mutating func string(_ text: String, to output: inout Output) {
    var text = text
    text.withUTF8 { bytes($0, to: &output) }
  }

  mutating func string(_ text: Text, to output: inout Output) {
    text.utf8.withUnsafeBufferPointer { bytes($0, to: &output) }
  }

  package mutating func number(_ number: Int, to output: inout Output) {
    comma(to: &output)
    output.write(number: number)
  }

  package mutating func number(_ number: Double, digits: Int, to output: inout Output) {
    comma(to: &output)
    output.write(number, digits: digits)
  }

  package mutating func bool(_ value: Bool, to output: inout Output) {
    comma(to: &output)
    output.write(value ? "true" : "false")
  }

  package mutating func null(to output: inout Output) {
    comma(to: &output)
    output.write("null")
  }

  private mutating func comma(to output: inout Output) {
    if needsComma { output.write(0x2C) }
    needsComma = true
  }

  /// Writes valid UTF-8 as a JSON string, whole stretches at once.
  private mutating func bytes(_ utf8: UnsafeBufferPointer<UInt8>, to output: inout Output) {
    comma(to: &output)
    output.write(0x22)
    var start = 0
    for (index, byte) in utf8.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
      output.write(contentsOf: utf8[start..<index])
      start = index + 1
      output.write(0x5C)
      switch byte {
      case 0x22, 0x5C: output.write(byte)
      case 0x0A: output.write(0x6E)
      case 0x0D: output.write(0x72)
      case 0x09: output.write(0x74)
      default:
        output.write("u00")
        output.write(byte < 0x10 ? 0x30 : 0x31)
        output.write(Self.digits[Int(byte & 15)])
      }
    }
    output.write(contentsOf: utf8[start...])
    output.write(0x22)
  }

  private static let digits = Array("0123456789abcdef".utf8)
}

extension JSONWriter {
  package mutating func member(_ name: String, _ value: String?, to output: inout Output) {
    key(name, to: &output)
    if let value { string(value, to: &output) } else { null(to: &output) }
  }

  package mutating func member(_ name: String, _ value: Int, to output: inout Output) {
    key(name, to: &output)
    number(value, to: &output)
  }

  package mutating func member(_ name: String, _ value: Bool, to output: inout Output) {
    key(name, to: &output)
    bool(value, to: &output)
  }

  package mutating func member(
    _ name: String, _ value: Double?, digits: Int, to output: inout Output
  ) {
    key(name, to: &output)
    if let value { number(value, digits: digits, to: &output) } else { null(to: &output) }
  }

  package mutating func member(_ name: String, _ values: [String], to output: inout Output) {
    key(name, to: &output)
    beginArray(to: &output)
    for value in values { string(value, to: &output) }
    endArray(to: &output)
  }
}
