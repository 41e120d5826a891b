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

  /// Words and numbers of the text.
  public var words: Int
  /// Those inside quotation marks.
  public var quotedWords: Int
  /// In the order of the run's measures.
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

  public init(_ analysis: Analysis, measures run: Measures = .own) {
    words = analysis.wordCount
    quotedWords = analysis.quotedWordCount
    var counts = [Int](repeating: 0, count: run.members.count)
    var categories: [Category: Int] = [:]
    for finding in analysis.findings {
      if let category = finding.category, let places = run.places[finding.analyzer]?[category] {
        counts[places.count] += 1
        if let weight = places.weight {
          counts[weight] += Int(((finding.weight ?? 1) * 1000).rounded())
        }
      }
      for counter in Counter.byAnalyzer[finding.analyzer] ?? []
      where counter.includes(finding, analysis) {
        counts[counter.measure] += 1
        if let name = counter.category(finding) {
          categories[Category(measure: counter.measure, name: name), default: 0] += 1
        }
      }
    }
    let sources = ArticleSource.all(in: analysis).filter { !$0.isOpen }
    for (index, count) in run.wholeCounts {
      switch count {
      case .findings: break
      case .distinctEntries:
        counts[index] = analysis.distinctEntryCount(where: measures[index].includes)
      case .distinctPlaces:
        counts[index] = analysis.distinctPlaceCount(of: run.members[index].analyzer)
      case .distinctSources: counts[index] = sources.count
      case .effectiveSources: counts[index] = Self.effectiveThousandths(sources)
      case .quotedWords: counts[index] = analysis.quotedWordCount
      case .attributedWords: counts[index] = analysis.attributedWordCount
      }
    }
    self.counts = counts
    sortedCategories = categories.map { CategoryCount(key: $0.key, count: $0.value) }
      .sorted { $0.key < $1.key }
  }

  /// The count of one of the program's own measures, by its name; 0 for a name that is none.
  public subscript(_ measure: String) -> Int { measureIndex(measure).map { counts[$0] } ?? 0 }

  /// The value of one of the program's own measures in this article alone, in the measure's unit:
  /// a rate per 1,000 words, a share or a number.
  ///
  /// One article tells nothing of its outlet; see `Figure` for what may be said of many.
  ///
  /// - Parameter measure: its name, as in `measures`.
  /// - Returns: nil where there is nothing to divide by, and for a name that is none.
  public func value(of measure: String) -> Double? {
    guard let index = measureIndex(measure) else { return nil }
    let base = measures[index].base
    let amount = denominator(base)
    return amount > 0 ? Double(counts[index]) / Double(amount) * base.scale : nil
  }

  private static let attributions = measureIndex("attributions") ?? 0
  private static let sources = measureIndex("sources") ?? 0
  private static let byType: [String: Int] = Dictionary(
    uniqueKeysWithValues: SourceType.allCases.map {
      ($0.columnName, measureIndex("source_" + $0.columnName) ?? 0)
    })

  /// As many sources of equal share would be as concentrated, in thousandths.
  private static func effectiveThousandths(_ sources: [ArticleSource]) -> Int {
    Concentration(mentions: sources.map(\.attributions))
      .map { Int((1000 * $0.effectiveNumber).rounded()) } ?? 0
  }

  /// What a category's count is divided by in this article.
  func denominator(_ category: Category) -> Int {
    let measure = measures[category.measure]
    guard measure.breakdown == .sourceType else { return denominator(measure.base) }
    return Self.byType[category.name].map { counts[$0] } ?? 0
  }

  /// Every category that this article has something to say about: those found, and of measures
  /// by source type each type that is cited.
  var categoryCounts: [CategoryCount] {
    var out = sortedCategories
    let found = Set(out.map(\.key))
    for (index, measure) in measures.enumerated() where measure.breakdown == .sourceType {
      for type in SourceType.allCases {
        let key = Category(measure: index, name: type.columnName)
        if !found.contains(key), denominator(key) > 0 {
          out.append(CategoryCount(key: key, count: 0))
        }
      }
    }
    return out
  }

  /// What a measure's count is divided by in this article.
  public func denominator(_ base: Measure.Base) -> Int {
    switch base {
    case .words, .shareOfWords, .weights: words
    case .ownWords: words - quotedWords
    case .quotedWords: quotedWords
    case .attributions: counts[Self.attributions]
    case .articles: 1
    case .articleThousandths: counts[Self.sources] > 0 ? 1 : 0
    }
  }
}

/// What of a measure the counting needs, without its words.
private struct Counter: Sendable {
  var measure: Int
  var category: @Sendable (Finding) -> String?
  var includes: @Sendable (Finding, Analysis) -> Bool

  static let byAnalyzer: [String: [Counter]] = Dictionary(
    grouping: measures.indices, by: { measures[$0].analyzer }
  ).mapValues { numbers in
    numbers.map { number in
      let measure = measures[number]
      return Counter(
        measure: number, category: { measure.category(of: $0) }, includes: measure.includes)
    }
  }
}

extension Analysis {
  /// How many different entries stand behind some findings; scare quotes, which share one, differ
  /// by their words.
  func distinctEntryCount(where includes: (Finding, Analysis) -> Bool) -> Int {
    Set(findings.filter { includes($0, self) }.map { LoadedWord($0, in: self) }).count
  }

  /// At how many stretches of the text an analyzer found something, however much at each.
  func distinctPlaceCount(of analyzer: String) -> Int {
    var last: Extent<Unit.Byte>?
    var count = 0
    for finding in findings where finding.analyzer == analyzer && finding.extent != last {
      last = finding.extent
      count += 1
    }
    return count
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
