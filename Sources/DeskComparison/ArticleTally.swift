import DeskAnalysis
import DeskText

/// The counts of one article while its findings come in, one after the other.
struct ArticleTally {
  private var counts: [Int]
  private var named: [ArticleCounts.CategoryCount] = []
  /// For each measure that is broken down by it, how many findings have each type of source.
  private var typed = [Int](
    repeating: 0, count: Counters.own.typed.count * SourceType.allCases.count)
  /// How often something is attributed to each source, in the order in which they first speak.
  private var mentions: [(source: String, count: Int)] = []
  /// The different entries that stand behind a measure's findings; few in an article, too.
  private var entries: [(measure: Int, word: LoadedWord)] = []
  private let counters = Counters.own
  /// Where what is attributed stands, piece by piece.
  private var attributed: [Extent<Unit.Byte>] = []
  /// The analyzer of the finding before, whether it finds attributions, and what counts its findings.
  private var analyzer = ""
  private var attributes = false
  private var counting = 0..<0

  /// - Parameter measures: how many are counted.
  init(measures: Int) { counts = Array(repeating: 0, count: measures) }

  mutating func add(
    _ finding: Finding, in analysis: borrowing Analysis, of run: borrowing Measures
  ) {
    let name = finding.analyzer
    if name != analyzer {
      analyzer = name
      attributes = name == AttributionAnalyzer.name
      counting = counters.range(of: name)
    }
    if !run.places.isEmpty { addDictionary(finding, of: run) }
    guard !counting.isEmpty else { return }
    let source = attributes ? SourceType(of: finding) : nil
    if attributes { finding.part(.content)?.add(to: &attributed) }
    let traits = FindingTraits.of(finding, from: source, in: analysis)
    for number in counting {
      let counter = counters.all[number]
      guard traits.isSuperset(of: counter.traits) else { continue }
      counts[counter.measure] += 1
      switch counter.breakdown {
      case .none: break
      case .category: if let name = finding.category { add(name, to: counter.measure) }
      case .sourceType:
        if let source { typed[counter.typed * SourceType.allCases.count + source.number] += 1 }
      }
      if counter.countsEntries {
        let word = LoadedWord.of(finding, in: analysis.article.text)
        if !entries.contains(where: { $0.measure == counter.measure && $0.word == word }) {
          entries.append((counter.measure, word))
        }
      }
    }
    if traits.contains(.identified), finding.part(.source) != nil,
      let id = finding.detail("source_id")
    {
      addMention(of: id)
    }
  }

  /// How many findings are of each category, in no order.
  var categories: [ArticleCounts.CategoryCount] {
    var out = named
    guard typed.contains(where: { $0 > 0 }) else { return out }
    for (place, measure) in counters.typed.enumerated() {
      for type in SourceType.allCases {
        let count = typed[place * SourceType.allCases.count + type.number]
        if count > 0 {
          out.append(.init(key: .init(measure: measure, name: type.columnName), count: count))
        }
      }
    }
    return out
  }

  private mutating func addDictionary(_ finding: Finding, of run: borrowing Measures) {
    guard let category = finding.category, let places = run.places[finding.analyzer]?[category]
    else { return }
    counts[places.count] += 1
    if let weight = places.weight {
      counts[weight] += Int(((finding.weight ?? 1) * 1000).rounded())
    }
  }

  /// Takes over what the dictionaries have counted themselves.
  private func addDictionaries(
    of analysis: borrowing Analysis, _ run: borrowing Measures, to counts: inout [Int]
  ) {
    for (counted, places) in zip(analysis.dictionaryCounts, run.orderedPlaces) {
      for (category, places) in places.enumerated() {
        counts[places.count] += counted.words[category]
        if let weight = places.weight { counts[weight] += counted.weights[category] }
      }
    }
  }

  /// Articles have few categories: they are found faster one by one than by their hashes.
  private mutating func add(_ category: String, to measure: Int) {
    for index in named.indices
    where named[index].key.measure == measure && named[index].key.name == category {
      named[index].count += 1
      return
    }
    named.append(.init(key: .init(measure: measure, name: category), count: 1))
  }

  private mutating func addMention(of source: String) {
    for index in mentions.indices where mentions[index].source == source {
      mentions[index].count += 1
      return
    }
    mentions.append((source, 1))
  }

  /// The counts, in the order of the run's measures.
  func counts(of analysis: borrowing Analysis, _ run: borrowing Measures) -> [Int] {
    var counts = counts
    if !analysis.dictionaryCounts.isEmpty { addDictionaries(of: analysis, run, to: &counts) }
    var dictionaries = analysis.dictionaryCounts.makeIterator()
    for (index, count) in run.wholeCounts {
      switch count {
      case .findings: break
      case .distinctEntries: counts[index] = entries.count { $0.measure == index }
      case .distinctPlaces:
        counts[index] =
          dictionaries.next()?.places
          ?? analysis.distinctPlaceCount(of: run.members[index].analyzer)
      case .distinctSources: counts[index] = mentions.count
      case .effectiveSources: counts[index] = effectiveThousandths
      case .quotedWords: counts[index] = analysis.quotedWordCount
      case .attributedWords: counts[index] = analysis.wordCount(inAnyOf: attributed)
      }
    }
    return counts
  }

  /// As many sources of equal share would be as concentrated, in thousandths.
  private var effectiveThousandths: Int {
    Concentration(mentions: mentions.map(\.count))
      .map { Int((1000 * $0.effectiveNumber).rounded()) } ?? 0
  }
}

/// What of a measure the counting needs, without its words: nothing that costs to pass on.
private struct Counter: Sendable {
  var measure: Int
  var breakdown: Measure.Breakdown
  var countsEntries: Bool
  var traits: FindingTraits
  /// Its number among those that are broken down by types of sources.
  var typed: Int
}

/// The counters of the program's own measures.
private struct Counters: Sendable {
  static let own = Counters()

  /// Those of one analyzer stand together.
  let all: [Counter]
  /// The measures that are broken down by types of sources.
  let typed: [Int]
  private let ranges: [(analyzer: String, range: Range<Int>)]

  private init() {
    var all: [Counter] = []
    var typed: [Int] = []
    var ranges: [(analyzer: String, range: Range<Int>)] = []
    for (number, measure) in measures.enumerated() {
      if ranges.last?.analyzer != measure.analyzer {
        precondition(
          !ranges.contains { $0.analyzer == measure.analyzer },
          "the measures of one analyzer stand together")
        ranges.append((measure.analyzer, all.count..<all.count))
      }
      ranges[ranges.count - 1].range = ranges[ranges.count - 1].range.lowerBound..<all.count + 1
      all.append(
        Counter(
          measure: number, breakdown: measure.breakdown,
          countsEntries: measure.count == .distinctEntries, traits: measure.traits,
          typed: typed.count))
      if measure.breakdown == .sourceType { typed.append(number) }
    }
    self.all = all
    self.typed = typed
    self.ranges = ranges
  }

  /// Those that count an analyzer's findings; none where no measure does.
  func range(of analyzer: String) -> Range<Int> {
    ranges.first { $0.analyzer == analyzer }?.range ?? 0..<0
  }
}
