import Foundation

/// Which words set each outlet apart from all others.
///
/// Ranked by weighted log-odds with an informative prior (Monroe, Colaresi and Quinn, Political
/// Analysis 16, 2008); whether a word is beyond chance is asked of articles, or of stories where
/// outlets share enough of them, never of word counts: words within a text are not independent
/// (Lijffijt et al., Digital Scholarship in the Humanities 31, 2016).
struct OutletWords {
  /// What the prior, the whole run's counts, is worth in words.
  static let priorTotal = 500.0
  /// An outlet has so many articles, and a word stands in so many of them.
  static let leastArticles = 3
  /// Of very many outlets those with most articles.
  static let mostOutlets = 8
  /// So many terms of an outlet and voice are given.
  static let mostTerms = 100

  private typealias Term = WordTally.Term

  /// Of one term in a group of articles: what a mean of article rates and its variance rest on.
  private struct Spread {
    var count = 0
    var articles = 0
    var rates = 0.0
    var squares = 0.0

    mutating func add(count: Int, rate: Double) {
      self.count += count
      articles += 1
      rates += rate
      squares += rate * rate
    }

    static func - (a: Spread, b: Spread) -> Spread {
      Spread(
        count: a.count - b.count, articles: a.articles - b.articles, rates: a.rates - b.rates,
        squares: max(0, a.squares - b.squares))
    }
  }

  private let tallies: [WordTally]
  private let vocabulary: Vocabulary

  /// - Parameters:
  ///   - tallies: of articles with an outlet, with their stories.
  ///   - vocabulary: how their words are spelled.
  init(_ tallies: [WordTally], vocabulary: Vocabulary) {
    self.tallies = tallies
    self.vocabulary = vocabulary
  }

  /// By outlet, own voice first, the most telling first.
  func words() -> [OutletWord] {
    let byOutlet = Dictionary(grouping: tallies) { $0.outlet ?? "" }
    let outlets = byOutlet.filter { $0.value.count >= Self.leastArticles }.sorted {
      $0.value.count != $1.value.count ? $0.value.count > $1.value.count : $0.key < $1.key
    }.prefix(Self.mostOutlets).map(\.key).sorted()
    guard byOutlet.count > 1 else { return [] }
    var out: [[[OutletWord]]] = outlets.map { _ in [] }
    for voice in 0..<2 {
      let all = spreads(of: tallies, voice)
      for (number, outlet) in outlets.enumerated() {
        out[number].append(
          words(of: outlet, byOutlet[outlet] ?? [], voice: voice, all: all))
      }
    }
    return out.flatMap { $0.flatMap { $0 } }
  }

  private func spreads(of tallies: [WordTally], _ voice: Int) -> [Term: Spread] {
    var out: [Term: Spread] = [:]
    for tally in tallies {
      let words = tally.voices[voice].words
      for (term, count) in tally.voices[voice].terms {
        out[term, default: Spread()].add(
          count: Int(count), rate: Double(count) / Double(words))
      }
    }
    return out
  }

  /// The terms of one outlet in one voice.
  private func words(
    of outlet: String, _ ours: [WordTally], voice: Int, all: [Term: Spread]
  ) -> [OutletWord] {
    let own = ours.reduce(0) { $0 + $1.voices[voice].words }
    let total = tallies.reduce(0) { $0 + $1.voices[voice].words }
    // Articles without a word in this voice say nothing about words.
    let ownArticles = ours.filter { $0.voices[voice].words > 0 }.count
    let otherArticles = tallies.filter { $0.voices[voice].words > 0 }.count - ownArticles
    guard ownArticles >= Self.leastArticles, otherArticles >= 2, own > 0, total > own else {
      return []
    }
    let names = Set(ours.flatMap(\.names))
    let pairs = StoryPairs(tallies, of: outlet, voice: voice)
    var found: [(term: Term, word: OutletWord)] = []
    for (term, spread) in spreads(of: ours, voice) where spread.articles >= Self.leastArticles {
      guard let everywhere = all[term], !names.contains(term.first), !names.contains(term.second),
        let spelled = spelled(term)
      else { continue }
      let others = everywhere - spread
      let logOdds = Keyness.logOdds(
        (spread.count, others.count), of: (own, total - own),
        prior: Double(everywhere.count) / Double(total) * Self.priorTotal,
        priorTotal: Self.priorTotal)
      let p =
        pairs?.p(of: term)
        ?? Self.welch(spread, of: ownArticles, others, of: otherArticles)
      found.append(
        (
          term,
          OutletWord(
            outlet: outlet, isQuoted: voice == 1, words: spelled, count: spread.count,
            articles: spread.articles, rate: 1000 * Double(spread.count) / Double(own),
            othersRate: 1000 * Double(others.count) / Double(total - own),
            othersCount: others.count, logOdds: logOdds, test: pairs == nil ? .welch : .paired,
            p: p, q: p)
        ))
    }
    found.sort { $0.term < $1.term }
    for (index, q) in Adjustment.benjaminiHochberg(found.map(\.word.p)).enumerated() {
      found[index].word.q = q
    }
    return Self.telling(found)
  }

  /// The terms that the outlet uses more than others, the most telling first; a word that hardly
  /// ever stands outside a phrase of the list gives way to the phrase, and a phrase that is hardly
  /// more than one of its words to that word.
  private static func telling(_ found: [(term: Term, word: OutletWord)]) -> [OutletWord] {
    let more = found.filter { $0.word.logOdds.delta > 0 }.sorted {
      $0.word.logOdds.z != $1.word.logOdds.z
        ? $0.word.logOdds.z > $1.word.logOdds.z : $0.word.words < $1.word.words
    }.prefix(4 * mostTerms)
    var phrases: [UInt32: Int] = [:]
    for (term, word) in more where term.second != 0 {
      for hash in [term.first, term.second] { phrases[hash] = max(phrases[hash] ?? 0, word.count) }
    }
    let kept = more.filter { term, word in
      term.second != 0 || 5 * (phrases[term.first] ?? 0) < 4 * word.count
    }
    let single = Set(kept.filter { $0.term.second == 0 }.map(\.term.first))
    return kept.filter { term, _ in
      term.second == 0 || !(single.contains(term.first) || single.contains(term.second))
    }.prefix(mostTerms).map(\.word)
  }

  private func spelled(_ term: Term) -> String? {
    guard let first = vocabulary[term.first] else { return nil }
    guard term.second != 0 else { return first }
    return vocabulary[term.second].map { "\(first) \($0)" }
  }

  /// Welch's t over the rates of articles, two-sided.
  private static func welch(_ a: Spread, of n: Int, _ b: Spread, of m: Int) -> Double {
    func moments(_ spread: Spread, _ n: Double) -> (mean: Double, error: Double) {
      let mean = spread.rates / n
      return (mean, max(0, (spread.squares - n * mean * mean) / (n - 1)) / n)
    }
    let (n, m) = (Double(n), Double(m))
    let (x, y) = (moments(a, n), moments(b, m))
    let variance = x.error + y.error
    guard variance > 0 else { return x.mean == y.mean ? 1 : 0 }
    let df =
      variance * variance / (x.error * x.error / (n - 1) + y.error * y.error / (m - 1))
    return StudentT.twoSidedP(abs(x.mean - y.mean) / variance.squareRoot(), df: df)
  }
}
