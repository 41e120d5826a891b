public import DeskText

/// A form in which cleaned articles are written one after the other.
public protocol ArticleFormat: Sendable {
  /// As it stands in `--format`.
  static var name: String { get }

  /// - Parameter columns: the names of the input's own columns that go along, in their order.
  init(columns: [String])

  func writeHeader(to output: inout Output)
  func write(_ article: Article, to output: inout Output)
  func writeEnd(to output: inout Output)
}

extension ArticleFormat {
  public func writeHeader(to output: inout Output) {}
  public func writeEnd(to output: inout Output) {}
}

/// The formats of `clean`, the default first.
public let articleFormats: [any ArticleFormat.Type] = [
  ArticleText.self, ArticleMarkdown.self, ArticleNDJSON.self, ArticleCSV.self,
]
