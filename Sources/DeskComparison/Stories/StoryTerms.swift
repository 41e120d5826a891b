import DeskReading
import DeskText
import Foundation

/// What an article is about, as weighted words: the direction in which stories are compared.
struct StoryTerms: Sendable {
  /// Words by the hash of their folded form, ascending.
  let terms: [UInt32]
  /// Of unit length together, in the order of `terms`.
  let weights: [Float]
  /// The words that weigh most, ascending: articles of one event share some of them.
  let heaviest: [UInt32]
  /// The article's date, in days; nil where it states none.
  let day: Int?

  /// How many of the heaviest words are looked up for candidates.
  private static let heaviestCount = 30
  /// The opening counts twice, headlines more: news tells first what it is about.
  private static let openingWords = 60
  private static let titleWeight = 2

  init(_ article: Article, _ reading: Reading, background: BackgroundWords) {
    var counts: [UInt32: Int] = [:]
    Self.count(reading.words, &counts)
    if let title = article.title {
      Self.count(Words(Text(title)), times: Self.titleWeight, &counts)
    }
    var weighted: [(term: UInt32, weight: Float)] = []
    weighted.reserveCapacity(counts.count)
    for (term, count) in counts {
      let weight = background.weight(term)
      if weight > 0 { weighted.append((term, (1 + log(Float(count))) * weight)) }
    }
    weighted.sort { $0.term < $1.term }
    let length = weighted.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    terms = weighted.map(\.term)
    weights = weighted.map { length > 0 ? $0.weight / length : 0 }
    heaviest =
      weighted.sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.term < $1.term }
      .prefix(Self.heaviestCount).map(\.term).sorted()
    day = article.date.flatMap(Self.day)
  }

  /// Adds up the words of a text: names twice, and once more what opens it.
  private static func count(_ words: Words, times: Int = 1, _ counts: inout [UInt32: Int]) {
    var seen = 0
    for token in words.tokens where token.isWord {
      seen += 1
      // A single letter is an initial or a list's mark.
      guard token.end - token.start > 1 || token.kind == .number else { continue }
      let isName = token.kind == .word && token.flags.contains(.capital)
      let opening = times == 1 && seen <= openingWords ? 1 : 0
      counts[token.hash, default: 0] += times * (isName ? 2 : 1) + opening
    }
  }

  /// The number of a day `YYYY-MM-DD`, counted from some beginning.
  static func day(_ date: String) -> Int? {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else {
      return nil
    }
    // March is taken for the first month, so that the leap day is the last of its year.
    let year = parts[1] < 3 ? parts[0] - 1 : parts[0]
    let month = (parts[1] + 9) % 12
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2]
  }

  /// How alike two articles are, from 0 to 1: the cosine of the angle between them.
  func similarity(to other: StoryTerms) -> Float {
    var sum: Float = 0
    var (i, j) = (0, 0)
    while i < terms.count, j < other.terms.count {
      let (a, b) = (terms[i], other.terms[j])
      if a == b { sum += weights[i] * other.weights[j] }
      if a <= b { i += 1 }
      if b <= a { j += 1 }
    }
    return sum
  }
}
