public import DeskLexicons
public import DeskReading
import DeskText

/// Counts the words of a user's dictionary, category by category.
///
/// Within a category a token counts once: the longest phrases first, then from left to right, and
/// nothing that overlaps what is counted already. Categories do not see each other: a word in two
/// of them is two findings. This is what quanteda's `tokens_lookup` does
/// (`nested_scope = "key"`).
public struct DictionaryAnalyzer: Sendable {
  /// The dictionary's name, under which its findings stand.
  public let name: String
  private let entries: ListedEntries<Void>
  /// For each entry the number of its category.
  private let categories: [Int32]

  public init(_ dictionary: UserDictionary) {
    name = dictionary.name
    entries = ListedEntries([dictionary.lexicon])
    var numbers: [String: Int32] = [:]
    for category in dictionary.categories { numbers[category] = Int32(numbers.count) }
    categories = dictionary.lexicon.entries.map { entry in
      if let number = numbers[entry.category] { return number }
      let number = Int32(numbers.count)
      numbers[entry.category] = number
      return number
    }
  }

  /// What counts of the places where its entries stand; sorted by place, then category.
  public func findings(in reading: Reading, matches: [Match]) -> [Finding] {
    var taken = [Int32](repeating: -1, count: reading.words.tokens.count)
    var counted: [Match] = []
    for match in matches.sorted(by: goesBefore) {
      let category = categories[match.entry]
      guard !taken[match.tokens.range].contains(category) else { continue }
      for token in match.tokens.range { taken[token] = category }
      counted.append(match)
    }
    return counted.sorted {
      $0.tokens != $1.tokens
        ? $0.tokens < $1.tokens : categories[$0.entry] < categories[$1.entry]
    }.map { Finding(name, $0, in: reading, entries: entries) }
  }

  /// By category, the longest first, then by place, then as they stand in the file.
  private func goesBefore(_ a: Match, _ b: Match) -> Bool {
    let (first, second) = (categories[a.entry], categories[b.entry])
    if first != second { return first < second }
    if a.tokens.count != b.tokens.count { return a.tokens.count > b.tokens.count }
    return (a.tokens.start, a.entry) < (b.tokens.start, b.entry)
  }
}
