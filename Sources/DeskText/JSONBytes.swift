/// What readers and writers of JSON ask of bytes.
public enum JSONBytes {
  /// The next byte from an index on that can not stand in a JSON string as it is, or the end.
  ///
  /// It is a quotation mark, a backslash or a control character. Looks at eight bytes at a step.
  @inlinable
  public static func special(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(utf8)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = start
    while index + 8 <= raw.count {
      let word = UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      // A byte below what is taken from it borrows from its highest bit.
      let mark = word ^ ones &* 0x22
      let slash = word ^ ones &* 0x5C
      let found =
        ((mark &- ones) & ~mark | (slash &- ones) & ~slash | (word &- ones &* 0x20) & ~word)
        & 0x8080_8080_8080_8080
      if found != 0 { return index + found.trailingZeroBitCount >> 3 }
      index += 8
    }
    while index < utf8.count, utf8[index] >= 0x20, utf8[index] != 0x22, utf8[index] != 0x5C {
      index += 1
    }
    return index
  }
}
