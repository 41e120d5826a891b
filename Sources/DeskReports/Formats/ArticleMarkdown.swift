public import DeskText

/// The cleaned article as Markdown: headline, a line of what is known, paragraphs.
public struct ArticleMarkdown: ArticleFormat {
  public static let name = "markdown"

  public static let canShowRemovals = true

  private let showsRemovals: Bool

  public init(columns: [String], showsRemovals: Bool) { self.showsRemovals = showsRemovals }

  public func write(_ article: Article, to output: inout Output) {
    let title = article.title ?? article.id
    output.write("# \(Markdown.escaped(title))\n\n")
    let known = [article.byline.joined(separator: ", "), article.outlet, article.date, article.url]
      .compactMap { $0 }.filter { !$0.isEmpty }
    if !known.isEmpty {
      output.write("*\(known.map(Markdown.escaped).joined(separator: " · "))*\n\n")
    }
    article.forEachPiece { piece in
      switch piece {
      case .paragraph(let paragraph):
        let text = article.text[paragraph.extent]
        if paragraph == article.paragraphs.first, text == title { return }
        switch paragraph.kind {
        case .paragraph: break
        case .heading: output.write("## ")
        case .listItem: output.write("- ")
        case .quotation: output.write("> ")
        }
        output.write(Markdown.escaped(text))
        output.write("\n\n")
      case .removals(let removals):
        if showsRemovals { write(removals, to: &output) }
      }
    }
  }

  /// Removed pieces as a list, struck through, each with its reason and its rule.
  private func write(_ removals: ArraySlice<Removal>, to output: inout Output) {
    for removal in removals {
      output.write("- ~~\(Markdown.cell(removal.text))~~ (\(removal.reason), `\(removal.rule)`)\n")
    }
    output.write("\n")
  }
}
