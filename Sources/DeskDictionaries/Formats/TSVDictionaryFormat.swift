public import DeskLexicons

/// This program's own `.tsv`: one entry and category a line.
///
/// A category without entries stands in a line `#@ category: NAME`.
/// A file with `#@ patterns: anywhere` (or `ending`) has wild cards as dictionaries do; one with
/// `#@ analyzer:` and without that line is a word list like the program's own, with inflections
/// and conditions.
public struct TSVDictionaryFormat: DictionaryFormat {
  public static let name = "tsv"
  public static let fileExtensions = ["tsv"]
  public static let wildCards = UserDictionary.WildCards.anywhere
  public static let hasWeights = true

  public static func read(_ file: DictionaryFile, into draft: inout DictionaryDraft)
    throws(LexiconFault)
  {
    let table = Table(file: file.name, parsing: file.bytes)
    if let fault = table.faults.first { throw fault }
    switch table.directive("patterns") {
    case "ending": draft.wildCards = .ending
    case "anywhere": draft.wildCards = .anywhere
    case let other?:
      throw file.fault(
        table.directives.first { $0.name == "patterns" }?.line ?? 1,
        "no patterns '\(other)'; write 'anywhere' or 'ending'")
    case nil:
      if table.directive("analyzer") != nil {
        let list = Lexicon(table, inflections: Lexicons.embedded.inflections)
        if let fault = list.faults.first { throw fault }
        draft.lexicon = list
        return
      }
    }
    for needed in ["entry", "category"] where table.columnIndex(needed) == nil {
      throw file.fault(1, "no column '\(needed)'")
    }
    for directive in table.directives where directive.name == "category" {
      draft.declare(directive.value)
    }
    for row in table.rows {
      guard let entry = table.cell(row, "entry"), let category = table.cell(row, "category") else {
        throw file.fault(row.line, "a line has an entry and a category")
      }
      var weight = 1.0
      if let written = table.cell(row, "weight") {
        guard let number = plainNumber(written) else {
          throw file.fault(row.line, "'\(written)' is no weight")
        }
        weight = number
      }
      try draft.add(entry, to: category, weight: weight, line: row.line)
    }
  }

  public static func write(_ dictionary: WritableDictionary, to output: inout String) {
    output += "#@ title: \(dictionary.name)\n"
    output += "#@ patterns: \(dictionary.wildCards == .ending ? "ending" : "anywhere")\n"
    output += "# From \(dictionary.file), whose licence holds.\n"
    let filled = Set(dictionary.terms.flatMap { $0.weights.map(\.category) })
    for category in dictionary.categories where !filled.contains(category) {
      output += "#@ category: \(category)\n"
    }
    output += "entry\tcategory\tweight\n"
    for category in dictionary.categories {
      for term in dictionary.terms {
        for (own, weight) in term.weights where own == category {
          output += "\(term.text)\t\(category)\t\(dictionary.isWeighted ? written(weight) : "")\n"
        }
      }
    }
  }
}
