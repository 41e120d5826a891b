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
    output.write(atMost: Self.room(for: name)) { Self.put(name, comma, at: $0) }
  }

  /// How many bytes a member's name takes at most, with what stands round it.
  @inline(__always)
  private static func room(for name: StaticString) -> Int { name.utf8CodeUnitCount + 4 }

  @inline(__always)
  private static func put(
    _ name: StaticString, _ comma: Bool, at place: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let length = name.utf8CodeUnitCount
    var at = 0
    if comma {
      place[0] = 0x2C
      at = 1
    }
    place[at] = 0x22
    (place + at + 1).update(from: name.utf8Start, count: length)
    place[at + 1 + length] = 0x22
    place[at + 2 + length] = 0x3A
    return at + 3 + length
  }

  package mutating func string(_ text: String, to output: inout Output) {
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
  mutating func members(
    asWritten bytes: UnsafeBufferPointer<UInt8>, to output: inout Output
  ) {
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

  /// Writes valid UTF-8 as a JSON string, a long one piece by piece.
  mutating func bytes(_ utf8: UnsafeBufferPointer<UInt8>, to output: inout Output) {
    guard utf8.count > Self.pieceSize else {
      let comma = needsComma
      needsComma = true
      return output.write(atMost: Self.room(for: utf8) + 1) { place in
        if comma { place[0] = 0x2C }
        let at = comma ? 1 : 0
        return at + Self.put(utf8, at: place + at)
      }
    }
    comma(to: &output)
    output.write(0x22)
    for start in stride(from: 0, to: utf8.count, by: Self.pieceSize) {
      let piece = UnsafeBufferPointer(
        rebasing: utf8[start..<min(start + Self.pieceSize, utf8.count)])
      output.write(atMost: Self.room(for: piece)) { Self.putEscaped(piece, at: $0) }
    }
    output.write(0x22)
  }

  /// Room is made for a piece as if all of it were escaped.
  private static let pieceSize = 1 << 10

  /// How many bytes a string takes at most, its quotation marks included.
  @inline(__always)
  private static func room(for utf8: UnsafeBufferPointer<UInt8>) -> Int { utf8.count * 6 + 2 }

  /// Puts a string in quotation marks at a place, and says how many bytes it takes.
  @inline(__always)
  private static func put(
    _ utf8: UnsafeBufferPointer<UInt8>, at place: UnsafeMutablePointer<UInt8>
  ) -> Int {
    place[0] = 0x22
    let end = 1 + putEscaped(utf8, at: place + 1)
    place[end] = 0x22
    return end + 1
  }

  /// Puts what a string means at a place, eight bytes at a step while none has to be escaped.
  private static func putEscaped(
    _ utf8: UnsafeBufferPointer<UInt8>, at place: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let from = UnsafeRawBufferPointer(utf8)
    var index = 0
    var at = 0
    while index + 8 <= from.count {
      let word = from.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      UnsafeMutableRawPointer(place + at).storeBytes(of: word, as: UInt64.self)
      let plain = JSONBytes.plainCount(in: word)
      index += plain
      at += plain
      if plain < 8 {
        at += putEscape(from[index], at: place + at)
        index += 1
      }
    }
    while index < from.count {
      if JSONBytes.isPlain(from[index]) {
        place[at] = from[index]
        at += 1
      } else {
        at += putEscape(from[index], at: place + at)
      }
      index += 1
    }
    return at
  }

  private static func putEscape(_ byte: UInt8, at place: UnsafeMutablePointer<UInt8>) -> Int {
    place[0] = 0x5C
    switch byte {
    case 0x22, 0x5C: place[1] = byte
    case 0x0A: place[1] = 0x6E
    case 0x0D: place[1] = 0x72
    case 0x09: place[1] = 0x74
    default:
      place[1] = 0x75
      place[2] = 0x30
      place[3] = 0x30
      place[4] = byte < 0x10 ? 0x30 : 0x31
      place[5] = byte & 15 < 10 ? 0x30 + byte & 15 : 0x57 + byte & 15
      return 6
    }
    return 2
  }
}

extension JSONWriter {
  package mutating func member(_ name: StaticString, _ value: String?, to output: inout Output) {
    guard var value else {
      key(name, to: &output)
      return null(to: &output)
    }
    value.withUTF8 { utf8 in
      guard utf8.count <= Self.pieceSize else {
        key(name, to: &output)
        return bytes(utf8, to: &output)
      }
      let comma = needsComma
      needsComma = true
      output.write(atMost: Self.room(for: name) + Self.room(for: utf8)) { place in
        let at = Self.put(name, comma, at: place)
        return at + Self.put(utf8, at: place + at)
      }
    }
  }

  package mutating func member(_ name: StaticString, _ value: Int, to output: inout Output) {
    let comma = needsComma
    needsComma = true
    output.write(atMost: Self.room(for: name) + Output.longestNumber) { place in
      let at = Self.put(name, comma, at: place)
      return at + Output.put(value, at: place + at)
    }
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
