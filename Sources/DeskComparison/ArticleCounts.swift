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
      a.measure != b.measure ? a.measure < b.measure : a.name < b.name
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

  public init(_ analysis: borrowing Analysis, measures run: borrowing Measures = .own) {
    words = analysis.wordCount
    quotedWords = analysis.quotedWordCount
    var tally = ArticleTally(measures: run.members.count)
    for index in analysis.findings.indices {
      tally.add(analysis.findings[index], in: analysis, of: run)
    }
    counts = tally.counts(of: analysis, run)
    sortedCategories = tally.categories.sorted { $0.key < $1.key }
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

extension Analysis {
  /// At how many stretches of the text an analyzer found something, however much at each.
  func distinctPlaceCount(of analyzer: String) -> Int {
    var last: Extent<Unit.Byte>?
    var count = 0
    for index in findings.indices
    where findings[index].extent != last && findings[index].analyzer == analyzer {
      last = findings[index].extent
      count += 1
    }
    return count
  }

  /// The number of words inside what is attributed to somebody, each counted once.
  public var attributedWordCount: Int {
    var pieces: [Extent<Unit.Byte>] = []
    for index in findings.indices where findings[index].analyzer == AttributionAnalyzer.name {
      findings[index].part(.content)?.add(to: &pieces)
    }
    return wordCount(inAnyOf: pieces)
  }

  /// The number of words inside stretches that may overlap, each counted once.
  func wordCount(inAnyOf pieces: [Extent<Unit.Byte>]) -> Int {
    var total = 0
    var covered = 0
    for piece in pieces.sorted() where piece.end > covered {
      total += wordCount(in: Extent(max(covered, piece.start), piece.end))
      covered = piece.end
    }
    return total
  }
}

extension Part {
  /// Adds its pieces to others.
  func add(to pieces: inout [Extent<Unit.Byte>]) {
    if isInterrupted { pieces += self.pieces } else { pieces.append(extent) }
  }
}
