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
  /// Where each word and number starts, in UTF-8 bytes, in order; marks and possessives are none.
  public let wordStarts: [Int32]
  /// The same of those inside quotation marks.
  public let quotedWordStarts: [Int32]

  /// For each token the number of its sentence.
  private let sentenceNumbers: [Int32]

  /// Reads a text: splits it into tokens and marks sentences and quotations.
  public init(_ text: Text) {
    var words = Words(text)
    self.text = text
    (paragraphs, wordStarts, quotations, quotedWordStarts, sentences, sentenceNumbers) = words.mark
    {
      words in
      let (paragraphs, wordStarts) = Self.paragraphs(of: words)
      let quotations = QuotationReader.quotations(in: words, paragraphs: paragraphs)
      let sentences = SentenceReader.sentences(in: words, paragraphs: paragraphs)
      return (
        paragraphs, wordStarts, quotations, Self.starts(of: quotations, in: words), sentences,
        Self.sentenceNumbers(sentences, tokens: words.tokens.count)
      )
    }
    self.words = words
  }

  /// The number of words and numbers; marks and possessives are none.
  public var wordCount: Int { wordStarts.count }
  /// How many of them stand inside quotation marks.
  public var quotedWordCount: Int { quotedWordStarts.count }

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
    [Int32](unsafeUninitializedCapacity: count) { numbers, filled in
      // Sentences follow each other without a gap.
      for (number, sentence) in sentences.enumerated() {
        numbers[sentence.tokens.range].initialize(repeating: Int32(number))
      }
      filled = count
    }
  }

  /// The paragraphs, and where words start: one walk for both.
  private static func paragraphs(
    of words: MarkedWords
  ) -> (paragraphs: [Extent<Unit.Token>], wordStarts: [Int32]) {
    let tokens = words.tokens
    var paragraphs: [Extent<Unit.Token>] = []
    var first = 0
    let wordStarts = [Int32](unsafeUninitializedCapacity: tokens.count) { starts, count in
      var words = 0
      for index in 0..<tokens.count {
        let token = tokens[index]
        // Each is written, and the next goes over what is no word: no branch asks.
        starts[words] = token.start32
        words &+= token.isWord ? 1 : 0
        if token.flags.contains(.paragraphStart), index > first {
          paragraphs.append(Extent(first, index))
          first = index
        }
      }
      count = words
    }
    if first < tokens.count { paragraphs.append(Extent(first, tokens.count)) }
    return (paragraphs, wordStarts)
  }

  /// Where the words of quotations start.
  private static func starts(of quotations: [Quotation], in words: MarkedWords) -> [Int32] {
    var starts: [Int32] = []
    starts.reserveCapacity(quotations.reduce(0) { $0 + $1.tokens.count })
    for quotation in quotations {
      for token in words.tokens[quotation.tokens.range] where token.isWord {
        starts.append(token.start32)
      }
    }
    return starts
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
