public import DeskAnalysis

/// The format `table` of `analyze`.
public struct AnalysisTable: StreamFormat {
  public static let name = "table"

  private let columns: [String]

  public init(columns: [String]) { self.columns = columns }

  public func write(_ analysis: Analysis, to output: inout Output) {}
}
