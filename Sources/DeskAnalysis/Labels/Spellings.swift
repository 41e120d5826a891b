import DeskText

/// How the words of a text are written in it, by the hashes that tokens carry.
struct Spellings {
  private let words: Words
  /// By the lower bits of the hash, the words that stand with a capital inside a sentence: the hash
  /// and a bit above it, 0 where none stands.
  private let slots: [UInt64]

  private static let filled: UInt64 = 1 << 32

  init(_ words: Words) {
    self.words = words
    // Room for all words, though few are capital: to count them takes longer than to clear it.
    let size = 1 << (Int.bitWidth - words.tokens.count.leadingZeroBitCount)
    var slots = [UInt64](repeating: 0, count: size)
    for index in words.tokens.indices where Self.isCapitalInside(words.tokens[index]) {
      let hash = words.tokens[index].hash
      slots[Self.slot(hash, in: slots)] = Self.filled | UInt64(hash)
    }
    self.slots = slots
  }

  @inline(__always)
  private static func isCapitalInside(_ token: Token) -> Bool {
    token.kind == .word && token.flags.intersection([.capital, .sentenceStart]) == .capital
  }

  /// Where a hash stands, or would.
  @inline(__always)
  private static func slot(_ hash: UInt32, in slots: [UInt64]) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0, slots[slot] != filled | UInt64(hash) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// Whether a word stands with a capital inside a sentence.
  func isCapitalInside(_ token: Token) -> Bool { slots[Self.slot(token.hash, in: slots)] != 0 }

  /// Whether a word stands with a small first letter; few words are asked about, so that no table
  /// of them pays.
  func isSmall(_ token: Token) -> Bool {
    words.tokens.contains {
      $0.hash == token.hash && $0.kind == .word && !$0.flags.contains(.capital)
    }
  }
}
