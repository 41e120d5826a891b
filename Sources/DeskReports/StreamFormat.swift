public import DeskAnalysis
public import DeskComparison

/// A form in which analyses are written one after the other, without waiting for the last.
public protocol StreamFormat: Sendable {
  /// As it stands in `--format`.
  static var name: String { get }
  /// Whether it tells where something stands, not only how much there is.
  static var tellsPlaces: Bool { get }

  /// - Parameters:
  ///   - columns: the names of the input's own columns that go along, in their order.
  ///   - measures: what is counted.
  init(columns: [String], measures: Measures)

  /// Writes what comes before the first article.
  func writeHeader(to output: inout Output)
  /// Writes one article.
  ///
  /// May be called on several threads at once, each with an output of its own.
  func write(_ analysis: Analysis, to output: inout Output)
  /// Writes what comes after the last article.
  func writeEnd(to output: inout Output)
}

extension StreamFormat {
  public static var tellsPlaces: Bool { true }

  /// A format for a run without dictionaries.
  public init(columns: [String]) { self.init(columns: columns, measures: .own) }

  public func writeHeader(to output: inout Output) {}
  public func writeEnd(to output: inout Output) {}
}

/// A stream format that `compare` keeps as a file of the report.
public protocol StreamedReport: StreamFormat {
  /// The name of the file: `articles.csv`.
  static var fileName: String { get }
}

/// The formats of `analyze`, the default first.
public let streamFormats: [any StreamFormat.Type] = [
  AnalysisTable.self, ArticlesCSV.self, AnalysisNDJSON.self,
]

/// The files of the report that are written article by article, in reading order.
public let streamedReports: [any StreamedReport.Type] = [
  ArticlesCSV.self, FindingsCSV.self, SentencesCSV.self, SourcesCSV.self,
]
