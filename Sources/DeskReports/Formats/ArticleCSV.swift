public import DeskText

/// The format `csv` of `clean`.
public struct ArticleCSV: ArticleFormat {
  public static let name = "csv"

  private let columns: [String]

  public init(columns: [String]) { self.columns = columns }

  public func write(_ article: Article, to output: inout Output) {}
}
