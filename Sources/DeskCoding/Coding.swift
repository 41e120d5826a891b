public import DeskText

/// What one coder says of one article.
public struct Coding: Sendable {
  /// As the file names it; `CodingName.article` tells which names mean the same article.
  public var article: String
  public var coder: String
  public var origin: Origin
  /// The article's text as the file holds it; nil where it does not.
  public var text: Text?
  /// What stretches were marked; nil where the coder did not mark, but coded sentences.
  public var spans: [CodedSpan]?
  /// The sentences that were coded, those in which nothing was found among them.
  public var sentences: [CodedSentence]

  public init(
    article: String, coder: String, origin: Origin, text: Text? = nil, spans: [CodedSpan]? = nil,
    sentences: [CodedSentence] = []
  ) {
    self.article = article
    self.coder = coder
    self.origin = origin
    self.text = text
    self.spans = spans
    self.sentences = sentences
  }
}

/// A stretch of an article that a coder marked.
public struct CodedSpan: Hashable, Sendable {
  /// As the coder wrote it.
  public var category: String
  /// In code points; more than one where the mark is interrupted.
  public var pieces: [Extent<Unit.CodePoint>]
  /// The words that the file says are marked, to be checked against the text.
  public var words: String?
  /// The line of the file, where it has lines.
  public var line: Int?

  public init(
    category: String, pieces: [Extent<Unit.CodePoint>], words: String? = nil, line: Int? = nil
  ) {
    self.category = category
    self.pieces = pieces
    self.words = words
    self.line = line
  }
}

/// A sentence that a coder judged as a whole.
public struct CodedSentence: Hashable, Sendable {
  /// From 1, as in `sentences.csv` and on a worksheet.
  public var number: Int
  /// Its words, where the file holds them.
  public var words: String?
  /// As the coder wrote them; none where the coder looked and found nothing.
  public var categories: [String]
  /// The line of the file, where it has lines.
  public var line: Int?

  public init(number: Int, words: String? = nil, categories: [String], line: Int? = nil) {
    self.number = number
    self.words = words
    self.categories = categories
    self.line = line
  }
}

/// By what names coders mean the same thing.
public enum CodingName {
  /// A category's name without what people write differently: case, hyphens, underscores.
  public static func category(_ written: String) -> String {
    written.lowercased().split { $0.isWhitespace || $0 == "_" || $0 == "-" }
      .joined(separator: "_")
  }

  /// An article's id without its ending, which tools add, change or drop.
  public static func article(_ written: String) -> String {
    for ending in articleEndings where written.lowercased().hasSuffix(ending) {
      return String(written.dropLast(ending.count))
    }
    return written
  }

  private static let articleEndings = [
    ".txt", ".text", ".md", ".html", ".htm", ".ann", ".tsv", ".json", ".xmi",
  ]

  /// What people write to say that they looked and found nothing.
  static func isNone(_ written: String) -> Bool {
    ["none", "no", "0", "-", "–", "false"].contains(written.lowercased())
  }
}
