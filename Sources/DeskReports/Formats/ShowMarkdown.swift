public import DeskAnalysis

/// The format `markdown` of `show`.
public struct ShowMarkdown: ShowFormat {
  public static let name = "markdown"

  private let options: ShowOptions

  public init(options: ShowOptions) { self.options = options }

  public func write(_ analysis: Analysis, to output: inout Output) {}
}
