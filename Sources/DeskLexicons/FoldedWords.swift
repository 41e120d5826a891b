import DeskText

/// A few folded words that tokens are compared with by their hashes.
struct FoldedWords: Hashable, Sendable {
  private var hashes: [UInt32] = []
  private var words: [[UInt8]] = []

  var isEmpty: Bool { words.isEmpty }

  mutating func add(_ folded: [UInt8]) {
    guard !words.contains(folded) else { return }
    hashes.append(Folding.hash(folded: folded))
    words.append(folded)
  }

  /// Whether a token with these letters and this hash is one of them.
  func contains(_ letters: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Bool {
    for (index, known) in hashes.enumerated() where known == hash {
      if words[index].withUnsafeBufferPointer({ Folding.equal(letters, folded: $0) }) {
        return true
      }
    }
    return false
  }
}

extension Words {
  /// The letters of a token as they stand.
  @inline(__always)
  func withLetters<T>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
    text.utf8.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[tokens[index].start..<tokens[index].end]))
    }
  }
}
