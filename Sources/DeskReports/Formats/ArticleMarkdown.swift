public import DeskText

/// The format `markdown` of `clean`.
public struct ArticleMarkdown: ArticleFormat {
  public static let name = "markdown"

  private let columns: [String]

  public init(columns: [String]) { self.columns = columns }

  public func write(_ article: Article, to output: inout Output) {}
}
