public import DeskText

/// A passage that stands in two articles, word for word or nearly.
public struct ReusedPassage: Hashable, Sendable {
  /// Whether both may quote a third text.
  public enum Kind: String, Hashable, Sendable {
    case text
    /// In quotation marks in both articles.
    case quotation
  }

  /// By what the direction is known.
  public enum Direction: String, Hashable, Sendable {
    /// One article is dated earlier.
    case date
    /// One article credits the other's outlet.
    case credit
    /// By nothing: it is the order of the input.
    case unknown
  }

  /// Why both outlets may have it from a third hand.
  public enum Wire: Hashable, Sendable {
    /// One of the articles is copy of a news agency, by its own dateline, byline or outlet.
    case agency(String)
    /// Three outlets or more have it.
    case shared
  }

  /// A passage's place in one article.
  public struct Side: Hashable, Sendable {
    /// The article's number, in the order they came.
    public var article: Int
    public var extent: Extent<Unit.Byte>
    /// How many words it has there.
    public var words: Int
  }

  /// Whence it was taken.
  public var from: Side
  public var to: Side
  /// The share of the longer side's words that stand in the other, from 0 to 1.
  public var similarity: Double
  public var kind: Kind
  public var direction: Direction
  /// Whether the article that took it names the other's outlet beside it, links to it, or attributes
  /// the words to it; nil where that outlet is not known.
  public var isCredited: Bool?
  /// The words that credit it, in the article that took it.
  public var credit: Extent<Unit.Byte>?
  /// By what it is known for wire copy; nil where it is not.
  public var wire: Wire?
}
