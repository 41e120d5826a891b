public import DeskLexicons

/// WordStat's `.cat`: categories and words indented by tabs, behind each word its weight in brackets;
/// `_` joins the words of a phrase.
public struct WordStatFormat: DictionaryFormat {
  public static let name = "wordstat"
  public static let fileExtensions = ["cat"]
  public static let wildCards = UserDictionary.WildCards.anywhere
  public static let hasWeights = true

  private static let mostLevels = 100

  public static func read(_ file: DictionaryFile, into draft: inout DictionaryDraft)
    throws(LexiconFault)
  {
    var path: [String] = []
    // A category of which nothing has been seen inside yet.
    var open: [String] = []
    func category(_ path: [String]) -> String {
      path.joined(separator: String(UserDictionary.levelSign))
    }
    // The depth of a rule, whose own lines are deeper.
    var rule: Int?
    for (number, text) in DictionaryText(file).lines {
      let depth = text.prefix { $0 == "\t" }.count
      let line = text.bare
      if line.isEmpty { continue }
      if let level = rule, depth > level {
        draft.note(number, "'\(line)' belongs to a rule and is not counted")
        continue
      }
      rule = nil
      if line.first == "@" {
        draft.note(number, "the rule '\(line)' is not counted")
        rule = depth
        continue
      }
      guard depth <= path.count else {
        throw file.fault(
          number, "'\(line)' is \(depth) tabs deep, but stands in \(path.count) categories")
      }
      guard depth < mostLevels else { throw file.fault(number, "more than \(mostLevels) levels") }
      if !open.isEmpty, depth < open.count { draft.declare(category(open)) }
      open = []
      path.removeLast(path.count - depth)
      if let item = item(line) {
        guard !path.isEmpty else {
          throw file.fault(number, "'\(item.text)' stands in no category")
        }
        let entry = item.text.split(separator: "_").joined(separator: " ")
        try draft.add(
          entry.singleSpaced, to: category(path), weight: item.weight, line: number)
      } else {
        path.append(line)
        open = path
      }
    }
    if !open.isEmpty { draft.declare(category(open)) }
  }

  /// `HOT_WATER (1)`: a word and its weight; nil for a category.
  private static func item(_ line: String) -> (text: String, weight: Double)? {
    guard line.last == ")", let open = line.lastIndex(of: "("), open > line.startIndex,
      let weight = plainNumber(line[line.index(after: open)...].dropLast())
    else { return nil }
    let text = line[..<open].bare
    return text.isEmpty ? nil : (text, weight)
  }

  public static func write(_ dictionary: WritableDictionary, to output: inout String) {
    write(dictionary.tree, indent: "", to: &output)
  }

  private static func write(_ tree: CategoryTree, indent: String, to output: inout String) {
    for (text, weight) in tree.entries {
      output += indent + text.split(whereSeparator: \.isWhitespace).joined(separator: "_")
      output += " (\(written(weight)))\n"
    }
    for (name, branch) in tree.branches {
      output += "\(indent)\(name)\n"
      write(branch, indent: indent + "\t", to: &output)
    }
  }
}
