import DeskLexicons

/// What the names of `<meta>` elements mean: `metadata.tsv`, the most trusted first.
///
/// Names are compared by their letters and figures alone: `pub_date`, `pub-date` and `pubDate` are
/// one.
struct MetaNames: Sendable {
  enum Meaning: String, Hashable, Sendable {
    case title, byline, published, update, outlet, language, url
  }

  struct Entry: Sendable {
    var meaning: Meaning
    /// Its place among the names of the same meaning; a lower one is trusted more.
    var rank: Int
  }

  private var entries: [[UInt8]: Entry] = [:]

  init(_ lexicons: Lexicons) {
    guard let table = lexicons.table("metadata.tsv") else { return }
    for row in table.rows {
      guard let name = table.cell(row, "entry"),
        let meaning = table.cell(row, "category").flatMap({ Meaning(rawValue: $0) })
      else { continue }
      entries[Self.letters(name.utf8)] = Entry(meaning: meaning, rank: row.line)
    }
  }

  func entry(_ name: ArraySlice<UInt8>) -> Entry? { entries[Self.letters(name)] }

  /// Whether a class name or the beginning of a line speaks of an update, not of the publication.
  func speaksOfUpdate(_ text: some Collection<UInt8>) -> Bool {
    text.split { !($0 | 0x20 &- 0x61 < 26) && $0 < 0x80 }.prefix(12).contains { word in
      entries[Self.letters(word)]?.meaning == .update
    }
  }

  private static func letters(_ name: some Sequence<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    for byte in name {
      if byte &- 0x41 < 26 {
        out.append(byte | 0x20)
      } else if byte &- 0x61 < 26 || byte &- 0x30 < 10 {
        out.append(byte)
      }
    }
    return out
  }
}
