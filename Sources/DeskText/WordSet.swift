/// A small set of words, looked up by the hash that tokens carry: no string is built to ask.
public struct WordSet: Sendable, ExpressibleByArrayLiteral {
  private struct Slot: Sendable {
    var hash: UInt32 = 0
    /// Where the letters stand; the end is 0 where no word does.
    var start: Int32 = 0
    var end: Int32 = 0
  }

  private let slots: [Slot]
  private let letters: [UInt8]

  /// - Parameter words: in lower case, with straight apostrophes, as `Folding` leaves them.
  public init(_ words: some Collection<String>) {
    var size = 16
    // Three of four look-ups of other words meet an empty place at once.
    while size < words.count * 4 { size *= 2 }
    var slots = [Slot](repeating: Slot(), count: size)
    var letters: [UInt8] = []
    for word in words {
      let hash = Folding.hash(folded: word.utf8)
      var slot = Int(hash) & (size - 1)
      while slots[slot].end > 0 { slot = (slot + 1) & (size - 1) }
      let start = Int32(letters.count)
      letters += word.utf8
      slots[slot] = Slot(hash: hash, start: start, end: Int32(letters.count))
    }
    self.slots = slots
    self.letters = letters
  }

  public init(arrayLiteral words: String...) { self.init(words) }

  /// Whether the token at an index is one of them, however it is written.
  public func holds(_ text: Words, _ index: Int) -> Bool {
    text.text.utf8.withUnsafeBufferPointer { holds(text.tokens[index], in: $0) }
  }

  /// Whether a token of some bytes is one of them, however it is written.
  public func holds(_ token: Token, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = Int(token.hash) & (slots.count - 1)
    while slots[at].end > 0 {
      let slot = slots[at]
      if slot.hash == token.hash, isFolded(token, of: bytes, slot) { return true }
      at = (at + 1) & (slots.count - 1)
    }
    return false
  }

  private func isFolded(
    _ token: Token, of bytes: UnsafeBufferPointer<UInt8>, _ slot: Slot
  ) -> Bool {
    letters.withUnsafeBufferPointer { letters in
      Folding.equal(
        UnsafeBufferPointer(rebasing: bytes[token.start..<token.end]),
        folded: UnsafeBufferPointer(rebasing: letters[Int(slot.start)..<Int(slot.end)]))
    }
  }
}
