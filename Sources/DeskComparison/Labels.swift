import DeskAnalysis
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
