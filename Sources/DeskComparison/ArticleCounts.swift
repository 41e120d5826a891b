public import DeskAnalysis
import DeskText

/// What is counted in one article: a number for each measure, and what it is divided by.
public struct ArticleCounts: Hashable, Sendable {
  /// A category inside a measure.
  public struct Category: Hashable, Sendable, Comparable {
    /// The number of the measure in `measures`.
    public var measure: Int
    public var name: String

    public static func < (a: Category, b: Category) -> Bool {
      (a.measure, a.name) < (b.measure, b.name)
    }
  }

  public var words: Int
  public var quotedWords: Int
  /// In the order of `measures`.
  public var counts: [Int]
  /// Findings by category, for the measures that are broken down; sorted.
  public var categories: [(key: Category, count: Int)] {
    sortedCategories.map { ($0.key, $0.count) }
  }
  var sortedCategories: [CategoryCount]

  struct CategoryCount: Hashable, Sendable {
    var key: Category
    var count: Int
  }

  public init(_ analysis: Analysis) {
    words = analysis.wordCount
    quotedWords = analysis.quotedWordCount
    var counts = [Int](repeating: 0, count: measures.count)
    var categories: [Category: Int] = [:]
    for finding in analysis.findings {
      for counter in Counter.byAnalyzer[finding.analyzer] ?? [] where counter.includes(finding) {
        counts[counter.measure] += 1
        if counter.hasCategories, let name = finding.category {
          categories[Category(measure: counter.measure, name: name), default: 0] += 1
        }
      }
    }
    for (index, count) in Self.wholeCounts {
      switch count {
      case .findings: break
      case .distinctEntries:
        counts[index] = analysis.distinctEntryCount(where: measures[index].includes)
      case .distinctSources: counts[index] = ArticleSource.all(in: analysis).count { !$0.isPronoun }
      case .quotedWords: counts[index] = analysis.quotedWordCount
      case .attributedWords: counts[index] = analysis.attributedWordCount
      }
    }
    self.counts = counts
    sortedCategories = categories.map { CategoryCount(key: $0.key, count: $0.value) }
      .sorted { $0.key < $1.key }
  }

  /// The measures that count something else than findings.
  private static let wholeCounts: [(Int, Measure.Count)] = measures.enumerated().compactMap {
    $0.element.count == .findings ? nil : ($0.offset, $0.element.count)
  }

  public subscript(_ measure: String) -> Int { measureIndex(measure).map { counts[$0] } ?? 0 }

  private static let attributions = measureIndex("attributions") ?? 0

  /// What a measure's count is divided by in this article.
  public func denominator(_ base: Measure.Base) -> Int {
    switch base {
    case .words, .shareOfWords: words
    case .ownWords: words - quotedWords
    case .quotedWords: quotedWords
    case .attributions: counts[Self.attributions]
    case .articles: 1
    }
  }
}

/// What of a measure the counting needs, without its words.
private struct Counter: Sendable {
  var measure: Int
  var hasCategories: Bool
  var includes: @Sendable (Finding) -> Bool

  static let byAnalyzer: [String: [Counter]] = Dictionary(
    grouping: measures.indices, by: { measures[$0].analyzer }
  ).mapValues { numbers in
    numbers.map {
      Counter(
        measure: $0, hasCategories: measures[$0].hasCategories, includes: measures[$0].includes)
    }
  }
}

extension Analysis {
  /// How many different entries stand behind some findings; scare quotes, which share one, differ
  /// by their words.
  func distinctEntryCount(where includes: (Finding) -> Bool) -> Int {
    Set(findings.lazy.filter(includes).map { LoadedWord($0, in: self) }).count
  }

  /// The number of words inside what is attributed to somebody, each counted once.
  public var attributedWordCount: Int {
    let pieces = findings.filter { $0.analyzer == "attribution" }
      .flatMap { $0.part(.content)?.pieces ?? [] }.sorted()
    var total = 0
    var covered = 0
    for piece in pieces where piece.end > covered {
      total += wordCount(in: Extent(max(covered, piece.start), piece.end))
      covered = piece.end
    }
    return total
  }
}
