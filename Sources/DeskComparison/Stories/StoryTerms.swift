import DeskReading
import DeskText
import Foundation

/// What an article is about, as weighted words: the direction in which stories are compared.
struct StoryTerms: Sendable {
  /// Words by the hash of their folded form, ascending.
  let terms: [UInt32]
  /// Of unit length together, in the order of `terms`.
  let weights: [Float]
  /// The words that weigh most, ascending, with their weights: articles of one event share some of
  /// them.
  let heaviest: [(term: UInt32, weight: Float)]
  /// The article's date, in days; nil where it states none.
  let day: Int?
  private let namedDays: NamedDays

  /// How many of the heaviest words are looked up for candidates.
  private static let heaviestCount = 30
  /// The opening counts twice, headlines more: news tells first what it is about.
  private static let openingWords = 100
  private static let titleWeight: Float = 3
  /// Names tell events apart better than other words, and numbers better still: there are many
  /// earthquakes and one of 6.1.
  private static let nameWeight: Float = 1.5
  private static let numberWeight: Float = 1.5

  init(_ article: Article, _ reading: Reading, background: BackgroundWords) {
    var counts: [UInt32: Count] = [:]
    var days = NamedDays()
    if let title = article.title {
      let words = Words(Text(title))
      Self.count(words, times: Self.titleWeight, opening: 0, &counts)
      days.add(words, background)
    }
    Self.count(reading.words, times: 1, opening: Self.openingWords, &counts)
    days.add(reading.words, background)
    namedDays = days
    var weighted: [(term: UInt32, weight: Float)] = []
    weighted.reserveCapacity(counts.count)
    for (term, count) in counts {
      let weight = background.weight(term) * (count.isNumber ? Self.numberWeight : 1)
      if weight > 0 { weighted.append((term, (1 + log(count.times)) * weight)) }
    }
    weighted.sort { $0.term < $1.term }
    let length = weighted.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    terms = weighted.map(\.term)
    weights = weighted.map { length > 0 ? $0.weight / length : 0 }
    heaviest =
      weighted.sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.term < $1.term }
      .prefix(Self.heaviestCount).map { ($0.term, length > 0 ? $0.weight / length : 0) }
      .sorted { $0.term < $1.term }
    day = article.date.flatMap(Self.day)
  }

  /// How often a word stands in an article, those that tell more counted more.
  private struct Count {
    var times: Float = 0
    var isNumber = false
  }

  /// Adds up the words of a text, and once more those that open it.
  private static func count(
    _ words: Words, times: Float, opening: Int, _ counts: inout [UInt32: Count]
  ) {
    var seen = 0
    for token in words.tokens where token.isWord {
      seen += 1
      // A single letter is an initial or a list's mark.
      guard token.end - token.start > 1 || token.kind == .number else { continue }
      let isName = token.kind == .word && token.flags.contains(.capital)
      counts[token.hash, default: Count(isNumber: token.kind == .number)].times +=
        times * (isName ? nameWeight : 1) + (seen <= opening ? 1 : 0)
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

  /// How alike two articles are: the cosine of the angle between them, less where they name other
  /// days.
  func similarity(to other: StoryTerms) -> Float {
    var sum: Float = 0
    var (i, j) = (0, 0)
    while i < terms.count, j < other.terms.count {
      let (a, b) = (terms[i], other.terms[j])
      if a == b { sum += weights[i] * other.weights[j] }
      if a <= b { i += 1 }
      if b <= a { j += 1 }
    }
    return sum * namedDays.nearness(to: other.namedDays)
  }
}
