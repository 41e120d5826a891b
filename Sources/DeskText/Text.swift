/// A text as valid UTF-8 bytes; every position into it inside the program counts these bytes.
public struct Text: Hashable, Sendable {
  public let utf8: [UInt8]

  public init(_ string: String) { utf8 = Array(string.utf8) }

  /// Takes bytes that may be broken: each invalid sequence becomes one U+FFFD, as the Unicode
  /// standard recommends.
  public init(repairing bytes: [UInt8]) {
    utf8 =
      ValidUTF8.isAll(of: bytes) ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// In UTF-8 bytes.
  public var count: Int { utf8.count }
  public var isEmpty: Bool { utf8.isEmpty }
  public var string: String { String(decoding: utf8, as: UTF8.self) }
  public var all: Extent<Unit.Byte> { Extent(0, utf8.count) }

  /// The words that stand at an extent of UTF-8 bytes.
  public subscript(_ extent: Extent<Unit.Byte>) -> String {
    String(decoding: utf8[extent.range], as: UTF8.self)
  }
}

/// Turns byte positions of one text into code points, after one walk over the text.
///
/// Keeps the count of code points at every 64th byte; a look-up walks at most 64 bytes on.
public struct CodePoints: Sendable {
  private let utf8: [UInt8]
  /// Empty when the text is ASCII: then both positions are the same.
  private let counts: [Int32]
  /// The text's length in code points.
  public let count: Int

  /// Walks over the text once.
  public init(of text: Text) {
    utf8 = text.utf8
    guard utf8.contains(where: { $0 >= 0x80 }) else {
      counts = []
      count = utf8.count
      return
    }
    var counts: [Int32] = []
    counts.reserveCapacity(utf8.count / 64 + 1)
    var total: Int32 = 0
    for (index, byte) in utf8.enumerated() {
      if index & 63 == 0 { counts.append(total) }
      if byte & 0xC0 != 0x80 { total += 1 }
    }
    self.counts = counts
    count = Int(total)
  }

  /// The number of code points before a byte position that is a character's first byte or the end.
  public func position(ofByte byte: Int) -> Int {
    guard !counts.isEmpty else { return byte }
    guard byte < utf8.count else { return count }
    var total = Int(counts[byte >> 6])
    for index in (byte & ~63)..<byte where utf8[index] & 0xC0 != 0x80 { total += 1 }
    return total
  }

  /// The same stretch, counted in code points.
  public func extent(_ bytes: Extent<Unit.Byte>) -> Extent<Unit.CodePoint> {
    Extent(position(ofByte: bytes.start), position(ofByte: bytes.end))
  }
}
