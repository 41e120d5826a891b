public import DeskAnalysis
import DeskText

/// What is counted as one label: who says it of whom.
struct LabelKey: Hashable, Sendable {
  var outlet: OutletKey
  var actor: String
  /// The entry it rests on, or its words.
  var label: String
  var category: String
  var isInQuote: Bool

  init(outlet: OutletKey, _ finding: Finding, in analysis: Analysis) {
    self.outlet = outlet
    actor = Self.actor(finding.detail("actor") ?? "")
    let words = finding.detail("label") ?? analysis.article.text[finding.extent]
    let folded = String(decoding: Folding.folded(words.utf8), as: UTF8.self)
    label = folded.hasPrefix("the ") ? String(folded.dropFirst(4)) : folded
    category = finding.category ?? ""
    isInQuote = finding.isInQuote
  }

  /// "Anti-Taliban" at the start of a sentence is "anti-Taliban" elsewhere.
  private static func actor(_ name: String) -> String {
    ["Anti-", "Pro-"].contains { name.hasPrefix($0) }
      ? name.prefix(1).lowercased() + name.dropFirst() : name
  }

  var gathered: LabelKey {
    var key = self
    key.outlet = .unstated
    return key
  }
}

/// Every label of a run; of very many those that are used most.
struct LabelTally: Sendable {
  /// So many are kept: enough for all that a reader will look at, and a bound on memory whatever the
  /// input's size.
  static let limit = 20_000
  /// Room to count in before the rare ones are let go.
  private static let room = limit / 2

  private(set) var sums: [LabelKey: LabelSums] = [:]
  /// How often a label that is not kept may have been used at most, and by how much the count of a
  /// kept one may be short (lossy counting, Manku and Motwani 2002); 0 where all are kept.
  private(set) var lost = 0

  mutating func add(_ finding: Finding, _ key: LabelKey, in analysis: Analysis) {
    sums[key, default: LabelSums()].add(finding, in: analysis)
  }

  /// Counts an article for each of the labels that it uses.
  mutating func addArticle(_ keys: Set<LabelKey>) {
    for key in keys { sums[key]?.articles += 1 }
    if sums.count > Self.limit + Self.room { shorten() }
  }

  mutating func merge(_ other: LabelTally) {
    for (key, more) in other.sums { sums[key, default: LabelSums()] += more }
    lost += other.lost
    if sums.count > Self.limit + Self.room { shorten() }
  }

  /// Puts the labels of articles without an outlet into one group.
  mutating func gatherUnstated() {
    for (key, more) in sums where key.outlet.isUnstated && key.outlet != .unstated {
      sums[key] = nil
      sums[key.gathered, default: LabelSums()] += more
    }
  }

  /// Lets go all that are used no more often than the first of those beyond the limit.
  private mutating func shorten() {
    let counts = sums.values.map(\.count).sorted(by: >)
    let most = counts[Self.limit]
    sums = sums.filter { $0.value.count > most }
    lost += most
  }
}

extension Finding {
  /// A label as it is counted, and of whom; nil for another finding.
  public func label(in analysis: Analysis) -> (words: String, actor: String)? {
    guard analyzer == "labels" else { return nil }
    let key = LabelKey(outlet: OutletKey(analysis.article), self, in: analysis)
    return (key.label, key.actor)
  }
}

/// How often a label stands, and sentences that show it.
struct LabelSums: Sendable {
  static let exampleLimit = 3

  var count = 0
  var articles = 0
  private(set) var examples: [LabelExample] = []

  mutating func add(_ finding: Finding, in analysis: Analysis) {
    count += 1
    keep([LabelExample(finding, in: analysis)])
  }

  static func += (a: inout LabelSums, b: LabelSums) {
    a.count += b.count
    a.articles += b.articles
    a.keep(b.examples)
  }

  private mutating func keep(_ more: [LabelExample]) {
    examples = Array((examples + more).sorted().prefix(Self.exampleLimit))
  }
}

/// A place where a label stands.
public struct LabelExample: Hashable, Sendable, Comparable {
  private var rank: UInt64
  public var article: String
  /// The number of the finding in its analysis.
  public var start: Int
  public var sentence: String

  init(_ finding: Finding, in analysis: Analysis) {
    rank = StableHash.mix(StableHash.fnv1a(analysis.article.id))
    article = analysis.article.id
    start = finding.extent.start
    sentence = analysis.sentence(of: finding)
  }

  public static func < (a: LabelExample, b: LabelExample) -> Bool {
    (a.rank, a.article, a.start, a.sentence) < (b.rank, b.article, b.start, b.sentence)
  }
}
