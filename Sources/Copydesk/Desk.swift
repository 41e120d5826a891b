/// One document through all stages: cleaned, read, analyzed.
public struct Desk: Sendable {
  private let cleaner: Cleaner
  private let analysts: Analysts

  public init(lexicons: Lexicons = .embedded, explains: Bool = false) {
    cleaner = Cleaner(lexicons: lexicons)
    analysts = Analysts(lexicons, explains: explains)
  }

  public func article(from document: Document) throws(Reject) -> Article {
    try cleaner.article(from: document)
  }

  public func analysis(of document: Document) throws(Reject) -> Analysis {
    analysis(of: try cleaner.article(from: document))
  }

  public func analysis(of article: Article) -> Analysis {
    let reading = Reading(article.text)
    return Analysis(
      article: article, reading: reading, findings: analysts.findings(in: reading))
  }
}
