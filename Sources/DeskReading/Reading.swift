public import DeskText

/// A text as a reader takes it in: tokens, sentences, quotations, paragraphs.
///
/// Every position counts tokens of `words` or UTF-8 bytes of `text`, as its type says.
public struct Reading: Sendable {
  public let text: Text
  /// The tokens, with their places marked: sentence starts, quotation marks, quoted or not.
  public let words: Words
  public let paragraphs: [Extent<Unit.Token>]
  public let sentences: [Sentence]
  /// In order; quotations do not nest (a quotation inside a quotation is part of it).
  public let quotations: [Quotation]
  /// The number of words and numbers; marks and possessives are none.
  public let wordCount: Int
  /// How many of them stand inside quotation marks.
  public let quotedWordCount: Int

  /// For each token the number of its sentence.
  private let sentenceNumbers: [Int32]

  /// Reads a text: splits it into tokens and marks sentences and quotations.
  public init(_ text: Text) {
    var words = Words(text)
    let paragraphs = Self.paragraphs(of: words)
    let quotations = QuotationReader.quotations(in: &words, paragraphs: paragraphs)
    let sentences = SentenceReader.sentences(in: &words, paragraphs: paragraphs)
    sentenceNumbers = Self.sentenceNumbers(sentences, tokens: words.tokens.count)
    self.text = text
    self.paragraphs = paragraphs
    self.sentences = sentences
    self.quotations = quotations
    var all = 0
    var quoted = 0
    for token in words.tokens where token.isWord {
      all += 1
      if token.flags.contains(.inQuote) { quoted += 1 }
    }
    wordCount = all
    quotedWordCount = quoted
    self.words = words
  }

  /// The number of the sentence that a token stands in.
  public func sentenceNumber(ofToken token: Int) -> Int { Int(sentenceNumbers[token]) }

  /// The sentence that a token stands in.
  public func sentence(ofToken token: Int) -> Sentence {
    sentences[Int(sentenceNumbers[token])]
  }

  /// The quotation that a token stands in, its marks included.
  public func quotation(ofToken token: Int) -> Quotation? {
    var low = 0
    var high = quotations.count
    while low < high {
      let middle = (low + high) / 2
      if quotations[middle].tokens.end <= token { low = middle + 1 } else { high = middle }
    }
    guard low < quotations.count, quotations[low].tokens.contains(token) else { return nil }
    return quotations[low]
  }

  private static func sentenceNumbers(_ sentences: [Sentence], tokens count: Int) -> [Int32] {
    var numbers: [Int32] = []
    numbers.reserveCapacity(count)
    // Sentences follow each other without a gap.
    for (number, sentence) in sentences.enumerated() {
      numbers.append(contentsOf: repeatElement(Int32(number), count: sentence.tokens.count))
    }
    return numbers
  }

  private static func paragraphs(of words: Words) -> [Extent<Unit.Token>] {
    var out: [Extent<Unit.Token>] = []
    var start = 0
    for index in words.tokens.indices
    where index > start && words.tokens[index].flags.contains(.paragraphStart) {
      out.append(Extent(start, index))
      start = index
    }
    if start < words.tokens.count { out.append(Extent(start, words.tokens.count)) }
    return out
  }
}

/// A sentence, or what stands for one: a headline, a list item, a caption.
public struct Sentence: Hashable, Sendable {
  public var tokens: Extent<Unit.Token>
  /// From its first to its last token.
  public var bytes: Extent<Unit.Byte>
  /// The number of its paragraph.
  public var paragraph: Int
}

/// Words inside quotation marks.
public struct Quotation: Hashable, Sendable {
  /// With its marks.
  public var tokens: Extent<Unit.Token>
  /// Without them.
  public var inner: Extent<Unit.Token>
  /// Whether a closing mark was found; a quotation that goes on in the next paragraph has none.
  public var isClosed: Bool
  /// The number of its paragraph.
  public var paragraph: Int
}
