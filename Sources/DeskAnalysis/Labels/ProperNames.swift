import DeskLexicons
import DeskText

/// Tells names from other words by how they are written in one text.
struct ProperNames {
  let words: Words
  private let spellings: Spellings

  init(_ words: Words) {
    self.words = words
    spellings = Spellings(words)
  }

  private static let calendar: WordSet = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private static let closed: [WordClass] = [
    .determiner, .pronoun, .preposition, .conjunction, .month, .modal, .be,
  ]

  /// Whether a word is capital for other reasons than being a name.
  private func isCapitalAnyway(_ index: Int) -> Bool {
    Self.calendar.holds(words, index) || Self.closed.contains { $0.contains(index, in: words) }
  }

  /// Whether a token is a name or a part of one.
  func isName(_ index: Int) -> Bool {
    let token = words.tokens[index]
    guard token.kind == .word, token.flags.contains(.capital) else { return false }
    if token.flags.contains(.sentenceStart), !spellings.isCapitalInside(token) { return false }
    return words.foldedCount(index) > 1 && !isCapitalAnyway(index)
  }

  /// `anti-Taliban`, `U.S.-backed`, `rifle-toting`: a word of two that stands before a noun.
  func isCompound(_ index: Int) -> Bool {
    guard words.mayHaveHyphen(index) else { return false }
    let word = words.folded(index)
    return isSideTaking(index) || Self.endings.contains { word.hasSuffix($0) }
  }

  /// `anti-Taliban`, `pro-Kyiv`: for or against somebody who is named.
  func isSideTaking(_ index: Int) -> Bool {
    guard words.mayHaveHyphen(index) else { return false }
    let word = words.folded(index)
    return ["anti-", "pro-"].contains { word.hasPrefix($0) && word.utf8.count > $0.utf8.count }
  }

  private static let endings = [
    "-backed", "-led", "-linked", "-aligned", "-affiliated", "-toting", "-wielding", "-trained",
    "-funded", "-inspired", "-supported", "-controlled", "-allied", "-armed", "-era", "-run",
    "-sponsored", "-hardened",
  ]

  /// The words of a name that ends at a token: "National Resistance Front".
  func run(endingAt last: Int, from limit: Int) -> Extent<Unit.Token> {
    var first = last
    while first > limit, isName(first - 1), words.isSameSentence(first - 1, last) { first -= 1 }
    if first > limit, mayOpenName(first - 1), words.isSameSentence(first - 1, last) { first -= 1 }
    return Extent(first, last + 1)
  }

  /// Whether the first word of a sentence can belong to the name that follows it: a capital word
  /// that stands nowhere in the text with a small letter.
  private func mayOpenName(_ index: Int) -> Bool {
    let token = words.tokens[index]
    guard token.kind == .word, token.flags.isSuperset(of: [.capital, .sentenceStart]),
      !spellings.isSmall(token)
    else { return false }
    return !Self.openers.holds(words, index) && !isCapitalAnyway(index)
  }

  private static let openers: WordSet = [
    "then", "later", "now", "meanwhile", "yesterday", "today", "earlier", "still", "here",
    "there", "also", "instead", "once", "soon", "however", "even", "only", "just", "last", "like",
    "not", "former", "what", "how", "why", "where",
  ]

  /// "Islamist", "Communist", "Islamic": capital, but no name of a side.
  func isAdjective(_ index: Int) -> Bool {
    let word = words.folded(index)
    return ["ist", "ists", "ic"].contains { word.hasSuffix($0) }
  }

  /// The words of a name that begins at a token.
  func run(startingAt first: Int) -> Extent<Unit.Token> {
    var end = first + 1
    while end < words.tokens.count, isName(end), words.isSameSentence(first, end) { end += 1 }
    return Extent(first, end)
  }

  /// Whether the sentence is a headline in which every longer word is capital.
  func isTitleCase(around index: Int) -> Bool {
    var capital = 0
    var all = 0
    for at in words.sentence(around: index) {
      let token = words.tokens[at]
      guard token.kind == .word, token.end - token.start > 3 else { continue }
      all += 1
      if token.flags.contains(.capital) { capital += 1 }
    }
    return all >= 3 && capital * 10 >= all * 8
  }
}
