public import DeskText

/// The cleaned article as Markdown: headline, a line of what is known, paragraphs.
public struct ArticleMarkdown: ArticleFormat {
  public static let name = "markdown"

  public init(columns: [String]) {}

  public func write(_ article: Article, to output: inout Output) {
    let title = article.title ?? article.id
    output.write("# \(Markdown.escaped(title))\n\n")
    let known = [article.byline.joined(separator: ", "), article.outlet, article.date, article.url]
      .compactMap { $0 }.filter { !$0.isEmpty }
    if !known.isEmpty {
      output.write("*\(known.map(Markdown.escaped).joined(separator: " · "))*\n\n")
    }
    for paragraph in article.paragraphs {
      let text = article.text[paragraph.extent]
      if paragraph == article.paragraphs.first, text == title { continue }
      switch paragraph.kind {
      case .paragraph: break
      case .heading: output.write("## ")
      case .listItem: output.write("- ")
      case .quotation: output.write("> ")
      }
      output.write(Markdown.escaped(text))
      output.write("\n\n")
    }
  }
}
