/// Eight bytes of a text as one number, the first one lowest, so that they are looked at together.
public struct EightBytes {
  public let number: UInt64

  @inlinable @inline(__always) static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable @inline(__always) public static var highs: UInt64 { 0x8080_8080_8080_8080 }

  /// The bytes from an index on; behind the end of the text stand zeros.
  @inlinable @inline(__always)
  public init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    if index &+ 8 <= bytes.count, let base = bytes.baseAddress {
      self.init(UnsafeRawPointer(base) + index)
    } else {
      self.init(number: Self.last(of: bytes, from: index))
    }
  }

  /// The bytes at an address; all eight must be there.
  @inlinable @inline(__always)
  public init(_ address: UnsafeRawPointer) {
    self.init(number: UInt64(littleEndian: address.loadUnaligned(as: UInt64.self)))
  }

  @inlinable @inline(__always)
  init(number: UInt64) { self.number = number }

  @usableFromInline @inline(never)
  static func last(of bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> UInt64 {
    var number: UInt64 = 0
    for place in (index..<max(index, bytes.count)).reversed() {
      number = number << 8 | UInt64(bytes[place])
    }
    return number
  }

  /// The same with ASCII's capitals made small; what is no letter may be another byte.
  @inlinable @inline(__always) public var small: UInt64 { number | Self.ones &* 0x20 }

  /// The highest bit of each byte that is no letter of ASCII.
  @inlinable @inline(__always) public var nonLetters: UInt64 {
    let low = small & ~Self.highs
    // Adding reaches the highest bit: from "a" on, and behind "z".
    let fromA = low &+ Self.ones &* (0x80 - 0x61)
    let behindZ = low &+ Self.ones &* (0x80 - 0x7B)
    return ~(fromA & ~behindZ & ~number) & Self.highs
  }

  /// The highest bit of each byte that is not ASCII.
  @inlinable @inline(__always) public var wide: UInt64 { number & Self.highs }

  /// How many bytes stand before the first whose highest bit is set here; 8 where none is.
  @inlinable @inline(__always)
  public static func count(before bits: UInt64) -> Int { bits.trailingZeroBitCount >> 3 }

  /// The first of the bytes, from one to eight, moved to the number's high end, in small letters.
  @inlinable @inline(__always)
  public func word(_ count: Int) -> UInt64 { small &<< UInt64(truncatingIfNeeded: 64 - 8 * count) }
}
