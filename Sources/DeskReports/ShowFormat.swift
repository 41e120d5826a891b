public import DeskAnalysis
public import DeskComparison
public import DeskText

/// What the reader of a marked article asked for.
public struct ShowOptions: Sendable {
  /// Terminal only; marks are told apart without colour too.
  public var isColoured: Bool
  /// Under each sentence: entry, file and line, category and literature of what was found in it.
  public var showsReasons: Bool
  /// The literature behind the entries.
  public var citations: [Citation]
  /// What is counted in the run.
  public var measures: Measures
  /// The bytes of the file that an article came from; nil where it is none, or can not be read.
  public var source: @Sendable (Article) -> [UInt8]?

  public init(
    isColoured: Bool = false, showsReasons: Bool = false, citations: [Citation] = [],
    measures: Measures = .own, source: @escaping @Sendable (Article) -> [UInt8]? = { _ in nil }
  ) {
    self.source = source
    self.measures = measures
    self.isColoured = isColoured
    self.showsReasons = showsReasons
    self.citations = citations
  }
}

/// A form in which an article is shown with its findings marked in place.
public protocol ShowFormat: Sendable {
  /// As it stands in `--format`.
  static var name: String { get }

  init(options: ShowOptions)

  /// Writes what comes before the first article.
  func writeHeader(to output: inout Output)
  /// Writes one article.
  func write(_ analysis: Analysis, to output: inout Output)
  /// Writes what comes after the last article.
  func writeEnd(to output: inout Output)
}

extension ShowFormat {
  public func writeHeader(to output: inout Output) {}
  public func writeEnd(to output: inout Output) {}
}

/// The formats of `show`, the default first.
public let showFormats: [any ShowFormat.Type] = [
  ShowTerminal.self, ShowPage.self, ShowMarkdown.self, ShowLines.self,
]
