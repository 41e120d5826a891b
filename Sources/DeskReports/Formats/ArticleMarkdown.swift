public import DeskText

/// The cleaned article as Markdown (GFM): front matter with what is known of it, its headline, then
/// headings, lists, quotations, tables, code, links and emphasis as on the page.
public struct ArticleMarkdown: ArticleFormat {
  public static let name = "markdown"
  public static let canShowRemovals = true
  public static let showsLayout = true

  private let showsRemovals: Bool

  public init(columns: [String], showsRemovals: Bool) { self.showsRemovals = showsRemovals }

  public func write(_ article: Article, to output: inout Output) {
    writeFrontMatter(of: article, to: &output)
    let title = article.title ?? article.id
    output.write("# \(Markdown.escaped(title))\n\n")
    var body = MarkdownBody()
    article.forEachPiece { piece in
      switch piece {
      case .paragraph(let paragraph):
        if paragraph == article.paragraphs.first, article.text[paragraph.extent] == title { return }
        body.write(paragraph, of: article, to: &output)
      case .removals(let removals):
        guard showsRemovals else { return }
        body.end(to: &output)
        write(removals, to: &output)
      }
    }
    body.end(to: &output)
  }

  /// As `copydesk` and most others read it back: `name: value` between two lines of `---`.
  private func writeFrontMatter(of article: Article, to output: inout Output) {
    let byline = article.byline.joined(separator: "; ")
    let known: [(name: String, value: String?)] = [
      ("title", article.title), ("byline", byline.isEmpty ? nil : byline), ("date", article.date),
      ("outlet", article.outlet), ("url", article.url), ("language", article.language),
      ("remark", article.remark),
    ]
    output.write("---\n")
    for (name, value) in known {
      guard let value else { continue }
      let quoted = value.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\\\"")
      let isPlain = name == "date" || name == "language"
      output.write(isPlain ? "\(name): \(value)\n" : "\(name): \"\(quoted)\"\n")
    }
    output.write("---\n\n")
  }

  /// Removed pieces as a list, struck through, each with its reason and its rule.
  private func write(_ removals: ArraySlice<Removal>, to output: inout Output) {
    for removal in removals {
      output.write("- ~~\(Markdown.cell(removal.text))~~ (\(removal.reason), `\(removal.rule)`)\n")
    }
    output.write("\n")
  }
}
