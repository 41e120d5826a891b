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
  @inlinable public var count: Int { utf8.count }
  @inlinable public var isEmpty: Bool { utf8.isEmpty }
  public var string: String { String(decoding: utf8, as: UTF8.self) }
  public var all: Extent<Unit.Byte> { Extent(0, utf8.count) }

  /// The words that stand at an extent of UTF-8 bytes.
  public subscript(_ extent: Extent<Unit.Byte>) -> String {
    String(decoding: utf8[extent.range], as: UTF8.self)
  }

  /// The stretches between line feeds and returns, empty ones among them; one at least.
  public var lines: [Extent<Unit.Byte>] {
    utf8.withUnsafeBufferPointer { bytes in
      var lines: [Extent<Unit.Byte>] = []
      var start = 0
      var feed = ByteSearch.first(of: 0x0A, in: bytes, from: 0)
      var carriageReturn = ByteSearch.first(of: 0x0D, in: bytes, from: 0)
      while true {
        let end = min(feed, carriageReturn)
        lines.append(Extent(start, end))
        guard end < bytes.count else { return lines }
        start = end + 1
        if end == feed {
          feed = ByteSearch.first(of: 0x0A, in: bytes, from: start)
        } else {
          carriageReturn = ByteSearch.first(of: 0x0D, in: bytes, from: start)
        }
      }
    }
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
    var counts: [Int32] = []
    count = utf8.withUnsafeBufferPointer { bytes in
      let ascii = ValidUTF8.behindASCII(bytes, from: 0)
      guard bytes[ascii...].contains(where: { $0 >= 0x80 }) else { return bytes.count }
      counts.reserveCapacity(bytes.count / 64 + 1)
      var total = 0
      for start in stride(from: 0, to: bytes.count, by: 64) {
        counts.append(Int32(total))
        total += Self.count(bytes, start, min(start + 64, bytes.count))
      }
      return total
    }
    self.counts = counts
  }

  /// The number of code points before a byte position that is a character's first byte or the end.
  public func position(ofByte byte: Int) -> Int {
    guard !counts.isEmpty else { return byte }
    guard byte < utf8.count else { return count }
    return utf8.withUnsafeBufferPointer {
      Int(counts[byte >> 6]) + Self.count($0, byte & ~63, byte)
    }
  }

  /// How many bytes of a stretch begin a character; eight at a step.
  @inline(__always)
  private static func count(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var total = end - start
    var index = start
    while index + 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // Bytes 10xxxxxx go on with a character.
      total -= (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
      index += 8
    }
    while index < end {
      if bytes[index] & 0xC0 == 0x80 { total -= 1 }
      index += 1
    }
    return total
  }

  /// The same stretch, counted in code points.
  public func extent(_ bytes: Extent<Unit.Byte>) -> Extent<Unit.CodePoint> {
    Extent(position(ofByte: bytes.start), position(ofByte: bytes.end))
  }
}
