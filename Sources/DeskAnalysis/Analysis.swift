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
  /// Where each word that counts in a rate starts, in UTF-8 bytes, in order.
  private let wordStarts: [Int32]

  public init(article: Article, reading: Reading, findings: [Finding]) {
    self.article = article
    wordCount = reading.wordCount
    quotedWordCount = reading.quotedWordCount
    sentences = reading.sentences
    self.findings = findings
    wordStarts = reading.words.tokens.lazy.filter(\.isWord).map(\.start32)
  }

  /// The number of words that start inside a stretch of the text.
  public func wordCount(in extent: Extent<Unit.Byte>) -> Int {
    rank(extent.end) - rank(extent.start)
  }

  /// The number of words that start before a byte.
  private func rank(_ byte: Int) -> Int {
    var low = 0
    var high = wordStarts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(wordStarts[middle]) < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The words of the sentence in which a finding begins.
  public func sentence(of finding: Finding) -> String {
    article.text[sentences[finding.sentence].bytes]
  }
}
