/// One document through all stages: cleaned, read, analyzed.
public struct Desk: Sendable {
  private let cleaner: Cleaner
  private let analysts: Analysts
  private let background: BackgroundWords
  private let ignoring: IgnoreList?
  /// Sets the sentences of a story's articles side by side.
  public let facts: Facts

  /// - Parameters:
  ///   - lexicons: the word lists to use, and the user's dictionaries.
  ///   - explains: whether findings are to carry the weights that decided.
  ///   - ignoring: what a reader does not want counted.
  public init(
    lexicons: Lexicons = .embedded, explains: Bool = false, ignoring: IgnoreList? = nil
  ) {
    self.ignoring = ignoring
    cleaner = Cleaner(lexicons: lexicons)
    analysts = Analysts(lexicons, explains: explains)
    facts = Facts(
      weights: FactWeights(
        lexicons.table("fact-weights.tsv") ?? Lexicons.embedded.table("fact-weights.tsv")))
    background = BackgroundWords(lexicons)
  }

  public func article(from document: Document) throws(Reject) -> Article {
    try cleaner.article(from: document)
  }

  public func analysis(of document: Document) throws(Reject) -> Analysis {
    analysis(of: try cleaner.article(from: document))
  }

  public func analysis(of article: Article) -> Analysis {
    analysis(of: article, Reading(article.text))
  }

  /// What a comparison takes of a document.
  public func digest(of document: Document) throws(Reject) -> Digest {
    let article = try cleaner.article(from: document)
    let reading = Reading(article.text)
    return Digest(analysis(of: article, reading), reading, background: background)
  }

  /// What stories and facts take of a document.
  public func factArticle(
    from document: Document
  ) throws(Reject) -> (story: StoryArticle, facts: FactArticle) {
    let article = try cleaner.article(from: document)
    let reading = Reading(article.text)
    let analysis = analysis(of: article, reading)
    return (
      StoryArticle(article, reading, background: background),
      FactArticle(analysis, reading, background: background)
    )
  }

  private func analysis(of article: Article, _ reading: Reading) -> Analysis {
    var analysis = Analysis(
      article: article, reading: reading, findings: analysts.findings(in: reading))
    analysis.suppress(by: ignoring)
    return analysis
  }
}
