public import DeskAnalysis

/// The format `terminal` of `show`.
public struct ShowTerminal: ShowFormat {
  public static let name = "terminal"

  private let options: ShowOptions

  public init(options: ShowOptions) { self.options = options }

  public func write(_ analysis: Analysis, to output: inout Output) {}
}
