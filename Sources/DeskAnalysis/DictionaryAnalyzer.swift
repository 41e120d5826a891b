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
  /// In the order of the dictionary.
  public let categoryNames: [String]
  /// For each entry the number of its category.
  private let categories: [Int32]
  /// For each entry its weight in thousandths.
  private let weights: [Int]

  public init(_ dictionary: UserDictionary) {
    name = dictionary.name
    entries = ListedEntries([dictionary.lexicon], of: dictionary.name)
    var names = dictionary.categories
    var numbers: [String: Int32] = [:]
    for (number, name) in names.enumerated() { numbers[name] = Int32(number) }
    categories = dictionary.lexicon.entries.map { entry in
      if let number = numbers[entry.category] { return number }
      let number = Int32(names.count)
      numbers[entry.category] = number
      names.append(entry.category)
      return number
    }
    categoryNames = names
    weights = dictionary.lexicon.entries.map { Int(($0.weight * 1000).rounded()) }
  }

  /// What counts of the places where its entries stand; sorted by place, then category.
  public func findings(in reading: Reading, matches: [Match]) -> [Finding] {
    guard !matches.isEmpty else { return [] }
    var out: [Finding] = []
    var together: [Match] = []
    forEachCounted(matches, in: reading) { match in
      if let last = together.last, last.tokens != match.tokens {
        append(&together, to: &out, in: reading)
      }
      together.append(match)
    }
    append(&together, to: &out, in: reading)
    return out
  }

  /// Adds the findings of one place by category, and forgets its matches.
  private func append(_ matches: inout [Match], to out: inout [Finding], in reading: Reading) {
    if matches.count > 1 { matches.sort { categories[$0.entry] < categories[$1.entry] } }
    for match in matches { out.append(Finding(match, in: reading, entries: entries)) }
    matches.removeAll(keepingCapacity: true)
  }

  /// How much counts of the places where its entries stand, without telling which.
  public func counts(in reading: Reading, matches: [Match]) -> DictionaryCounts {
    var out = DictionaryCounts(
      places: 0, words: Array(repeating: 0, count: categoryNames.count),
      weights: Array(repeating: 0, count: categoryNames.count))
    guard !matches.isEmpty else { return out }
    var last = Extent<Unit.Token>(0, 0)
    forEachCounted(matches, in: reading) { match in
      let category = Int(categories[match.entry])
      out.words[category] += 1
      out.weights[category] += weights[match.entry]
      if match.tokens != last {
        last = match.tokens
        out.places += 1
      }
    }
    return out
  }

  /// Calls `body` with each match that counts, in their order.
  private func forEachCounted(
    _ matches: [Match], in reading: Reading, _ body: (Match) -> Void
  ) {
    let count = matches.count
    withUnsafeTemporaryAllocation(of: Bool.self, capacity: count) { counts in
      counts.initialize(repeating: false)
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: count) { order in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: categoryNames.count + 1) { ends in
          sort(matches, into: order, ends)
          var taken: [Int32] = []
          var start = 0
          for category in categoryNames.indices {
            mark(
              order[start..<Int(ends[category])], of: matches, in: counts, &taken,
              tokens: reading.words.tokens.count)
            start = Int(ends[category])
          }
        }
      }
      for index in 0..<count where counts[index] { body(matches[index]) }
    }
  }

  /// Puts the matches' numbers in the order of their categories, and tells where each one's end.
  private func sort(
    _ matches: [Match], into order: UnsafeMutableBufferPointer<Int32>,
    _ ends: UnsafeMutableBufferPointer<Int32>
  ) {
    ends.initialize(repeating: 0)
    for match in matches { ends[Int(categories[match.entry]) + 1] += 1 }
    for category in 1..<ends.count { ends[category] += ends[category - 1] }
    // What stands here is now where each begins, and becomes where it ends.
    for (number, match) in matches.enumerated() {
      let category = Int(categories[match.entry])
      order[Int(ends[category])] = Int32(number)
      ends[category] += 1
    }
  }

  /// Marks those of one category's matches that count.
  ///
  /// Most overlap with no other one of their category; only those that do are weighed against each
  /// other.
  private func mark(
    _ order: Slice<UnsafeMutableBufferPointer<Int32>>, of matches: [Match],
    in counts: UnsafeMutableBufferPointer<Bool>, _ taken: inout [Int32], tokens: Int
  ) {
    var start = order.startIndex
    while start < order.endIndex {
      var end = start + 1
      var last = matches[Int(order[start])].tokens.end
      while end < order.endIndex, matches[Int(order[end])].tokens.start < last {
        last = max(last, matches[Int(order[end])].tokens.end)
        end += 1
      }
      if end == start + 1 {
        counts[Int(order[start])] = true
      } else {
        if taken.isEmpty { taken = Array(repeating: -1, count: tokens) }
        let group = Int32(start)
        let rivals = order[start..<end].sorted {
          Self.counts(matches[Int($0)], before: matches[Int($1)])
        }
        for number in rivals {
          let tokens = matches[Int(number)].tokens.range
          guard !taken[tokens].contains(group) else { continue }
          for token in tokens { taken[token] = group }
          counts[Int(number)] = true
        }
      }
      start = end
    }
  }

  /// The longest first, then by place, then as they stand in the file.
  private static func counts(_ a: Match, before b: Match) -> Bool {
    if a.tokens.count != b.tokens.count { return a.tokens.count > b.tokens.count }
    return a.tokens.start != b.tokens.start
      ? a.tokens.start < b.tokens.start : a.entry < b.entry
  }
}

/// What a dictionary counts in one text.
public struct DictionaryCounts: Hashable, Sendable {
  /// The number of stretches at which any of its words stands.
  public var places: Int
  /// How many words and phrases stand under each category, by the category's number.
  public var words: [Int]
  /// Their weights added up, in thousandths.
  public var weights: [Int]
}
