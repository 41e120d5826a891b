#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Finds and counts single bytes, many at a step.
public enum ByteSearch {
  /// The first place of a byte from an index on, or the end.
  public static func first(
    of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The first place of either of two bytes from an index on, or the end.
  @inlinable
  public static func first(
    of one: UInt8, or other: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let all = (ones &* UInt64(one), ones &* UInt64(other))
    var index = start
    while index + 8 <= raw.count {
      let word = UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      // A byte that is 0 borrows from its highest bit.
      let first = word ^ all.0
      let second = word ^ all.1
      let found =
        ((first &- ones) & ~first | (second &- ones) & ~second) & 0x8080_8080_8080_8080
      if found != 0 { return index + found.trailingZeroBitCount >> 3 }
      index += 8
    }
    while index < bytes.count, bytes[index] != one, bytes[index] != other { index += 1 }
    return index
  }

  /// How often a byte stands in bytes.
  public static func count(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var total = 0
    var index = 0
    while index < bytes.count {
      // So few that a byte holds their number: the compiler then counts many at a step.
      let end = min(bytes.count, index + 255)
      var some: UInt8 = 0
      while index < end {
        some &+= bytes[index] == byte ? 1 : 0
        index += 1
      }
      total += Int(some)
    }
    return total
  }
}
