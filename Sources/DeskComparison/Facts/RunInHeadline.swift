import DeskLexicons
import DeskText

/// Takes an article's first sentence apart where a headline runs into it.
///
/// Pasted and stored text often has the headline, a time stamp and the lead on one line without a
/// full stop: "Man held over fire in Dorrin 22 July 2013 A man was arrested after a fire in Dorrin."
/// A headline is told again in the lead; so the words before a capital are a headline if most of
/// them come back after it.
struct RunInHeadline {
  private let words: Words
  private let background: BackgroundWords
  private let stampWords: Set<UInt32>

  /// A headline has so many words, and the text after it has more.
  private static let fewestWords = 4
  /// Before and after the seam stand so many different words that tell something.
  private static let fewestStems = 3
  /// So many of the headline's words come back in the text after it, and such a share of them.
  private static let fewestRepeated = 2
  private static let leastRepeated = 0.5

  /// The words that may stand in a time stamp, by `boilerplate-dates.tsv`.
  private static let stampWords: Set<UInt32> = {
    var out = Set<UInt32>()
    guard let table = Lexicons.embedded.table("boilerplate-dates.tsv") else { return out }
    for row in table.rows where table.cell(row, at: 1) == "timestamp" {
      out.insert(Folding.hash(folded: Array(table.bytes(row, at: 0))))
    }
    return out
  }()

  init(in words: Words, background: BackgroundWords) {
    self.words = words
    self.background = background
    stampWords = Self.stampWords
  }

  /// The parts of a sentence in order; time stamps are in none of them.
  func parts(of sentence: Extent<Unit.Token>) -> [Extent<Unit.Token>] {
    var out: [Extent<Unit.Token>] = []
    for part in betweenStamps(sentence) {
      var start = part.start
      while let seam = seam(in: Extent(start, part.end)) {
        out.append(Extent(start, seam))
        start = seam
      }
      out.append(Extent(start, part.end))
    }
    return out
  }

  // MARK: Time stamps

  /// What is left of a sentence without the time stamps that a capital follows.
  private func betweenStamps(_ sentence: Extent<Unit.Token>) -> [Extent<Unit.Token>] {
    var out: [Extent<Unit.Token>] = []
    var start = sentence.start
    var index = sentence.start
    while index < sentence.end {
      guard words.tokens[index].isWord, mayStamp(index) else {
        index += 1
        continue
      }
      let first = index
      while index < sentence.end, mayStamp(index) { index += 1 }
      // "On 5 January 2011 the mayor ..." begins a sentence.
      let isPhrase =
        first == sentence.start && WordClass.preposition.contains(words.folded(first))
      guard !isPhrase, index < sentence.end, opensText(index), isStamp(first..<index) else {
        continue
      }
      if first > start { out.append(Extent(start, first)) }
      start = index
    }
    if start < sentence.end { out.append(Extent(start, sentence.end)) }
    return out
  }

  private func mayStamp(_ index: Int) -> Bool {
    let token = words.tokens[index]
    switch token.kind {
    case .number: return true
    case .word: return stampWords.contains(token.hash) || isMonth(index)
    case .mark: return ",:|()/-.–—".contains(words.string(index))
    case .clitic: return false
    }
  }

  private func opensText(_ index: Int) -> Bool {
    let token = words.tokens[index]
    return token.flags.contains(.capital) || token.flags.contains(.quoteMark)
  }

  private func isMonth(_ index: Int) -> Bool { WordClass.month.contains(words.folded(index)) }

  /// Whether some tokens tell a day with its year or the time of day.
  private func isStamp(_ tokens: Range<Int>) -> Bool {
    guard tokens.count(where: { words.tokens[$0].isWord }) >= 3 else { return false }
    let isYear = tokens.contains { index in
      let figure = words.string(index)
      return figure.utf8.count == 4 && (figure.hasPrefix("19") || figure.hasPrefix("20"))
        && words.tokens[index].kind == .number
    }
    if isYear, tokens.contains(where: isMonth) { return true }
    if tokens.count(where: { words.string($0) == "/" }) >= 2 { return true }
    return tokens.dropFirst().dropLast().contains { index in
      ":.".contains(words.string(index)) && words.tokens[index - 1].kind == .number
        && words.tokens[index + 1].kind == .number
    }
  }

  // MARK: Repetition

  /// The token with which the text after a headline begins; nil where there is no headline.
  private func seam(in part: Extent<Unit.Token>) -> Int? {
    guard part.count > 2 * Self.fewestWords else { return nil }
    let stems = FactStems(part, in: words, background: background).stems
    var first: [UInt32: Int] = [:]
    var last: [UInt32: Int] = [:]
    for (stem, token) in stems {
      if first[stem] == nil { first[stem] = token }
      last[stem] = token
    }
    let telling = Set(stems.map(\.token))
    var best: (seam: Int, surplus: Int)?
    for index in (part.start + Self.fewestWords)..<(part.end - Self.fewestWords)
    where maySeam(index, telling) {
      if words.string(index - 1) == ";" { break }
      let before = first.count { $0.value < index }
      let after = last.count { $0.value >= index }
      guard before >= Self.fewestStems, after >= Self.fewestStems else { continue }
      let repeated = first.count { $0.value < index && (last[$0.key] ?? 0) >= index }
      guard repeated >= Self.fewestRepeated,
        Double(repeated) >= Self.leastRepeated * Double(before)
      else { continue }
      let surplus = 2 * repeated - before
      if surplus > best?.surplus ?? .min { best = (index, surplus) }
    }
    return best?.seam
  }

  /// A text may begin with a capital or a figure, after a word that tells something or a quotation.
  private func maySeam(_ index: Int, _ telling: Set<Int>) -> Bool {
    let token = words.tokens[index]
    guard token.isWord, token.kind == .number || token.flags.contains(.capital) else {
      return false
    }
    let before = words.tokens[index - 1]
    return before.kind == .mark
      ? before.flags.contains(.quoteMark) : telling.contains(index - 1)
  }
}
