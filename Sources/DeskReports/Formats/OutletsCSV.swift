public import DeskComparison

/// `outlets.csv`.
public struct OutletsCSV: ReportFormat {
  public static let fileName = "outlets.csv"

  public init() {}

  public func write(_ results: Results, run: Run, to output: inout Output) {}
}
