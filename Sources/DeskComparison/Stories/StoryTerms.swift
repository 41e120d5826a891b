import DeskReading
import DeskText
import Foundation

/// What an article is about, as weighted words: the directions in which stories are compared.
struct StoryTerms: Sendable {
  /// Of the article and its headline.
  private let whole: WeightedWords
  /// Of the headline and the first words alone: below them every article of a long affair tells the
  /// same background, in them each tells its own news.
  private let lead: WeightedWords
  /// The words that weigh most, ascending, with their weights: articles of one event share some of
  /// them.
  let heaviest: [(word: UInt32, weight: Float)]
  /// The article's date, in days; nil where it states none.
  let day: Int?
  private let namedDays: NamedDays

  /// How many of the heaviest words are looked up for candidates.
  private static let heaviestCount = 30
  /// The opening counts twice, headlines more: news tells first what it is about.
  private static let openingWords = 250
  private static let titleWeight: Float = 3
  private static let leadWords = 60
  /// What the lead counts beside the whole.
  private static let leadShare: Float = 0.3
  /// Names tell events apart better than other words, and numbers better still: there are many
  /// earthquakes and one of 6.1.
  private static let nameWeight: Float = 1.5
  private static let numberWeight: Float = 1.5

  init(_ article: Article, _ reading: Reading, background: BackgroundWords) {
    var whole: [UInt32: Count] = [:]
    var lead: [UInt32: Count] = [:]
    var days = NamedDays()
    if let title = article.title {
      let words = Words(Text(title))
      Self.count(words, times: Self.titleWeight, opening: 0, &whole)
      lead = whole
      days.add(words, background)
    }
    Self.count(reading.words, times: 1, opening: Self.openingWords, &whole)
    Self.count(reading.words, times: 1, opening: 0, most: Self.leadWords, &lead)
    days.add(reading.words, background)
    namedDays = days
    self.whole = Self.weighted(whole, background)
    self.lead = Self.weighted(lead, background)
    heaviest = self.whole.heaviest(Self.heaviestCount)
    day = article.date.flatMap(Self.day)
  }

  /// How often a word stands in an article, those that tell more counted more.
  private struct Count {
    var times: Float = 0
    var isNumber = false
  }

  /// Adds up the first words of a text, `most` of them, and once more those that open it.
  private static func count(
    _ words: Words, times: Float, opening: Int, most: Int = .max, _ counts: inout [UInt32: Count]
  ) {
    var seen = 0
    for token in words.tokens where token.isWord {
      seen += 1
      guard seen <= most else { return }
      // A single letter is an initial or a list's mark.
      guard token.end - token.start > 1 || token.kind == .number else { continue }
      let isName = token.kind == .word && token.flags.contains(.capital)
      counts[token.hash, default: Count(isNumber: token.kind == .number)].times +=
        times * (isName ? nameWeight : 1) + (seen <= opening ? 1 : 0)
    }
  }

  private static func weighted(
    _ counts: [UInt32: Count], _ background: BackgroundWords
  ) -> WeightedWords {
    var weighted: [(word: UInt32, weight: Float)] = []
    weighted.reserveCapacity(counts.count)
    for (word, count) in counts {
      let weight = background.weight(word) * (count.isNumber ? numberWeight : 1)
      if weight > 0 { weighted.append((word, (1 + log(count.times)) * weight)) }
    }
    return WeightedWords(weighted)
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

  /// How alike two articles are, as wholes and in their leads; less where they name other days.
  func similarity(to other: StoryTerms) -> Float {
    let alike = whole.cosine(to: other.whole) + Self.leadShare * lead.cosine(to: other.lead)
    return alike / (1 + Self.leadShare) * namedDays.nearness(to: other.namedDays)
  }
}
