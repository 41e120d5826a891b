public import DeskText

/// Closed classes of English words, and shapes, that conditions may ask for.
public enum WordClass: String, Hashable, Sendable, CaseIterable {
  case number, capital, lower, mark, comma, quote, start, end, determiner, pronoun, modal, be, have
  case adverb, ing, ed, month, preposition, conjunction

  /// Whether the token at an index is of this class.
  ///
  /// Beyond the sentence or the text (`isOutside`) only `start` and `end` hold.
  func holds(_ words: Words, _ index: Int, isOutside: Bool) -> Bool {
    if self == .start { return isOutside }
    if self == .end {
      if isOutside { return true }
      let token = words.tokens[index]
      return token.kind == .mark && ".?!…".utf8.contains(words.text.utf8[token.start])
    }
    guard !isOutside else { return false }
    let token = words.tokens[index]
    switch self {
    case .number:
      return token.kind == .number || contains(index, in: words)
        || (token.kind == .mark && ["$", "£", "€"].contains(words.string(index)))
    case .capital: return token.flags.contains(.capital)
    case .lower: return token.kind == .word && !token.flags.contains(.capital)
    case .mark: return token.kind == .mark
    case .comma: return token.kind == .mark && words.text.utf8[token.start] == 0x2C
    case .quote: return token.flags.contains(.quoteMark)
    default: return contains(index, in: words)
    }
  }

  /// Whether a token's word is of this class, by its letters alone.
  public func contains(_ index: Int, in words: Words) -> Bool {
    words.withLetters(index) { contains($0, hash: words.tokens[index].hash) }
  }

  /// Whether a folded word is of this class, by its letters alone.
  public func contains(_ word: String) -> Bool {
    let folded = Array(word.utf8)
    return folded.withUnsafeBufferPointer { contains($0, hash: Folding.hash(folded: folded)) }
  }

  private func contains(_ letters: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Bool {
    switch self {
    case .adverb:
      Self.ends(letters, "ly", longerThan: 4)
        && !ClosedWords.all.classes(letters, hash).contains(.notAdverb)
    case .ing: Self.ends(letters, "ing", longerThan: 4)
    case .ed: Self.ends(letters, "ed", longerThan: 3)
    case .capital, .lower, .mark, .comma, .quote, .start, .end: false
    case .number, .determiner, .pronoun, .modal, .be, .have, .month, .preposition, .conjunction:
      ClosedWords.all.classes(letters, hash).contains(ClosedWords.Classes(self))
    }
  }

  /// Whether a word has an ending and more characters than so many.
  private static func ends(
    _ letters: UnsafeBufferPointer<UInt8>, _ ending: StaticString, longerThan count: Int
  ) -> Bool {
    let length = ending.utf8CodeUnitCount
    guard letters.count > count else { return false }
    for index in 0..<length
    where Folding.lowerASCII(letters[letters.count - length + index]) != ending.utf8Start[index] {
      return false
    }
    return letters.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 } > count
  }

  /// A guess from the neighbours whether a word that is both is a verb here.
  ///
  /// A determiner, a preposition, an adjective-like possessive before it or "of" after it make it a
  /// noun; a pronoun, a modal, "to" or an adverb before it make it a verb.
  static func looksLikeVerb(_ match: Extent<Unit.Token>, in words: Words) -> Bool {
    let before = match.start - 1
    guard before >= 0, words.isSameSentence(before, match.start) else { return false }
    let token = words.tokens[before]
    if token.kind == .clitic || token.kind == .number { return false }
    func classes(_ index: Int) -> ClosedWords.Classes {
      words.withLetters(index) { ClosedWords.all.classes($0, words.tokens[index].hash) }
    }
    let known = classes(before)
    if !known.isDisjoint(with: [.beforeVerb, .modal]) || adverb.contains(before, in: words) {
      return true
    }
    if !known.isDisjoint(with: [.determiner, .preposition, .pronoun]) { return false }
    // "is like", "was fury", but "is claimed", "were raging".
    if known.contains(.be) {
      return ed.contains(match.start, in: words) || ing.contains(match.start, in: words)
    }
    let after = match.end
    if after < words.tokens.count, words.isSameSentence(after, match.start),
      classes(after).contains(.afterNoun)
    {
      return false
    }
    return true
  }
}
