public import DeskText

/// The cleaned text alone, its headline first; a rule between articles.
public struct ArticleText: ArticleFormat {
  public static let name = "text"

  public init(columns: [String]) {}

  public func write(_ article: Article, to output: inout Output) {
    if let title = article.title, !article.text.utf8.starts(with: title.utf8) {
      output.write(title)
      output.write("\n\n")
    }
    output.write(contentsOf: article.text.utf8)
    output.write("\n\n")
    output.write(String(repeating: "-", count: 72))
    output.write("\n\n")
  }
}
