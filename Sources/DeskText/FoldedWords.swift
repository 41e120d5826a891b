/// A small set of words, looked up by the hash that tokens carry: no string is built to ask.
public struct FoldedWords: Sendable, ExpressibleByArrayLiteral {
  private let words: [[UInt8]]
  private let hashes: [UInt32]
  /// Numbers of `words`, addressed by the lower bits of their hashes; -1 where none stands.
  private let slots: [Int32]

  /// - Parameter words: in lower case, with straight apostrophes, as `Folding` leaves them.
  public init(_ words: some Sequence<String>) {
    let words = words.map { Array($0.utf8) }
    let hashes = words.map { Folding.hash(folded: $0) }
    var size = 16
    // Three of four look-ups of other words meet an empty place at once.
    while size < words.count * 4 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(number)
    }
    self.words = words
    self.hashes = hashes
    self.slots = slots
  }

  public init(arrayLiteral words: String...) { self.init(words) }

  /// Whether the token at an index is one of them, however it is written.
  public func holds(_ text: Words, _ index: Int) -> Bool {
    let token = text.tokens[index]
    var slot = Int(token.hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == token.hash, text.isFolded(index, words[number]) { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }
}
