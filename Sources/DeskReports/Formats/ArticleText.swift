public import DeskText

/// The format `text` of `clean`.
public struct ArticleText: ArticleFormat {
  public static let name = "text"

  private let columns: [String]

  public init(columns: [String]) { self.columns = columns }

  public func write(_ article: Article, to output: inout Output) {}
}
