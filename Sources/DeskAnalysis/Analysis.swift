public import DeskReading
public import DeskText

/// One article, read and analyzed: what every comparison is made of.
public struct Analysis: Sendable {
  public var article: Article
  /// Words and numbers of the text: what rates are divided by.
  public var wordCount: Int
  /// How many of them stand inside quotation marks.
  public var quotedWordCount: Int
  public var sentences: [Sentence]
  /// Sorted by place.
  public var findings: [Finding]
  /// What the user's dictionaries count, in their order; empty where they give findings.
  public var dictionaryCounts: [DictionaryCounts] = []
  /// What was found and left out because a reader rejects it.
  public var suppressed = Suppressed()
  /// Where the lead ends, in UTF-8 bytes: the headline, if the text has it, and the first paragraph
  /// of whole sentences.
  public let leadEnd: Int
  /// Where the first third of the words ends, in UTF-8 bytes.
  public let firstThirdEnd: Int
  /// Where each word that counts in a rate starts, in UTF-8 bytes, in order.
  private let wordStarts: [Int32]
  /// The same of the words inside quotation marks.
  private let quotedWordStarts: [Int32]

  /// - Parameters:
  ///   - article: the article.
  ///   - reading: its text, read.
  ///   - findings: what analyzers found in it, sorted by place.
  public init(article: Article, reading: Reading, findings: [Finding]) {
    self.article = article
    wordCount = reading.wordCount
    quotedWordCount = reading.quotedWordCount
    sentences = reading.sentences
    self.findings = findings
    wordStarts = reading.wordStarts
    quotedWordStarts = reading.quotedWordStarts
    leadEnd = Self.leadEnd(of: reading)
    let third = (wordStarts.count + 2) / 3
    firstThirdEnd =
      third < wordStarts.count ? Int(wordStarts[third]) : article.text.count
  }

  /// A headline has no stop at its end; a dateline alone, a byline or a caption is no sentence.
  private static func leadEnd(of reading: Reading) -> Int {
    let tokens = reading.words.tokens
    for paragraph in reading.paragraphs where paragraph.count > 8 {
      guard
        let last = paragraph.range.last(where: { !tokens[$0].flags.contains(.quoteMark) }),
        tokens[last].kind == .mark
      else { continue }
      let byte = reading.text.utf8[tokens[last].start]
      if byte == 0x2E || byte == 0x21 || byte == 0x3F { return tokens[paragraph.end - 1].end }
    }
    return reading.paragraphs.first.map { tokens[$0.end - 1].end } ?? 0
  }

  /// The number of words that start inside a stretch of the text.
  public func wordCount(in extent: Extent<Unit.Byte>) -> Int {
    Self.rank(extent.end, in: wordStarts) - Self.rank(extent.start, in: wordStarts)
  }

  /// The number of words inside quotation marks that start inside a stretch of the text.
  public func quotedWordCount(in extent: Extent<Unit.Byte>) -> Int {
    Self.rank(extent.end, in: quotedWordStarts) - Self.rank(extent.start, in: quotedWordStarts)
  }

  /// The number of words that start before a byte.
  private static func rank(_ byte: Int, in starts: [Int32]) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The words of the sentence in which a finding begins.
  public func sentence(of finding: Finding) -> String {
    article.text[sentences[finding.sentence].bytes]
  }
}
