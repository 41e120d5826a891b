public import DeskReading
public import DeskText

/// One article, read and analyzed: what every comparison is made of.
public struct Analysis: Sendable {
  public var article: Article
  public var wordCount: Int
  public var quotedWordCount: Int
  public var sentences: [Sentence]
  /// Sorted by place.
  public var findings: [Finding]

  public init(article: Article, reading: Reading, findings: [Finding]) {
    self.article = article
    wordCount = reading.wordCount
    quotedWordCount = reading.quotedWordCount
    sentences = reading.sentences
    self.findings = findings
  }

  /// The words of the sentence in which a finding begins.
  public func sentence(of finding: Finding) -> String {
    article.text[sentences[finding.sentence].bytes]
  }
}
