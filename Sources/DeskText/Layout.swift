/// How a paragraph stood on its page: what Markdown can show beyond its words.
public struct Layout: Hashable, Sendable {
  /// A stretch of one look.
  public struct Run: Hashable, Sendable {
    public var extent: Extent<Unit.Byte>
    /// Where it links to.
    public var address: String?
    public var isStrong: Bool
    public var isEmphasis: Bool
    public var isCode: Bool

    public init(
      _ extent: Extent<Unit.Byte>, address: String? = nil, isStrong: Bool = false,
      isEmphasis: Bool = false, isCode: Bool = false
    ) {
      self.extent = extent
      self.address = address
      self.isStrong = isStrong
      self.isEmphasis = isEmphasis
      self.isCode = isCode
    }
  }

  /// An item of a list around it.
  public struct Item: Hashable, Sendable {
    /// Tells the items of an article apart.
    public var id: Int
    /// Its place in an ordered list, from 1; nil in other lists.
    public var number: Int?

    public init(id: Int, number: Int? = nil) {
      self.id = id
      self.number = number
    }
  }

  /// A row of a table.
  public struct Row: Hashable, Sendable {
    /// Tells the tables of an article apart.
    public var table: Int
    public var cells: [String]

    public init(table: Int, cells: [String]) {
      self.table = table
      self.cells = cells
    }
  }

  /// Preformatted text with its line breaks; the paragraphs of one stand together.
  public struct Code: Hashable, Sendable {
    /// The same for the paragraphs of one piece of code.
    public var id: Int
    public var text: String

    public init(id: Int, text: String) {
      self.id = id
      self.text = text
    }
  }

  /// From 1 to 6 for a heading, else 0.
  public var level = 0
  /// How many quotations it stands in.
  public var quotations = 0
  /// The list items it stands in, the outermost first.
  public var items: [Item] = []
  /// In order, all of the paragraph; positions count from its beginning.
  public var runs: [Run] = []
  public var row: Row?
  public var code: Code?

  public init() {}
}
