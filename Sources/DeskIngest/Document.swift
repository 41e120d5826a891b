public import DeskText

/// One article as it came in: a page or a text, and what the input says about it.
public struct Document: Sendable {
  /// What the article stands in: a page, or a text.
  public enum Content: Sendable {
    /// The bytes of a page, undecoded, with the charset that the transport named.
    case html([UInt8], charset: String?)
    /// Plain text as pasted or exported: furniture and all.
    case text([UInt8])
    /// Text that is taken as it is, so that positions in it stay valid.
    case rawText([UInt8])
  }

  /// Names the article in every table: its file, or the input's own id.
  public var id: String
  public var content: Content
  /// Who wrote it; nil where the input does not say.
  public var outlet: String?
  /// Who printed it again, where that is another one.
  public var republisher: String?
  public var title: String?
  /// Persons, one an element.
  public var byline: [String]
  /// `YYYY-MM-DD`, or as the input writes it.
  public var date: String?
  /// Its address, as the input writes it.
  public var url: String?
  /// Where it came from, for messages.
  public var origin: Origin
  /// The input's other columns, untouched.
  public var columns: [Column]

  public init(
    id: String, content: Content, outlet: String? = nil, republisher: String? = nil,
    title: String? = nil, byline: [String] = [], date: String? = nil, url: String? = nil,
    origin: Origin, columns: [Column] = []
  ) {
    self.id = id
    self.content = content
    self.outlet = outlet
    self.republisher = republisher
    self.title = title
    self.byline = byline
    self.date = date
    self.url = url
    self.origin = origin
    self.columns = columns
  }
}
