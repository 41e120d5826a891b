public import DeskAnalysis
public import DeskReading
import DeskText

/// What a comparison takes of an article: its analysis, and what sets it beside others.
///
/// Making one costs more than adding it, and may run on any thread.
public struct Digest: Sendable {
  public let analysis: Analysis
  let story: StoryArticle
  let words: WordTally
  let reuse: ReuseArticle
  let facts: FactArticle

  /// - Parameters:
  ///   - analysis: of the article.
  ///   - reading: of the same article.
  ///   - background: how common words are in news.
  ///   - agencies: by which agency copy is known.
  public init(
    _ analysis: Analysis, _ reading: Reading, background: BackgroundWords = .embedded,
    agencies: Agencies = .embedded
  ) {
    self.analysis = analysis
    story = StoryArticle(analysis.article, reading, background: background)
    words = WordTally(analysis.article, reading)
    reuse = ReuseArticle(
      analysis.article, reading, findings: analysis.findings, agencies: agencies)
    facts = FactArticle(analysis, reading, background: background)
  }
}
