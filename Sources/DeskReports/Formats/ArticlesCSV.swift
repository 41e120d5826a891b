public import DeskAnalysis

/// `articles.csv`.
public struct ArticlesCSV: StreamedReport {
  public static let name = "csv"
  public static let fileName = "articles.csv"

  private let columns: [String]

  public init(columns: [String]) { self.columns = columns }

  public func write(_ analysis: Analysis, to output: inout Output) {}
}
