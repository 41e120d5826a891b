public import DeskComparison

/// `run.json`.
public struct RunJSON: ReportFormat {
  public static let fileName = "run.json"

  public init() {}

  public func write(_ results: Results, run: Run, to output: inout Output) {}
}
