import DeskText

/// What a column of an input can hold for us.
public enum Field: String, CaseIterable, Hashable, Sendable {
  case id, text, html, outlet, republisher, title, byline, date, url

  /// The column names that mean this, the surest first.
  public var names: [String] {
    switch self {
    case .id: ["id"]
    case .text: ["text", "content", "body", "article"]
    case .html: ["html"]
    case .outlet: ["outlet", "publication", "source", "publisher"]
    case .republisher: ["republisher"]
    case .title: ["title", "headline"]
    case .byline: ["byline", "author", "authors"]
    case .date: ["date"]
    case .url: ["url"]
    }
  }
}

/// Which columns of a table hold what, and which are only carried through.
struct Layout {
  let names: [String]
  /// The names as bytes.
  let keys: [[UInt8]]
  /// For each column its field; nil for one that is carried through.
  let fields: [Field?]
  /// For each column, whether it only repeats the text, as in what `clean` writes.
  private let isDerived: [Bool]
  /// A clause that says why no article can be read from such columns; nil when one can.
  let fault: String?
  /// A clause that names a column, asked for by name, that is not there; nil when all are.
  let unfound: String?

  init(_ names: [String], options: InputOptions) {
    self.names = names
    keys = names.map { Array($0.utf8) }
    let plain = names.map { $0.lowercased() }
    var fields = [Field?](repeating: nil, count: names.count)
    var missing: String?
    var unfound: String?
    for field in Field.allCases {
      if let wanted = options.columns[field] {
        if let index = names.firstIndex(of: wanted) ?? plain.firstIndex(of: wanted.lowercased()) {
          fields[index] = field
        } else if field == .text || field == .html {
          missing = "no column '\(wanted)'"
        } else {
          unfound = "no column '\(wanted)'"
        }
      }
    }
    for field in Field.allCases where options.columns[field] == nil {
      for name in field.names {
        if let index = plain.firstIndex(of: name), fields[index] == nil {
          fields[index] = field
          break
        }
      }
    }
    self.fields = fields
    isDerived = names.map { ["paragraphs", "removed", "findings", "metrics"].contains($0) }
    if missing == nil, !fields.contains(.text), !fields.contains(.html) {
      missing = "no column 'text', 'content', 'body', 'article' or 'html'"
    }
    let listed =
      names.prefix(12).map { "'\($0)'" }.joined(separator: ", ") + (names.count > 12 ? ", ..." : "")
    fault = missing.map { "\($0) among \(listed); name the right one with --column text=NAME" }
    self.unfound = unfound.map { "\($0) among \(listed); see --column" }
  }

  /// The name of the column that holds the text, or the page.
  var contentName: String {
    let index = fields.firstIndex(of: .text) ?? fields.firstIndex(of: .html)
    return index.map { names[$0] } ?? "text"
  }

  /// Makes a document of one record's values.
  ///
  /// - Parameters:
  ///   - origin: the record's place.
  ///   - options: whether the text is to be kept as it is.
  ///   - value: gives the record's value in a column; nil where it has none.
  /// - Returns: the document, by the record's own id or its place.
  /// - Throws: a reject where the record has no text.
  @inline(__always)
  func document(origin: Origin, options: InputOptions, _ value: (_ column: Int) -> Value?)
    throws(Reject) -> Document
  {
    var id: String?
    var text: [UInt8]?
    var html: [UInt8]?
    var document = Document(id: "", content: .text([]), origin: origin)
    for index in names.indices where !isDerived[index] || fields[index] != nil {
      let value = value(index)
      guard let field = fields[index] else {
        document.columns.append(Column(name: names[index], value: value?.string ?? ""))
        continue
      }
      // A page of nothing is still a page: cleaning says of it that it has no article.
      if field == .html, let value { html = value.bytes }
      guard let value, !value.isMissing else { continue }
      switch field {
      case .text: text = value.bytes
      case .html: break
      case .id: id = value.string
      case .outlet: document.outlet = value.string
      case .republisher: document.republisher = value.string
      case .title: document.title = value.string
      case .byline: document.byline = value.list
      case .date: document.date = value.string
      case .url: document.url = value.string
      }
    }
    document.id = id ?? origin.description
    if let text, options.takesRawText {
      document.content = .rawText(text)
    } else if let html, text == nil || html.contains(where: { $0 > 0x20 }) {
      document.content = .html(html, charset: "utf-8")
    } else if let text {
      document.content = .text(text)
    } else {
      throw Reject(origin: origin, reason: "no text in column '\(contentName)'")
    }
    return document
  }
}
