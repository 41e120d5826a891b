public import DeskAnalysis

/// `sources.csv`.
public struct SourcesCSV: StreamedReport {
  public static let name = "sources"
  public static let fileName = "sources.csv"

  private let columns: [String]

  public init(columns: [String]) { self.columns = columns }

  public func write(_ analysis: Analysis, to output: inout Output) {}
}
