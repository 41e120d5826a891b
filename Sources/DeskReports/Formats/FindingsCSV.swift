public import DeskAnalysis

/// `findings.csv`.
public struct FindingsCSV: StreamedReport {
  public static let name = "findings"
  public static let fileName = "findings.csv"

  private let columns: [String]

  public init(columns: [String]) { self.columns = columns }

  public func write(_ analysis: Analysis, to output: inout Output) {}
}
