public import DeskLexicons

/// LIWC's `.dic`: categories by number between two lines of `%`, then words with the numbers.
///
/// Entries count as they do in the `liwc` package for Python: of two lines with the same entry the
/// last, and of two entries that a word fits the one with the shorter wild card. What never
/// counts so is left out, and told where that loses a category. Conditions (`(02 134)125/464`,
/// `<of>131/125`) are not honoured.
public struct LIWCFormat: DictionaryFormat {
  public static let name = "liwc"
  public static let fileExtensions = ["dic"]
  public static let wildCards = UserDictionary.WildCards.ending
  public static let hasWeights = false

  /// A line of the second part.
  private struct Row {
    var text: String
    var categories: [String]
    var line: Int
  }

  public static func read(_ file: DictionaryFile, into draft: inout DictionaryDraft)
    throws(LexiconFault)
  {
    let lines = DictionaryText(file).lines
    let bars = lines.indices.filter { lines[$0].text.bare == "%" }
    guard let first = bars.first, bars.count > 1 else {
      throw file.fault(
        bars.first.map { lines[$0].number } ?? 1,
        "a LIWC dictionary has its categories between two lines of '%'")
    }
    let categories = try categories(lines[(first + 1)..<bars[1]], file, &draft)
    var rows: [Row] = []
    for (number, text) in lines[(bars[1] + 1)...] where !text.bare.isEmpty {
      if let row = row(text.bare, number, categories, &draft) { rows.append(row) }
    }
    for row in counting(rows, &draft) {
      for category in row.categories {
        try draft.add(row.text, to: category, line: row.line)
      }
    }
  }

  private static func categories(
    _ lines: ArraySlice<(number: Int, text: Substring)>, _ file: DictionaryFile,
    _ draft: inout DictionaryDraft
  ) throws(LexiconFault) -> [String: String] {
    var names: [String: String] = [:]
    for (number, text) in lines where !text.bare.isEmpty {
      let parts = text.bare.split(maxSplits: 1, whereSeparator: \.isWhitespace)
      guard parts.count == 2 else {
        throw file.fault(number, "'\(text.bare)': a category is a number, a tab and a name")
      }
      let id = String(parts[0])
      guard names[id] == nil else {
        throw file.fault(number, "the number \(id) has a category already")
      }
      names[id] = parts[1].bare
      draft.declare(parts[1].bare)
    }
    return names
  }

  private static func row(
    _ text: String, _ line: Int, _ names: [String: String], _ draft: inout DictionaryDraft
  ) -> Row? {
    var cells = text.split(separator: "\t").map(\.bare).filter { !$0.isEmpty }
    if cells.count == 1 {
      // Some files have spaces in the place of tabs.
      let words = text.split(separator: " ")
      let numbers = words.reversed().prefix { $0.allSatisfy(\.isNumber) }.reversed()
      cells = [words.dropLast(numbers.count).joined(separator: " ")] + numbers.map(String.init)
    }
    guard let entry = cells.first, !entry.isEmpty else {
      draft.note(line, "'\(text)' names no word")
      return nil
    }
    if let star = entry.firstIndex(of: "*"), entry.index(after: star) != entry.endIndex {
      draft.note(line, "'\(entry)': '*' stands at the end of an entry only; left out")
      return nil
    }
    var categories: [String] = []
    for cell in cells.dropFirst() {
      if let name = names[cell] {
        if !categories.contains(name) { categories.append(name) }
      } else if cell.allSatisfy(\.isNumber) {
        draft.note(line, "'\(entry)': no category has the number \(cell)")
      } else {
        draft.note(line, "'\(entry)': the condition '\(cell)' is not counted")
      }
    }
    if categories.isEmpty, cells.count == 1 { draft.note(line, "'\(entry)' has no category") }
    return categories.isEmpty ? nil : Row(text: entry, categories: categories, line: line)
  }

  /// The rows that can count.
  private static func counting(_ rows: [Row], _ draft: inout DictionaryDraft) -> [Row] {
    var lasts: [String: Int] = [:]
    for (index, row) in rows.enumerated() { lasts[row.text] = index }
    var wild: [String: Row] = [:]
    for row in rows where row.text.last == "*" && !row.text.contains(" ") {
      if lasts[row.text].map({ rows[$0].line }) == row.line {
        wild[String(row.text.dropLast())] = row
      }
    }
    return rows.enumerated().filter { index, row in
      if let last = lasts[row.text], last != index {
        tell(row, hiddenBy: rows[last], &draft)
        return false
      }
      guard !row.text.contains(" "), let other = shortest(before: row.text, in: wild),
        other.line != row.line
      else { return true }
      tell(row, hiddenBy: other, &draft)
      return false
    }.map(\.element)
  }

  private static func shortest(before text: String, in wild: [String: Row]) -> Row? {
    guard !wild.isEmpty else { return nil }
    let stem = text.last == "*" ? text.dropLast() : text[...]
    var end = stem.startIndex
    while true {
      if let row = wild[String(stem[..<end])] { return row }
      if end == stem.endIndex { return nil }
      end = stem.index(after: end)
    }
  }

  private static func tell(_ row: Row, hiddenBy other: Row, _ draft: inout DictionaryDraft) {
    let lost = row.categories.filter { !other.categories.contains($0) }
    guard !lost.isEmpty else { return }
    draft.note(
      row.line,
      "'\(row.text)' never counts (\(lost.joined(separator: ", "))): readers of LIWC take '\(other.text)' in line \(other.line)"
    )
  }

  public static func write(_ dictionary: WritableDictionary, to output: inout String) {
    output += "%\n"
    var ids: [String: Int] = [:]
    for (index, category) in dictionary.categories.enumerated() {
      ids[category] = index + 1
      output += "\(index + 1)\t\(category)\n"
    }
    output += "%\n"
    for term in dictionary.terms {
      output += term.text
      for (category, _) in term.weights {
        if let id = ids[category] { output += "\t\(id)" }
      }
      output += "\n"
    }
  }
}
