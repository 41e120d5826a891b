public import DeskComparison

/// `labels.csv`.
public struct LabelsCSV: ReportFormat {
  public static let fileName = "labels.csv"

  public init() {}

  public func write(_ results: Results, run: Run, to output: inout Output) {}
}
