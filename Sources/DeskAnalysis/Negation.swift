import DeskLexicons
import DeskText

/// Whether a denial stands shortly before an expression: "not", "never", "don't", "no".
enum Negation {
  private static let words: WordSet = [
    "not", "never", "no", "nor", "neither", "nobody", "none", "without", "hardly", "cannot",
    "can't", "couldn't", "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't",
    "won't", "wouldn't", "hasn't", "haven't", "hadn't", "shouldn't",
  ]

  /// Looks at up to three words before `tokens`, in the same sentence and not beyond a mark.
  static func stands(before tokens: Extent<Unit.Token>, in words: Words) -> Bool {
    var index = tokens.start - 1
    while index >= 0, index >= tokens.start - 3, words.tokens[index].kind != .mark,
      words.isSameSentence(index, tokens.start)
    {
      if Self.words.holds(words, index) { return true }
      index -= 1
    }
    return false
  }
}
