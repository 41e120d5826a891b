public import DeskText

/// A form in which cleaned articles are written one after the other.
public protocol ArticleFormat: Sendable {
  /// As it stands in `--format`.
  static var name: String { get }

  /// Whether removed pieces can be shown in their places.
  static var canShowRemovals: Bool { get }
  /// Whether it shows how paragraphs stood on their page.
  static var showsLayout: Bool { get }

  /// - Parameters:
  ///   - columns: the names of the input's own columns that go along, in their order.
  ///   - showsRemovals: whether removed pieces are shown where they stood, with reason and rule.
  init(columns: [String], showsRemovals: Bool)

  /// Writes what comes before the first article.
  func writeHeader(to output: inout Output)
  /// Writes one article.
  func write(_ article: Article, to output: inout Output)
  /// Writes what comes after the last article.
  func writeEnd(to output: inout Output)
}

extension ArticleFormat {
  public static var canShowRemovals: Bool { false }
  public static var showsLayout: Bool { false }

  /// The form without removed pieces in the text.
  public init(columns: [String]) { self.init(columns: columns, showsRemovals: false) }

  public func writeHeader(to output: inout Output) {}
  public func writeEnd(to output: inout Output) {}
}

/// The formats of `clean`, the default first.
public let articleFormats: [any ArticleFormat.Type] = [
  ArticleText.self, ArticleMarkdown.self, ArticleNDJSON.self, ArticleCSV.self,
]
