public import DeskText

/// One fact as several articles tell it.
public struct Fact: Sendable {
  /// From 1: by story, then by how many articles tell it.
  public var number: Int
  /// The number of its story.
  public var story: Int
  /// By article, then place.
  public var tellings: [Telling]
  /// Where the tellings' figures do not agree.
  public var contradictions: [Contradiction]
  /// The articles of the story that do not tell it.
  public var leftOut: [Article]

  /// An article of a fact.
  public struct Article: Hashable, Sendable {
    public var id: String
    public var outlet: String?
  }

  /// One sentence that tells the fact.
  public struct Telling: Sendable {
    public var article: Article
    /// In code points of the article's text.
    public var extent: Extent<Unit.CodePoint>
    /// The same in UTF-8 bytes.
    public var bytes: Extent<Unit.Byte>
    public var text: String
    public var stance: Stance
    /// The words that name the source; nil where there is none.
    public var source: String?
  }

  /// Figures of two articles or more that count the same and differ.
  public struct Contradiction: Hashable, Sendable {
    /// What is counted, as it is written first.
    public var counted: String
    /// The figures as they are written, with the places of their tellings.
    public var figures: [Figure]
  }

  /// A number in one telling.
  public struct Figure: Hashable, Sendable {
    public var written: String
    /// The place among the fact's tellings.
    public var telling: Int
  }

  /// The telling that says it in the fewest words: it may stand for the fact.
  public var shortest: Telling {
    tellings.min { $0.text.utf8.count < $1.text.utf8.count } ?? tellings[0]
  }

  /// How many articles tell it.
  public var articleCount: Int { Set(tellings.map(\.article.id)).count }
}
