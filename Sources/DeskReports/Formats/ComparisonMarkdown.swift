public import DeskComparison

/// `comparison.md`.
public struct ComparisonMarkdown: ReportFormat {
  public static let fileName = "comparison.md"

  public init() {}

  public func write(_ results: Results, run: Run, to output: inout Output) {}
}
