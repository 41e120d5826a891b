import DeskText

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
      return token.kind == .number || Self.numbers.contains(words.folded(index))
        || (token.kind == .mark && "$£€".contains(words.string(index)))
    case .capital: return token.flags.contains(.capital)
    case .lower: return token.kind == .word && !token.flags.contains(.capital)
    case .mark: return token.kind == .mark
    case .comma: return token.kind == .mark && words.text.utf8[token.start] == 0x2C
    case .quote: return token.flags.contains(.quoteMark)
    default: return contains(words.folded(index))
    }
  }

  /// Whether a folded word is of this class, by its letters alone.
  public func contains(_ word: String) -> Bool {
    switch self {
    case .number: Self.numbers.contains(word)
    case .determiner: Self.determiners.contains(word)
    case .pronoun: Self.pronouns.contains(word)
    case .modal: Self.modals.contains(word)
    case .be: Self.formsOfBe.contains(word)
    case .have: Self.formsOfHave.contains(word)
    case .adverb: word.count > 4 && word.hasSuffix("ly") && !Self.notAdverbs.contains(word)
    case .ing: word.count > 4 && word.hasSuffix("ing")
    case .ed: word.count > 3 && word.hasSuffix("ed")
    case .month: Self.months.contains(word)
    case .preposition: Self.prepositions.contains(word)
    case .conjunction: Self.conjunctions.contains(word)
    case .capital, .lower, .mark, .comma, .quote, .start, .end: false
    }
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
    let word = words.folded(before)
    if word == "to" || Self.modals.contains(word) || WordClass.adverb.contains(word)
      || ["who", "which", "that", "not", "and", "he", "she", "it", "they", "we", "i", "you"]
        .contains(word)
    {
      return true
    }
    if Self.determiners.contains(word) || Self.prepositions.contains(word)
      || Self.pronouns.contains(word)
    {
      return false
    }
    // "is like", "was fury", but "is claimed", "were raging".
    if Self.formsOfBe.contains(word) {
      let own = words.folded(match.start)
      return WordClass.ed.contains(own) || WordClass.ing.contains(own)
    }
    let after = match.end
    if after < words.tokens.count, words.isSameSentence(after, match.start),
      ["of", "against"].contains(words.folded(after))
    {
      return false
    }
    return true
  }

  static let numbers: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
    "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "trillion",
    "dozen", "dozens", "half", "twice", "midnight", "noon",
  ]
  static let determiners: Set<String> = [
    "the", "a", "an", "this", "these", "those", "his", "her", "its", "their", "our", "my", "your",
    "some", "any", "no", "every", "each", "all", "many", "most", "several", "few", "both",
    "another", "such", "other",
  ]
  static let pronouns: Set<String> = [
    "i", "you", "he", "she", "it", "we", "they", "who", "me", "him", "them", "us", "himself",
    "herself", "themselves", "itself", "anyone", "everyone", "someone", "nobody", "others",
  ]
  static let modals: Set<String> = [
    "will", "would", "can", "could", "may", "might", "must", "shall", "should", "won't",
    "wouldn't", "can't", "couldn't", "cannot", "didn't", "doesn't", "don't", "do", "does", "did",
  ]
  static let formsOfBe: Set<String> = [
    "am", "is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't",
    "weren't",
  ]
  static let formsOfHave: Set<String> = [
    "have", "has", "had", "having", "haven't", "hasn't", "hadn't",
  ]
  static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec",
  ]
  static let prepositions: Set<String> = [
    "of", "in", "on", "at", "for", "from", "with", "by", "to", "about", "into", "over", "under",
    "against", "during", "after", "before", "between", "among", "amid", "through", "without",
    "within", "since", "until", "despite", "via", "near", "outside", "inside", "across", "around",
    "toward", "towards", "upon", "behind", "beyond", "beside", "off", "onto", "per",
  ]
  static let conjunctions: Set<String> = [
    "and", "or", "but", "nor", "yet", "so", "because", "if", "when", "while", "although",
    "though", "unless", "whereas", "as", "than", "that", "whether",
  ]
  private static let notAdverbs: Set<String> = [
    "family", "italy", "july", "ally", "reply", "supply", "early", "daily", "weekly", "monthly",
    "only", "assembly", "likely", "friendly", "elderly", "deadly", "ugly", "holy", "apply",
    "imply", "multiply", "comply", "rally", "bully", "anomaly", "monopoly", "unlikely", "lovely",
    "lonely", "costly", "orderly", "cowardly", "silly",
  ]
}
