public import DeskLexicons
public import DeskReading
import DeskText

/// A way of reading: given a text and where its own words stand, it says what they mean there.
public protocol Analyzer: Sendable {
  /// As it stands in findings, columns and options.
  static var name: String { get }

  /// - Parameter lexicons: the lists whose `#@ analyzer:` is this analyzer's name, in the order
  ///   in which matches number them.
  init(lexicons: [Lexicon])

  /// - Parameters:
  ///   - lexicons: as above.
  ///   - tables: all files, for an analyzer that reads more than word lists.
  ///   - explains: whether findings are to carry the weights that decided.
  init(lexicons: [Lexicon], tables: Lexicons, explains: Bool)

  /// What the analyzer finds, sorted by place.
  ///
  /// `matches` tells where entries of its own lists stand, by start, the longest first; they may
  /// overlap.
  func findings(in reading: Reading, matches: [Match]) -> [Finding]
}

extension Analyzer {
  public init(lexicons: [Lexicon], tables: Lexicons, explains: Bool) {
    self.init(lexicons: lexicons)
  }
}

/// Every analyzer, in the order in which reports name them.
public let analyzers: [any Analyzer.Type] = [
  AttributionAnalyzer.self, HedgingAnalyzer.self, BoostingAnalyzer.self, LoadedAnalyzer.self,
  LabelsAnalyzer.self,
]

/// All analyzers over one compiled set of lexicons.
public struct Analysts: Sendable {
  private let matcher: Matcher
  private let members: [@Sendable (Reading, [Match]) -> [Finding]]
  /// The user's dictionaries where they only count, in their order.
  private let counters: [DictionaryAnalyzer]
  /// For each list of the matcher: which member reads it, the counters behind the others, and its
  /// number there.
  private let readers: [(member: Int, lexicon: Int)]

  /// The user's dictionaries come after the analyzers, each as one of its own.
  ///
  /// - Parameters:
  ///   - lexicons: those that no analyzer asks for are left out.
  ///   - types: the analyzers to run.
  ///   - explains: whether findings are to carry the weights that decided.
  ///   - countsDictionaries: whether the dictionaries give counts in the place of findings, for
  ///     reports that tell no places: words of large dictionaries stand in every line of a text.
  public init(
    _ lexicons: Lexicons, analyzers types: [any Analyzer.Type] = analyzers, explains: Bool = false,
    countsDictionaries: Bool = false
  ) {
    var lists: [Lexicon] = []
    var readers: [(member: Int, lexicon: Int)] = []
    var members: [@Sendable (Reading, [Match]) -> [Finding]] = []
    for type in types {
      let own = lexicons.lists(for: type.name)
      readers += own.indices.map { (members.count, $0) }
      lists += own
      let analyzer = type.init(lexicons: own, tables: lexicons, explains: explains)
      members.append { analyzer.findings(in: $0, matches: $1) }
    }
    var counters: [DictionaryAnalyzer] = []
    for dictionary in lexicons.dictionaries {
      readers.append((members.count + counters.count, 0))
      lists.append(dictionary.lexicon)
      let analyzer = DictionaryAnalyzer(dictionary)
      if countsDictionaries {
        counters.append(analyzer)
      } else {
        members.append { analyzer.findings(in: $0, matches: $1) }
      }
    }
    self.members = members
    self.counters = counters
    self.readers = readers
    matcher = Matcher(lists)
  }

  /// What all analyzers find in a text, sorted by place.
  public func findings(in reading: Reading) -> [Finding] { results(in: reading).findings }

  /// What all analyzers find in a text, sorted by place, and what the dictionaries that only count
  /// have counted, in their order.
  public func results(
    in reading: Reading
  ) -> (findings: [Finding], dictionaryCounts: [DictionaryCounts]) {
    // A run that only counts words has no lists.
    let matches = sortedByReader(readers.isEmpty ? [] : matcher.matches(in: reading.words))
    var found: [[Finding]] = []
    found.reserveCapacity(members.count)
    for (number, member) in members.enumerated() {
      let own = member(reading, matches[number])
      if !own.isEmpty { found.append(own) }
    }
    let counts = counters.indices.map {
      counters[$0].counts(in: reading, matches: matches[members.count + $0])
    }
    return (Self.merged(found), counts)
  }

  private func sortedByReader(_ matches: [Match]) -> [[Match]] {
    if readers.count == 1 { return [matches] }
    var counts = [Int](repeating: 0, count: members.count + counters.count)
    for match in matches { counts[readers[match.lexicon].member] += 1 }
    var out = [[Match]](repeating: [], count: counts.count)
    for (member, count) in counts.enumerated() where count > 0 {
      out[member].reserveCapacity(count)
    }
    for match in matches {
      let reader = readers[match.lexicon]
      out[reader.member].append(
        Match(lexicon: reader.lexicon, entry: match.entry, tokens: match.tokens))
    }
    return out
  }

  /// By place; findings of one place keep the order of their analyzers.
  private static func merged(_ lists: [[Finding]]) -> [Finding] {
    guard lists.count > 1 else { return lists.first.map(sorted) ?? [] }
    // Those of one analyzer are in order.
    guard lists.allSatisfy(isSorted) else { return sorted(Array(lists.joined())) }
    var out: [Finding] = []
    out.reserveCapacity(lists.reduce(0) { $0 + $1.count })
    /// Of each list that has more, its first that is not taken yet.
    var heads = lists.enumerated().map { (list: $0, finding: 0, extent: $1[0].extent) }
    while heads.count > 1 {
      var least = 0
      for number in 1..<heads.count where heads[number].extent < heads[least].extent {
        least = number
      }
      let head = heads[least]
      out.append(lists[head.list][head.finding])
      if head.finding + 1 < lists[head.list].count {
        heads[least].finding += 1
        heads[least].extent = lists[head.list][head.finding + 1].extent
      } else {
        heads.remove(at: least)
      }
    }
    out += lists[heads[0].list][heads[0].finding...]
    return out
  }

  private static func isSorted(_ findings: [Finding]) -> Bool {
    findings.indices.dropFirst().allSatisfy {
      !(findings[$0].extent < findings[$0 - 1].extent)
    }
  }

  private static func sorted(_ findings: [Finding]) -> [Finding] {
    if isSorted(findings) { return findings }
    return findings.indices.sorted {
      findings[$0].extent != findings[$1].extent
        ? findings[$0].extent < findings[$1].extent : $0 < $1
    }.map { findings[$0] }
  }
}
