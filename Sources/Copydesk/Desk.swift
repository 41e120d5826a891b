/// One document through all stages: cleaned, read, analyzed.
///
/// Made once and used for many documents, on any number of threads: making it compiles the word
/// lists. What it gives depends on the document and the lists alone.
public struct Desk: Sendable {
  /// The version of the library and the program, as in `copydesk --version` and `run.json`.
  ///
  /// It follows semantic versioning; what changes a figure raises at least the minor number.
  public static let version = "0.1.0"

  private let cleaner: Cleaner
  private let analysts: Analysts
  private let background: Deferred<BackgroundWords>
  private let agencies: Deferred<Agencies>
  private let ignoring: IgnoreList?
  /// Sets the sentences of a story's articles side by side.
  public let facts: Facts

  /// - Parameters:
  ///   - lexicons: the word lists to use, and the user's dictionaries.
  ///   - explains: whether findings are to carry the weights that decided.
  ///   - ignoring: what a reader does not want counted.
  ///   - types: the analyzers to run, beside the user's dictionaries.
  ///   - countsDictionaries: whether dictionaries give `Analysis.dictionaryCounts` in the place of
  ///     findings; not where something is ignored, which takes places.
  public init(
    lexicons: Lexicons = .embedded, explains: Bool = false, ignoring: IgnoreList? = nil,
    analyzers types: [any Analyzer.Type] = analyzers, countsDictionaries: Bool = false
  ) {
    self.ignoring = ignoring
    cleaner = Cleaner(lexicons: lexicons)
    analysts = Analysts(
      lexicons, analyzers: types, explains: explains,
      countsDictionaries: countsDictionaries && ignoring == nil)
    facts = Facts(
      weights: FactWeights(
        lexicons.table("fact-weights.tsv") ?? Lexicons.embedded.table("fact-weights.tsv")))
    background = Deferred { BackgroundWords(lexicons) }
    agencies = Deferred { Agencies(lexicons) }
  }

  /// The article that a document holds: cleaned text, what is known of it, what was removed.
  ///
  /// - Throws: why no article can be made of it.
  public func article(from document: Document) throws(Reject) -> Article {
    try cleaner.article(from: document)
  }

  /// What all analyzers find in a document, cleaned before.
  ///
  /// - Throws: why no article can be made of it.
  public func analysis(of document: Document) throws(Reject) -> Analysis {
    analysis(of: try cleaner.article(from: document))
  }

  /// What all analyzers find in an article's text.
  ///
  /// Positions count UTF-8 bytes of the text; `CodePoints` turns them into code points.
  public func analysis(of article: Article) -> Analysis {
    analysis(of: article, Reading(article.text))
  }

  /// What a comparison takes of a document.
  ///
  /// - Throws: why no article can be made of it.
  public func digest(of document: Document) throws(Reject) -> Digest {
    let article = try cleaner.article(from: document)
    let reading = Reading(article.text)
    return Digest(
      analysis(of: article, reading), reading, background: background.value,
      agencies: agencies.value)
  }

  /// What stories and facts take of a document.
  ///
  /// - Throws: why no article can be made of it.
  public func factArticle(
    from document: Document
  ) throws(Reject) -> (story: StoryArticle, facts: FactArticle) {
    let article = try cleaner.article(from: document)
    let reading = Reading(article.text)
    let analysis = analysis(of: article, reading)
    return (
      StoryArticle(article, reading, background: background.value),
      FactArticle(analysis, reading, background: background.value)
    )
  }

  /// What is kept of a document to find its passages in others.
  ///
  /// - Throws: why no article can be made of it.
  public func reuseArticle(from document: Document) throws(Reject) -> ReuseArticle {
    let article = try cleaner.article(from: document)
    let reading = Reading(article.text)
    return ReuseArticle(
      article, reading, findings: analysis(of: article, reading).findings, agencies: agencies.value)
  }

  private func analysis(of article: Article, _ reading: Reading) -> Analysis {
    let results = analysts.results(in: reading)
    var analysis = Analysis(article: article, reading: reading, findings: results.findings)
    analysis.dictionaryCounts = results.dictionaryCounts
    analysis.suppress(by: ignoring)
    return analysis
  }
}
