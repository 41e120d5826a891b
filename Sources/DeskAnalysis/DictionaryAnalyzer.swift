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
    guard !matches.isEmpty else { return [] }
    let places = categories.withUnsafeBufferPointer { categories in
      matches.map { Place($0, category: categories[$0.entry]) }.sorted(by: Place.counts(_:before:))
    }
    var counted: [Place] = []
    counted.reserveCapacity(places.count)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: reading.words.tokens.count) { taken in
      taken.initialize(repeating: -1)
      for place in places {
        let tokens = Int(place.start)..<Int(place.end)
        guard !taken[tokens].contains(place.category) else { continue }
        for token in tokens { taken[token] = place.category }
        counted.append(place)
      }
    }
    return counted.sorted(by: Place.stands(_:before:)).map {
      Finding(name, $0.match, in: reading, entries: entries)
    }
  }

  /// A match in few bytes: large dictionaries find some words of every sentence, and sort them twice.
  private struct Place {
    let category, start, end, entry: Int32

    init(_ match: Match, category: Int32) {
      self.category = category
      start = Int32(match.tokens.start)
      end = Int32(match.tokens.end)
      entry = Int32(match.entry)
    }

    var match: Match {
      Match(lexicon: 0, entry: Int(entry), tokens: Extent(Int(start), Int(end)))
    }

    /// By category, the longest first, then by place, then as they stand in the file.
    static func counts(_ a: Place, before b: Place) -> Bool {
      if a.category != b.category { return a.category < b.category }
      let (first, second) = (a.end - a.start, b.end - b.start)
      if first != second { return first > second }
      return a.start != b.start ? a.start < b.start : a.entry < b.entry
    }

    /// By place, the longest first, then by category.
    static func stands(_ a: Place, before b: Place) -> Bool {
      if a.start != b.start { return a.start < b.start }
      return a.end != b.end ? a.end > b.end : a.category < b.category
    }
  }
}
