public import DeskAnalysis

/// The format `html` of `show`.
public struct ShowPage: ShowFormat {
  public static let name = "html"

  private let options: ShowOptions

  public init(options: ShowOptions) { self.options = options }

  public func write(_ analysis: Analysis, to output: inout Output) {}
}
