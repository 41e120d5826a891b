/// What is counted up to a place of a text, so that any stretch of it is counted by a difference.
struct Tally {
  private(set) var words: Int32 = 0
  private(set) var quotedWords: Int32 = 0
  /// Tokens in quotation marks, the marks included.
  private(set) var quoted: Int32 = 0
  /// Commas outside quotation marks.
  private(set) var commas: Int32 = 0

  /// Counts a token.
  @inline(__always)
  mutating func count(_ kind: WordKind, _ traits: TokenTraits) {
    let isWord: Int32 = traits.isWord ? 1 : 0
    let isQuoted: Int32 = traits.isQuoted ? 1 : 0
    words &+= isWord
    quotedWords &+= isWord & isQuoted
    quoted &+= isQuoted
    commas &+= kind == .comma ? 1 &- isQuoted : 0
  }
}
