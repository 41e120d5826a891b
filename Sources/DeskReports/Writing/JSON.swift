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
  package mutating func key(named name: String, to output: inout Output) {
    string(name, to: &output)
    output.write(0x3A)
    needsComma = false
  }

  /// Writes a member's name of plain ASCII letters; its value comes next.
  @inline(__always)
  package mutating func key(_ name: StaticString, to output: inout Output) {
    let comma = needsComma
    needsComma = false
    let length = name.utf8CodeUnitCount
    output.write(atMost: length + 4) { place in
      var at = 0
      if comma {
        place[0] = 0x2C
        at = 1
      }
      place[at] = 0x22
      for index in 0..<length { place[at + 1 + index] = name.utf8Start[index] }
      place[at + 1 + length] = 0x22
      place[at + 2 + length] = 0x3A
      return at + 3 + length
    }
  }

  package mutating func string(_ text: String, to output: inout Output) {
    let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { bytes($0, to: &output) }
    guard isWritten == nil else { return }
    var text = text
    text.withUTF8 { bytes($0, to: &output) }
  }

  mutating func string(_ text: Text, to output: inout Output) {
    text.utf8.withUnsafeBufferPointer { bytes($0, to: &output) }
  }

  /// Writes the words at a place of a text.
  mutating func string(_ text: Text, _ place: Extent<Unit.Byte>, to output: inout Output) {
    text.utf8.withUnsafeBufferPointer {
      bytes(UnsafeBufferPointer(rebasing: $0[place.range]), to: &output)
    }
  }

  /// Writes whole members as they stand, without the comma before them.
  mutating func members(asWritten bytes: [UInt8], to output: inout Output) {
    comma(to: &output)
    output.write(contentsOf: bytes)
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
  mutating func bytes(_ utf8: UnsafeBufferPointer<UInt8>, to output: inout Output) {
    let comma = needsComma
    needsComma = true
    var special = JSONBytes.special(in: utf8, from: 0)
    // Nearly all strings have nothing to escape.
    if special == utf8.count {
      return output.write(atMost: utf8.count + 3) { place in
        var at = 0
        if comma {
          place[0] = 0x2C
          at = 1
        }
        place[at] = 0x22
        let end =
          UnsafeMutableBufferPointer(rebasing: place[(at + 1)...])
          .update(fromContentsOf: utf8) + at + 1
        place[end] = 0x22
        return end + 1
      }
    }
    if comma { output.write(0x2C) }
    output.write(0x22)
    var start = 0
    while special < utf8.count {
      output.write(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<special]))
      Self.writeEscaped(utf8[special], to: &output)
      start = special + 1
      special = JSONBytes.special(in: utf8, from: start)
    }
    output.write(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    output.write(0x22)
  }

  private static func writeEscaped(_ byte: UInt8, to output: inout Output) {
    output.write(0x5C)
    switch byte {
    case 0x22, 0x5C: output.write(byte)
    case 0x0A: output.write(0x6E)
    case 0x0D: output.write(0x72)
    case 0x09: output.write(0x74)
    default:
      output.write("u00")
      output.write(byte < 0x10 ? 0x30 : 0x31)
      output.write(digits[Int(byte & 15)])
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)
}

extension JSONWriter {
  package mutating func member(_ name: StaticString, _ value: String?, to output: inout Output) {
    key(name, to: &output)
    if let value { string(value, to: &output) } else { null(to: &output) }
  }

  package mutating func member(_ name: StaticString, _ value: Int, to output: inout Output) {
    key(name, to: &output)
    needsComma = true
    output.write(number: value)
  }

  package mutating func member(_ name: StaticString, _ value: Bool, to output: inout Output) {
    key(name, to: &output)
    bool(value, to: &output)
  }

  package mutating func member(
    _ name: StaticString, _ value: Double?, digits: Int, to output: inout Output
  ) {
    key(name, to: &output)
    if let value { number(value, digits: digits, to: &output) } else { null(to: &output) }
  }

  package mutating func member(_ name: StaticString, _ values: [String], to output: inout Output) {
    key(name, to: &output)
    beginArray(to: &output)
    for value in values { string(value, to: &output) }
    endArray(to: &output)
  }
}

/// Members whose names are no letters of the program: columns, outlets, coders.
extension JSONWriter {
  package mutating func member(named name: String, _ value: String?, to output: inout Output) {
    key(named: name, to: &output)
    if let value { string(value, to: &output) } else { null(to: &output) }
  }

  package mutating func member(
    named name: String, _ value: Double?, digits: Int, to output: inout Output
  ) {
    key(named: name, to: &output)
    if let value { number(value, digits: digits, to: &output) } else { null(to: &output) }
  }

  package mutating func member(named name: String, _ values: [String], to output: inout Output) {
    key(named: name, to: &output)
    beginArray(to: &output)
    for value in values { string(value, to: &output) }
    endArray(to: &output)
  }
}
