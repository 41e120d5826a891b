public import DeskText

/// The cleaned text alone, its headline first; a rule between articles.
///
/// Removed pieces, where they are shown, stand indented in their places, each behind its reason and
/// its rule.
public struct ArticleText: ArticleFormat {
  public static let name = "text"
  public static let canShowRemovals = true

  private let showsRemovals: Bool

  public init(columns: [String], showsRemovals: Bool) { self.showsRemovals = showsRemovals }

  public func write(_ article: Article, to output: inout Output) {
    if let title = article.title, !article.text.utf8.starts(with: title.utf8) {
      output.write(title)
      output.write("\n\n")
    }
    if showsRemovals {
      writeWithRemovals(article, to: &output)
    } else {
      output.write(contentsOf: article.text.utf8)
      output.write("\n\n")
    }
    output.write(String(repeating: "-", count: 72))
    output.write("\n\n")
  }

  private func writeWithRemovals(_ article: Article, to output: inout Output) {
    if let remark = article.remark { output.write("(\(remark))\n\n") }
    article.forEachPiece { piece in
      switch piece {
      case .paragraph(let paragraph):
        output.write(article.text[paragraph.extent])
        output.write("\n\n")
      case .removals(let removals):
        for removal in removals {
          let text = removal.text.split(whereSeparator: \.isNewline).joined(separator: " ")
          output.write("    [\(removal.reason), \(removal.rule)] \(text)\n")
        }
        output.write("\n")
      }
    }
  }
}

/// What an article was made of, in the order of the input.
enum ArticlePiece {
  case paragraph(Paragraph)
  /// Pieces set aside between two paragraphs.
  case removals(ArraySlice<Removal>)
}

extension Article {
  /// Kept paragraphs and removed pieces in the order in which they stood.
  func forEachPiece(_ body: (ArticlePiece) -> Void) {
    var rest = removals[...]
    for kept in 0...paragraphs.count {
      let here = rest.prefix { $0.after <= kept }
      if !here.isEmpty { body(.removals(here)) }
      rest = rest.dropFirst(here.count)
      if kept < paragraphs.count { body(.paragraph(paragraphs[kept])) }
    }
  }
}
