/// What readers and writers of JSON ask of bytes.
public enum JSONBytes {
  /// The next byte from an index on that can not stand in a JSON string as it is, or the end.
  ///
  /// It is a quotation mark, a backslash or a control character. Looks at eight bytes at a step.
  @inlinable
  public static func special(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(utf8)
    var index = start
    while index + 8 <= raw.count {
      let plain = plainCount(in: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += plain
      if plain < 8 { return index }
    }
    while index < raw.count, isPlain(raw[index]) { index += 1 }
    return index
  }

  /// Whether a byte can stand in a JSON string as it is.
  @inlinable
  public static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x22 && byte != 0x5C
  }

  /// How many of eight bytes, as they lie in memory, come before the first that can not stand in a
  /// JSON string as it is.
  @inlinable
  public static func plainCount(in eight: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let word = UInt64(littleEndian: eight)
    // A byte below what is taken from it borrows from its highest bit.
    let mark = word ^ ones &* 0x22
    let slash = word ^ ones &* 0x5C
    let found =
      ((mark &- ones) & ~mark | (slash &- ones) & ~slash | (word &- ones &* 0x20) & ~word)
      & 0x8080_8080_8080_8080
    return found.trailingZeroBitCount >> 3
  }
}
