public import DeskComparison

/// `report.html`.
public struct ReportPage: ReportFormat {
  public static let fileName = "report.html"

  public init() {}

  public func write(_ results: Results, run: Run, to output: inout Output) {}
}
