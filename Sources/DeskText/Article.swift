/// One article after cleaning: its text, what is known about it, and what was removed from it.
public struct Article: Sendable {
  public var id: String
  /// The outlet that wrote it; nil when neither the page nor a manifest tells.
  public var outlet: String?
  /// The outlet that printed it again, where that is another one.
  public var republisher: String?
  public var title: String?
  /// Persons, one an element, without "By" and without roles.
  public var byline: [String]
  /// `YYYY-MM-DD`.
  public var date: String?
  public var url: String?
  /// A BCP 47 tag, as the page states it unless its words say another; `und`: none known here, but
  /// not English; nil: nobody knows.
  public var language: String?
  /// Body paragraphs, joined by one blank line.
  public var text: Text
  /// Where each paragraph stands in `text`, in order.
  public var paragraphs: [Paragraph]
  public var removals: [Removal]
  /// Why the text is empty or cut, as a clause; nil when there is nothing to say.
  public var remark: String?
  /// Entries of word lists that marks in the article itself reject.
  public var ignoredEntries: [String] = []
  public var origin: Origin
  /// The input's own columns, in their order, untouched.
  public var columns: [Column]

  public init(
    id: String, outlet: String? = nil, republisher: String? = nil, title: String? = nil,
    byline: [String] = [], date: String? = nil, url: String? = nil, language: String? = nil,
    text: Text, paragraphs: [Paragraph] = [], removals: [Removal] = [], remark: String? = nil,
    origin: Origin, columns: [Column] = []
  ) {
    self.id = id
    self.outlet = outlet
    self.republisher = republisher
    self.title = title
    self.byline = byline
    self.date = date
    self.url = url
    self.language = language
    self.text = text
    self.paragraphs = paragraphs
    self.removals = removals
    self.remark = remark
    self.origin = origin
    self.columns = columns
  }
}

extension Article {
  /// Whether it is in English, or not known to be in another language.
  ///
  /// The word lists of the analyzers are English: counts in other languages mean nothing.
  public var isEnglish: Bool {
    guard let language else { return true }
    return language.prefix { $0 != "-" && $0 != "_" }.lowercased() == "en"
  }
}

/// A block of an article's text.
public struct Paragraph: Hashable, Sendable {
  /// What the block is on the page.
  public enum Kind: String, Hashable, Sendable {
    case paragraph, heading, listItem, quotation
  }
  public var extent: Extent<Unit.Byte>
  public var kind: Kind
  /// How it stood on its page; nil where nobody asked, or where there was no page.
  public var layout: Layout?

  public init(_ extent: Extent<Unit.Byte>, kind: Kind = .paragraph, layout: Layout? = nil) {
    self.extent = extent
    self.kind = kind
    self.layout = layout
  }
}

/// A piece that cleaning took out, and why.
public struct Removal: Hashable, Sendable {
  public var text: String
  /// What it is: `caption`, `byline`, `share-prompt`, ...: the category of the rule that fired.
  public var reason: String
  /// The rule that fired: `boilerplate.tsv:12`, or the name of a structural rule.
  public var rule: String
  /// The line of a plain-text input it began on, from 1.
  public var line: Int?
  /// How many of the text's paragraphs stand before it.
  public var after: Int

  public init(text: String, reason: String, rule: String, line: Int? = nil, after: Int = 0) {
    self.text = text
    self.reason = reason
    self.rule = rule
    self.line = line
    self.after = after
  }
}

/// One of the input's own columns, carried through to the output.
public struct Column: Hashable, Sendable {
  public var name: String
  public var value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
