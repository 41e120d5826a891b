import DeskText

/// The hashes of an article's words, each once: an open table that is filled in one go and then
/// only asked.
struct SeenWords {
  /// A hash, or 0 for a free place.
  private let slots: [UInt32]

  /// The words that some tokens are.
  init(of tokens: [Token], where isWanted: (Token) -> Bool) {
    var size = 64
    while size < 2 * tokens.count { size *= 2 }
    slots = [UInt32](unsafeUninitializedCapacity: size) { slots, filled in
      slots.initialize(repeating: 0)
      for token in tokens where isWanted(token) {
        let slot = Self.slot(of: token.hash, mask: size - 1) { slots[$0] }
        slots[slot] = Self.stored(token.hash)
      }
      filled = size
    }
  }

  @inline(__always)
  private static func stored(_ hash: UInt32) -> UInt32 { hash == 0 ? 1 : hash }

  /// Where a word stands, or would.
  @inline(__always)
  private static func slot(of hash: UInt32, mask: Int, _ word: (Int) -> UInt32) -> Int {
    let hash = stored(hash)
    var slot = Int(hash) & mask
    while word(slot) != 0, word(slot) != hash { slot = (slot + 1) & mask }
    return slot
  }

  func contains(_ hash: UInt32) -> Bool {
    slots[Self.slot(of: hash, mask: slots.count - 1) { slots[$0] }] != 0
  }
}
