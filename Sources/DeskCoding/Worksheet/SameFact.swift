import DeskAnalysis
import DeskComparison
import DeskReading
import DeskText

/// Sentences of two articles that share what is rare in news: names, numbers, uncommon words.
///
/// The cosine of their words, weighted by inverse document frequency (Salton and Buckley, Information
/// Processing & Management 24, 1988). It finds candidates for a question; whether they tell one fact is for
/// readers.
enum SameFact {
  struct Place: Hashable {
    /// The number of the article.
    var article: Int
    var sentence: Int
  }

  struct Pair {
    var first: Place
    var second: Place
    var likeness: Double
    /// Whether one attributes or hedges what the other does not.
    var differs: Bool
    /// Whether both give the same number: counts of the dead are told as facts more than quotations are.
    var sharesNumber: Bool
  }

  /// Less alike sentences seldom tell one fact.
  private static let leastLikeness = 0.3
  /// More alike ones are copies, which ask nothing.
  private static let mostLikeness = 0.9
  /// Shorter sentences share words by chance.
  private static let leastWords = 8

  /// The pairs that ask most: told differently first, with a number in common next, then the most alike;
  /// each sentence once.
  static func pairs(in analyses: [Analysis], most: Int) -> [Pair] {
    let profiles = analyses.enumerated().flatMap { number, analysis in
      Self.profiles(of: analysis, number)
    }
    var found: [Pair] = []
    for (index, first) in profiles.enumerated() {
      for second in profiles[(index + 1)...] where second.place.article != first.place.article {
        let likeness = first.likeness(to: second)
        guard likeness >= leastLikeness, likeness < mostLikeness else { continue }
        found.append(
          Pair(
            first: first.place, second: second.place, likeness: likeness,
            differs: first.standing != second.standing,
            sharesNumber: !first.numbers.isDisjoint(with: second.numbers)))
      }
    }
    found.sort { a, b in
      if a.differs != b.differs { return a.differs }
      if a.sharesNumber != b.sharesNumber { return a.sharesNumber }
      if a.likeness != b.likeness { return a.likeness > b.likeness }
      return (a.first.article, a.first.sentence, a.second.article, a.second.sentence)
        < (b.first.article, b.first.sentence, b.second.article, b.second.sentence)
    }
    var used: Set<Place> = []
    var out: [Pair] = []
    for pair in found
    where out.count < most && !used.contains(pair.first) && !used.contains(pair.second) {
      used.formUnion([pair.first, pair.second])
      out.append(pair)
    }
    return out
  }

  private struct Profile {
    var place: Place
    var weights: [UInt32: Double]
    var numbers: Set<UInt32>
    var length: Double
    var standing: String

    func likeness(to other: Profile) -> Double {
      let (small, large) =
        weights.count < other.weights.count ? (weights, other.weights) : (other.weights, weights)
      var sum = 0.0
      // In a fixed order, so that sums are the same in every run.
      for key in small.keys.sorted() {
        if let weight = large[key], let own = small[key] { sum += weight * own }
      }
      return length > 0 && other.length > 0 ? sum / (length * other.length) : 0
    }
  }

  private static func profiles(of analysis: Analysis, _ number: Int) -> [Profile] {
    let tokens = Words(analysis.article.text).tokens
    return analysis.sentences.enumerated().compactMap { index, sentence in
      let words = tokens[sentence.tokens.range].filter(\.isWord)
      guard words.count >= leastWords else { return nil }
      var weights: [UInt32: Double] = [:]
      for word in words {
        weights[word.hash] = Double(BackgroundWords.embedded.weight(word.hash))
      }
      let sum = weights.keys.sorted().reduce(0.0) { $0 + (weights[$1] ?? 0) * (weights[$1] ?? 0) }
      return Profile(
        place: Place(article: number, sentence: index), weights: weights,
        numbers: Set(words.filter { $0.kind == .number }.map(\.hash)), length: sum.squareRoot(),
        standing: standing(of: index, in: analysis))
    }
  }

  /// How a sentence stands by what it tells: whose word it is, and how sure.
  static func standing(of sentence: Int, in analysis: Analysis) -> String {
    let text = analysis.article.text
    let place = analysis.sentences[sentence].bytes
    var parts: [String] = []
    let attributions = analysis.findings.filter { finding in
      finding.analyzer == "attribution"
        && (finding.sentence == sentence
          || finding.part(.content)?.pieces.contains { $0.overlaps(place) } == true)
    }
    if attributions.isEmpty {
      parts.append("asserted by the outlet")
    } else {
      let sources = attributions.map { finding in
        finding.part(.source).map { text[$0.extent] } ?? "nobody named"
      }
      parts.append("attributed to \(ArticleQuestions.counted(sources))")
    }
    let hedges = analysis.findings.filter { $0.analyzer == "hedging" && $0.sentence == sentence }
    if !hedges.isEmpty {
      parts.append("hedged (\(hedges.map { text[$0.extent] }.joined(separator: ", ")))")
    }
    return parts.joined(separator: ", ")
  }

  static func words(of sentence: Int, in analysis: Analysis) -> String {
    analysis.article.text[analysis.sentences[sentence].bytes]
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
