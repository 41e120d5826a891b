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
  /// For each list of the matcher: which member reads it, and its number there.
  private let readers: [(member: Int, lexicon: Int)]

  /// The user's dictionaries come after the analyzers, each as one of its own.
  ///
  /// - Parameters:
  ///   - lexicons: those that no analyzer asks for are left out.
  ///   - types: the analyzers to run.
  ///   - explains: whether findings are to carry the weights that decided.
  public init(
    _ lexicons: Lexicons, analyzers types: [any Analyzer.Type] = analyzers, explains: Bool = false
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
    for dictionary in lexicons.dictionaries {
      readers.append((members.count, 0))
      lists.append(dictionary.lexicon)
      let analyzer = DictionaryAnalyzer(dictionary)
      members.append { analyzer.findings(in: $0, matches: $1) }
    }
    self.members = members
    self.readers = readers
    matcher = Matcher(lists)
  }

  /// What all analyzers find in a text, sorted by place.
  public func findings(in reading: Reading) -> [Finding] {
    var matches = [[Match]](repeating: [], count: members.count)
    for match in matcher.matches(in: reading.words) {
      let reader = readers[match.lexicon]
      matches[reader.member].append(
        Match(lexicon: reader.lexicon, entry: match.entry, tokens: match.tokens))
    }
    var found: [Finding] = []
    for (number, member) in members.enumerated() {
      found += member(reading, matches[number])
    }
    return Self.sorted(found)
  }

  /// By place; findings of one place keep the order of their analyzers.
  private static func sorted(_ findings: [Finding]) -> [Finding] {
    struct Place: Comparable {
      var extent: Extent<Unit.Byte>
      var number: Int

      static func < (a: Place, b: Place) -> Bool {
        a.extent != b.extent ? a.extent < b.extent : a.number < b.number
      }
    }
    // Those of one analyzer are in order.
    guard !zip(findings, findings.dropFirst()).allSatisfy({ !($1.extent < $0.extent) }) else {
      return findings
    }
    return findings.indices.map { Place(extent: findings[$0].extent, number: $0) }.sorted()
      .map { findings[$0.number] }
  }
}
