import DeskAnalysis
import DeskText

/// The counts of one article while its findings come in, one after the other.
struct ArticleTally {
  private let run: Measures
  private var counts: [Int]
  private(set) var categories: [ArticleCounts.CategoryCount] = []
  /// How often something is attributed to each source, in the order in which they first speak.
  private var mentions: [(source: String, count: Int)] = []
  /// The different entries that stand behind a measure's findings; few in an article, too.
  private var entries: [(measure: Int, word: LoadedWord)] = []
  /// The analyzer of the finding before, and what counts its findings: they come in runs.
  private var analyzer = ""
  private var counters: [Counter] = []

  init(_ run: Measures) {
    self.run = run
    counts = Array(repeating: 0, count: run.members.count)
  }

  mutating func add(_ finding: Finding, in analysis: Analysis) {
    if finding.analyzer != analyzer {
      analyzer = finding.analyzer
      counters = Counter.all.first { $0.analyzer == analyzer }?.counters ?? []
    }
    if !run.places.isEmpty { addDictionary(finding) }
    guard !counters.isEmpty else { return }
    let source = SourceType.ofAttribution(finding)
    let traits = FindingTraits.of(finding, from: source, in: analysis)
    for counter in counters where traits.isSuperset(of: counter.traits) {
      counts[counter.measure] += 1
      switch counter.breakdown {
      case .none: break
      case .category: if let name = finding.category { add(name, to: counter.measure) }
      case .sourceType: if let source { add(source.columnName, to: counter.measure) }
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

  private mutating func addDictionary(_ finding: Finding) {
    guard let category = finding.category, let places = run.places[finding.analyzer]?[category]
    else { return }
    counts[places.count] += 1
    if let weight = places.weight {
      counts[weight] += Int(((finding.weight ?? 1) * 1000).rounded())
    }
  }

  /// Takes over what the dictionaries have counted themselves.
  private func addDictionaries(of analysis: Analysis, to counts: inout [Int]) {
    for (counted, places) in zip(analysis.dictionaryCounts, run.orderedPlaces) {
      for (category, places) in places.enumerated() {
        counts[places.count] += counted.words[category]
        if let weight = places.weight { counts[weight] += counted.weights[category] }
      }
    }
  }

  /// Articles have few categories: they are found faster one by one than by their hashes.
  private mutating func add(_ category: String, to measure: Int) {
    for index in categories.indices
    where categories[index].key.measure == measure && categories[index].key.name == category {
      categories[index].count += 1
      return
    }
    categories.append(.init(key: .init(measure: measure, name: category), count: 1))
  }

  private mutating func addMention(of source: String) {
    for index in mentions.indices where mentions[index].source == source {
      mentions[index].count += 1
      return
    }
    mentions.append((source, 1))
  }

  /// The counts, in the order of the run's measures.
  func counts(of analysis: Analysis) -> [Int] {
    var counts = counts
    addDictionaries(of: analysis, to: &counts)
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
      case .attributedWords: counts[index] = analysis.attributedWordCount
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

  /// Those of the program's own measures, by the analyzer whose findings they count.
  static let all: [(analyzer: String, counters: [Counter])] = {
    var all: [(analyzer: String, counters: [Counter])] = []
    for (number, measure) in measures.enumerated() {
      let counter = Counter(
        measure: number, breakdown: measure.breakdown,
        countsEntries: measure.count == .distinctEntries, traits: measure.traits)
      if let index = all.firstIndex(where: { $0.analyzer == measure.analyzer }) {
        all[index].counters.append(counter)
      } else {
        all.append((measure.analyzer, [counter]))
      }
    }
    return all
  }()
}
