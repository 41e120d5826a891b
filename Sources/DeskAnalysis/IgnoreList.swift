public import DeskLexicons
import DeskText

/// What a reader has looked at and does not want counted.
///
/// A table with the columns `lexicon`, `entry`, `category` and `article`, all of them optional but
/// one; an empty cell stands for any. A finding is left out that fits all cells of a line. An
/// entry is written as its word list has it, or as the words found.
public struct IgnoreList: Sendable {
  /// One line.
  public struct Rule: Hashable, Sendable {
    /// A file of the word lists, with or without its ending, or an analyzer's name.
    public var lexicon: String?
    public var entry: String?
    public var category: String?
    /// An article's id.
    public var article: String?
    /// Of the list's file, from 1.
    public var line: Int
  }

  public let file: String
  /// The bytes as read, for the hash in `run.json`.
  public let bytes: [UInt8]
  public let rules: [Rule]

  /// - Throws: where a column has another name, or a line names nothing.
  public init(file: String, parsing bytes: [UInt8]) throws(LexiconFault) {
    let table = Table(file: file, parsing: bytes)
    if let fault = table.faults.first { throw fault }
    let known = ["lexicon", "entry", "category", "article", "note"]
    for column in table.columns where !known.contains(column) {
      throw LexiconFault(
        file: file, line: 1,
        reason: "no column is called '\(column)'; there are \(known.joined(separator: ", "))")
    }
    var rules: [Rule] = []
    for row in table.rows {
      let rule = Rule(
        lexicon: table.cell(row, "lexicon"), entry: table.cell(row, "entry"),
        category: table.cell(row, "category"), article: table.cell(row, "article"), line: row.line)
      guard rule.lexicon != nil || rule.entry != nil || rule.category != nil else {
        throw LexiconFault(
          file: file, line: row.line, reason: "a line names a lexicon, an entry or a category")
      }
      rules.append(rule)
    }
    self.file = file
    self.bytes = bytes
    self.rules = rules
  }

  /// The first line that a finding fits.
  func rule(for finding: Finding, words: String, article: String) -> Int? {
    rules.firstIndex { rule in
      if let wanted = rule.article, wanted != article { return false }
      if let wanted = rule.category, wanted != finding.category { return false }
      if let wanted = rule.lexicon, !finding.isOf(wanted) { return false }
      if let wanted = rule.entry, !finding.rests(on: wanted, words: words) { return false }
      return true
    }
  }
}

extension Finding {
  /// Whether it rests on a word list, named with or without its ending, or is an analyzer's.
  fileprivate func isOf(_ lexicon: String) -> Bool {
    if lexicon == analyzer { return true }
    guard let file = evidence?.lexicon else { return false }
    return file == lexicon || file.hasPrefix(lexicon + ".")
  }

  /// Whether its entry, or the words found, are those that somebody rejects.
  fileprivate func rests(on entry: String, words: String) -> Bool {
    evidence?.entry == entry || Folding.folded(words.utf8) == Folding.folded(entry.utf8)
  }
}

/// How many findings were left out because a reader rejects them.
public struct Suppressed: Hashable, Sendable {
  /// By the number of the ignore list's rule.
  public var byRule: [Int: Int] = [:]
  /// By marks in the articles themselves.
  public var byMark = 0

  public init() {}

  /// How many findings were left out in all.
  public var total: Int { byRule.values.reduce(byMark, +) }

  /// Adds what was left out elsewhere, by the same ignore list.
  public static func += (a: inout Suppressed, b: Suppressed) {
    a.byRule.merge(b.byRule, uniquingKeysWith: +)
    a.byMark += b.byMark
  }
}

extension Analysis {
  /// Takes out what the article's own marks or an ignore list reject, and counts it.
  public mutating func suppress(by list: IgnoreList?) {
    guard list != nil || !article.ignoredEntries.isEmpty else { return }
    let text = article.text
    findings = findings.filter { finding in
      let words = text[finding.part(.cue)?.extent ?? finding.extent]
      if article.ignoredEntries.contains(where: { finding.rests(on: $0, words: words) }) {
        suppressed.byMark += 1
        return false
      }
      if let rule = list?.rule(for: finding, words: words, article: article.id) {
        suppressed.byRule[rule, default: 0] += 1
        return false
      }
      return true
    }
  }
}
