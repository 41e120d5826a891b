/// A character that readers do not see as such: a space of any width, something without width, a
/// ligature; with its length in bytes.
enum Shapeless: Equatable {
  case space(Int)
  case nothing(Int)
  /// A ligature, by its number in `ligatures`: three bytes.
  case ligature(Int)

  /// Whether a byte is a character that is none of these, or inside of one.
  @inline(__always)
  static func isShaped(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0xC2 && byte != 0x7F }

  /// What stands at an index; nil for all other characters, and for bytes inside of one.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) {
    switch bytes[index] {
    case 0x09...0x0D, 0x1C...0x20: self = .space(1)
    case 0...0x1F, 0x7F: self = .nothing(1)
    case 0xC2...: self.init(lead: bytes[index], bytes, index)
    default: return nil
    }
  }

  private init?(lead: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) {
    guard index + 1 < bytes.count else { return nil }
    let second = bytes[index + 1]
    if lead == 0xC2 {
      guard second <= 0xA0 || second == 0xAD else { return nil }
      // U+0085 ends lines on some systems; other C1 characters and the soft hyphen are nothing.
      self = second == 0xA0 || second == 0x85 ? .space(2) : .nothing(2)
      return
    }
    guard index + 2 < bytes.count else { return nil }
    let third = bytes[index + 2]
    switch (lead, second, third) {
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80), (0xE1, 0x9A, 0x80):
      self = .space(3)
    case (0xE2, 0x80, 0x8C...0x8D) where Self.joins(bytes, index): return nil
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xAF),
      (0xE1, 0xA0, 0x8E), (0xEF, 0xBB, 0xBF), (0xEF, 0xBF, 0xBE...0xBF):
      self = .nothing(3)
    case (0xEF, 0xAC, 0x80...0x86): self = .ligature(Int(third) - 0x80)
    default: return nil
    }
  }

  /// U+FB00 to U+FB06, as PDF files leave them in text.
  static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"].map { Array($0.utf8) }

  /// Whether a joiner or non-joiner shapes what stands around it: emoji, and letters of scripts
  /// beyond Greek and Cyrillic.
  private static func joins(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index > 0 && index + 3 < bytes.count && bytes[index + 3] >= 0xD6
      && bytes[..<index].last { $0 & 0xC0 != 0x80 }.map { $0 >= 0xD6 } == true
  }
}
