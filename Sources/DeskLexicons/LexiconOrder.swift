import DeskText

extension Lexicon {
  /// The file with its entries in order: by category, then alphabetical; all else as it stands.
  ///
  /// Comment lines between entries move up to the directives, so that none ends beside a stranger.
  public static func sorted(_ table: Table, inflections: Inflections) -> [UInt8] {
    let list = Lexicon(table, inflections: inflections)
    let entries = list.entries.enumerated().sorted { a, b in
      if Lexicons.order(a.element, b.element) { return true }
      if Lexicons.order(b.element, a.element) { return false }
      return a.offset < b.offset
    }
    let lines = table.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let entryLines = Set(list.entries.map(\.line))
    var out: [UInt8] = []
    for (index, line) in lines.enumerated() where !entryLines.contains(index + 1) && !line.isEmpty {
      if line.first == 0x23 { out += line + [0x0A] }
    }
    for (index, line) in lines.enumerated() where !entryLines.contains(index + 1) && !line.isEmpty {
      if line.first != 0x23 { out += line + [0x0A] }
    }
    for (_, entry) in entries { out += lines[entry.line - 1] + [0x0A] }
    return out
  }
}
