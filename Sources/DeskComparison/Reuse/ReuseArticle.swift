public import DeskAnalysis
public import DeskReading
public import DeskText

/// What is kept of an article to find its passages in others.
public struct ReuseArticle: Sendable {
  public var id: String
  public var outlet: String?
  public var title: String?
  /// `YYYY-MM-DD`.
  public var date: String?
  public var url: String?
  /// The article's text: passages are places in it.
  public let text: Text
  let words: [Word]
  /// The hash of each word's folded form.
  let hashes: [UInt32]
  let links: [Link]
  /// What the article attributes to sources.
  let attributions: [Attribution]
  /// The news agency whose copy it is, as it says itself.
  public let agency: String?

  /// A word of the text, marks and possessives aside.
  struct Word: Sendable {
    var start: UInt32
    var length: UInt16
    var flags: Flags
  }

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8

    static let capital = Flags(rawValue: 1)
    static let inQuote = Flags(rawValue: 2)
    static let sentenceStart = Flags(rawValue: 4)
    static let paragraphStart = Flags(rawValue: 8)
    static let allCapitals = Flags(rawValue: 16)
  }

  /// Words that the article attributes to a source.
  struct Attribution: Sendable {
    var content: [Extent<Unit.Byte>]
    var source: Extent<Unit.Byte>
    /// With its cue: a link there leads to the source.
    var whole: Extent<Unit.Byte>
    /// The words of its name where the article gives it elsewhere: "the paper" is the Dorrin Post.
    var entity: [UInt32]
    /// Whether it is a news outlet of which the article does not surely tell which: "the paper".
    var isOpenOutlet: Bool

    init?(_ finding: Finding) {
      guard let content = finding.part(.content), let source = finding.part(.source) else {
        return nil
      }
      self.content = content.pieces
      self.source = source.extent
      whole = finding.extent
      entity =
        finding.detail("entity").map {
          Words(Text($0)).tokens.filter(\.isWord).map(\.hash)
        } ?? []
      isOpenOutlet = finding.holds("source_open") && SourceType(of: finding) == .newsOutlet
    }

    /// Whether most of a passage stands in what is attributed.
    func holds(_ passage: Extent<Unit.Byte>) -> Bool {
      let inside = content.reduce(0) {
        $0 + max(0, min($1.end, passage.end) - max($1.start, passage.start))
      }
      return inside * 2 > passage.count
    }
  }

  /// Where the article links to.
  struct Link: Sendable {
    var extent: Extent<Unit.Byte>
    var address: String
  }

  /// - Parameters:
  ///   - article: to be set beside others.
  ///   - reading: of its text.
  ///   - findings: in its text, of which attributions tell whom it credits.
  ///   - agencies: by which agency copy is known.
  public init(
    _ article: Article, _ reading: Reading, findings: [Finding] = [],
    agencies: Agencies = .embedded
  ) {
    id = article.id
    outlet = article.outlet
    title = article.title
    date = article.date
    url = article.url
    text = article.text
    var words: [Word] = []
    var hashes: [UInt32] = []
    words.reserveCapacity(reading.wordCount)
    hashes.reserveCapacity(reading.wordCount)
    var pending: Flags = []
    for token in reading.words.tokens {
      if token.flags.contains(.paragraphStart) {
        pending.formUnion([.paragraphStart, .sentenceStart])
      }
      if token.flags.contains(.sentenceStart) { pending.insert(.sentenceStart) }
      guard token.isWord else { continue }
      var flags = pending
      if token.flags.contains(.capital) { flags.insert(.capital) }
      if token.flags.contains(.allCapitals) { flags.insert(.allCapitals) }
      if token.flags.contains(.inQuote) { flags.insert(.inQuote) }
      words.append(
        Word(
          start: UInt32(token.start), length: UInt16(clamping: token.end - token.start),
          flags: flags))
      hashes.append(token.hash)
      pending = []
    }
    self.words = words
    self.hashes = hashes
    attributions = findings.compactMap { Attribution($0) }
    agency = agencies.agency(of: article, reading)
    links = article.paragraphs.flatMap { paragraph in
      (paragraph.layout?.runs ?? []).compactMap { run in
        run.address.map {
          Link(
            extent: Extent(
              paragraph.extent.start + run.extent.start, paragraph.extent.start + run.extent.end),
            address: $0)
        }
      }
    }
  }
}

extension ReuseArticle {
  /// Some words, by their numbers.
  typealias Stretch = Range<Int>

  /// From the first letter of some words to their last.
  func bytes(_ words: Stretch) -> Extent<Unit.Byte> {
    let last = self.words[words.upperBound - 1]
    return Extent(
      Int(self.words[words.lowerBound].start), Int(last.start) + Int(last.length))
  }

  /// The words that stand at some place.
  func words(at extent: Extent<Unit.Byte>) -> Stretch {
    func first(from position: Int) -> Int {
      var (low, high) = (0, words.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(words[middle].start) < position { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return first(from: extent.start)..<first(from: extent.end)
  }

  /// Some words with the marks that belong to their sentences: all that stands before or behind
  /// them without a space.
  func bytes(
    _ words: Stretch, withMarksBefore before: Bool, after: Bool
  ) -> Extent<Unit.Byte> {
    let inner = bytes(words)
    var (start, end) = (inner.start, inner.end)
    let bytes = text.utf8
    if before {
      while start > 0, bytes[start - 1] > 0x20 { start -= 1 }
    }
    if after {
      while end < bytes.count, bytes[end] > 0x20 { end += 1 }
    }
    return Extent(start, end)
  }

  /// Whether a sentence or paragraph begins with a word, or the text has ended before it.
  func starts(_ flag: Flags, at word: Int) -> Bool {
    word == words.count || words[word].flags.contains(flag)
  }

  /// The first word of the sentence, or of the paragraph, that a word stands in.
  func start(of flag: Flags, around word: Int) -> Int {
    var word = word
    while word > 0, !words[word].flags.contains(flag) { word -= 1 }
    return word
  }

  /// The word after the last of the sentence, or of the paragraph, that a word stands in.
  func end(of flag: Flags, around word: Int) -> Int {
    var word = word + 1
    while word < words.count, !words[word].flags.contains(flag) { word += 1 }
    return word
  }
}
