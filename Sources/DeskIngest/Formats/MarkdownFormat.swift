public import DeskText

/// An article in Markdown, with a block of `name: value` lines in front of it or without.
///
/// Headings, emphasis and links are left to cleaning, which meets them in pasted texts too.
public struct MarkdownFormat: InputFormat {
  public static let name = "Markdown"
  public static let fileExtensions = ["md", "markdown"]
  public static let holdsMany = false
  let options: InputOptions

  public init(_ options: InputOptions) { self.options = options }

  /// Only a block of front matter tells Markdown from text.
  public static func isLikely(_ beginning: UnsafeBufferPointer<UInt8>, options: InputOptions)
    -> Bool
  { beginning.starts(with: "---\n".utf8) }

  public func read(_ source: inout ByteSource, _ body: (Result<Document, Reject>) -> Bool) {
    let takesRawText = options.takesRawText
    _ = body(
      wholeFile(&source, options: options) { bytes, origin in
        if takesRawText {
          return Document(id: fileName(origin.input), content: .rawText(bytes), origin: origin)
        }
        var document = Document(id: fileName(origin.input), content: .text([]), origin: origin)
        let rest = FrontMatter.fill(&document, from: bytes)
        document.content = .text(Array(rest))
        return document
      })
  }
}

/// The `name: value` lines between two lines of `---`.
private enum FrontMatter {
  /// Takes what the block says into a document and returns the bytes after it.
  static func fill(_ document: inout Document, from bytes: [UInt8]) -> ArraySlice<UInt8> {
    var rest = bytes[...]
    if rest.starts(with: byteOrderMark) { rest = rest.dropFirst(3) }
    let all = rest
    guard take(&rest) == "---" else { return all }
    var pairs: [(name: String, value: String)] = []
    while !rest.isEmpty {
      let line = take(&rest)
      if line == "---" {
        for pair in pairs { set(&document, pair.name, pair.value) }
        return rest
      }
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = trimmedASCII(Array(line[line.index(after: colon)...].utf8))
      pairs.append(
        (String(line[..<colon]).lowercased(), unquoted(String(decoding: value, as: UTF8.self))))
    }
    return all
  }

  private static func take(_ rest: inout ArraySlice<UInt8>) -> String {
    let line = rest.prefix { $0 != 0x0A }
    rest = rest.dropFirst(line.count + 1)
    let content = line.last == 0x0D ? line.dropLast() : line
    return String(decoding: content, as: UTF8.self)
  }

  private static func unquoted(_ value: String) -> String {
    guard value.count > 1, let first = value.first, first == value.last,
      first == "\"" || first == "'"
    else { return value }
    return String(value.dropFirst().dropLast())
  }

  private static func set(_ document: inout Document, _ name: String, _ value: String) {
    guard !value.isEmpty else { return }
    switch Field.allCases.first(where: { $0.names.contains(name) }) {
    case .outlet: document.outlet = value
    case .republisher: document.republisher = value
    case .title: document.title = value
    case .date: document.date = value
    case .url: document.url = value
    case .byline:
      let list =
        value.hasPrefix("[") && value.hasSuffix("]") ? value.dropFirst().dropLast() : value[...]
      document.byline = list.split { $0 == ";" || $0 == "," }.map {
        unquoted(String(decoding: trimmedASCII(Array($0.utf8)), as: UTF8.self))
      }
    case .id: document.id = value
    case .text, .html, nil: document.columns.append(Column(name: name, value: value))
    }
  }
}
