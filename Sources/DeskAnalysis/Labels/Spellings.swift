import DeskText

/// How the words of a text are written in it, by the hashes that tokens carry.
struct Spellings {
  /// By the lower bits of each word's hash: the hash, and two bits for how the word is written.
  ///
  /// 0 where none stands.
  private let slots: [UInt64]

  private static let capitalInside: UInt64 = 1
  private static let small: UInt64 = 2

  init(_ words: Words) {
    var size = 64
    while size < words.tokens.count * 2 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for token in words.tokens where token.kind == .word {
      let spelling: UInt64
      if !token.flags.contains(.capital) {
        spelling = Self.small
      } else if !token.flags.contains(.sentenceStart) {
        spelling = Self.capitalInside
      } else {
        continue
      }
      let slot = Self.slot(token.hash, in: slots)
      slots[slot] |= UInt64(token.hash) << 2 | spelling
    }
    self.slots = slots
  }

  /// Where a hash stands, or would.
  @inline(__always)
  private static func slot(_ hash: UInt32, in slots: [UInt64]) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0, slots[slot] >> 2 != UInt64(hash) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// Whether a word stands with a capital inside a sentence.
  func isCapitalInside(_ token: Token) -> Bool { has(token, Self.capitalInside) }
  /// Whether a word stands with a small first letter.
  func isSmall(_ token: Token) -> Bool { has(token, Self.small) }

  private func has(_ token: Token, _ spelling: UInt64) -> Bool {
    slots[Self.slot(token.hash, in: slots)] & spelling != 0
  }
}
