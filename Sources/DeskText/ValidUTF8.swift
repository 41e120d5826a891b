/// Tells valid UTF-8 from broken, as the Unicode standard's table 3-7 has it.
public enum ValidUTF8 {
  /// The place from an index on where no more whole eight bytes of ASCII follow.
  @inline(__always)
  public static func behindASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return start }
    func number(_ index: Int) -> UInt64 {
      base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    }
    var index = start
    while index &+ 32 <= bytes.count,
      (number(index) | number(index &+ 8) | number(index &+ 16) | number(index &+ 24))
        & 0x8080_8080_8080_8080 == 0
    {
      index &+= 32
    }
    while index &+ 8 <= bytes.count, number(index) & 0x8080_8080_8080_8080 == 0 { index &+= 8 }
    return index
  }

  /// The length of the character that begins at an index, or 0 where none does.
  @inline(__always)
  public static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, index + length <= bytes.count else { return 0 }
    for at in index + 1..<index + length where bytes[at] & 0xC0 != 0x80 { return 0 }
    let second = bytes[index + 1]
    switch first {
    case 0xE0 where second < 0xA0, 0xED where second >= 0xA0, 0xF0 where second < 0x90,
      0xF4 where second >= 0x90:
      return 0
    default: return length
    }
  }

  /// Whether all bytes are valid UTF-8.
  public static func isAll(of bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        index = behindASCII(bytes, from: index)
        index += EightBytes.count(before: EightBytes(bytes, at: index).wide)
        guard index < bytes.count else { break }
        let length = length(bytes, at: index)
        if length == 0 { return false }
        index += length
      }
      return true
    }
  }
}
