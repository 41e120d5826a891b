import DeskAnalysis
import DeskText

/// The counts of one article while its findings come in, one after the other.
struct ArticleTally {
  private let run: Measures
  private var counts: [Int]
  private(set) var categories: [ArticleCounts.CategoryCount] = []
  /// How often something is attributed to each source, in the order in which they first speak.
  private var mentions: [(source: String, count: Int)] = []
  /// By a measure's number the different entries that stand behind its findings.
  private var entries: [Int: Set<LoadedWord>] = [:]
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
    let traits = FindingTraits(finding)
    for counter in counters
    where counter.condition(traits) && counter.place?(finding.extent, analysis) ?? true {
      counts[counter.measure] += 1
      switch counter.breakdown {
      case .none: break
      case .category: if let name = traits.category { add(name, to: counter.measure) }
      case .sourceType: add(traits.sourceType.columnName, to: counter.measure)
      }
      if counter.countsEntries {
        entries[counter.measure, default: []].insert(LoadedWord(finding, in: analysis))
      }
    }
    if let source = traits.source, finding.part(.source) != nil { addMention(of: source) }
  }

  private mutating func addDictionary(_ finding: Finding) {
    guard let category = finding.category, let places = run.places[finding.analyzer]?[category]
    else { return }
    counts[places.count] += 1
    if let weight = places.weight {
      counts[weight] += Int(((finding.weight ?? 1) * 1000).rounded())
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
    for (index, count) in run.wholeCounts {
      switch count {
      case .findings: break
      case .distinctEntries: counts[index] = entries[index]?.count ?? 0
      case .distinctPlaces:
        counts[index] = analysis.distinctPlaceCount(of: run.members[index].analyzer)
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

/// What of a measure the counting needs, without its words.
private struct Counter: Sendable {
  var measure: Int
  var breakdown: Measure.Breakdown
  var countsEntries: Bool
  var condition: @Sendable (FindingTraits) -> Bool
  var place: (@Sendable (Extent<Unit.Byte>, Analysis) -> Bool)?

  /// Those of the program's own measures, by the analyzer whose findings they count.
  static let all: [(analyzer: String, counters: [Counter])] = {
    var all: [(analyzer: String, counters: [Counter])] = []
    for (number, measure) in measures.enumerated() {
      let counter = Counter(
        measure: number, breakdown: measure.breakdown,
        countsEntries: measure.count == .distinctEntries, condition: measure.condition,
        place: measure.place)
      if let index = all.firstIndex(where: { $0.analyzer == measure.analyzer }) {
        all[index].counters.append(counter)
      } else {
        all.append((measure.analyzer, [counter]))
      }
    }
    return all
  }()
}
