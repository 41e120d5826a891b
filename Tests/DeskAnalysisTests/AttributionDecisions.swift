import Copydesk
import Foundation
import Testing

@testable import DeskAnalysis

/// Writes what each decision about annotated articles could choose from, for
/// `Tests/Evaluation/train_attribution.py`.
///
/// Runs only where `ATTRIBUTION_GOLD` names articles (NDJSON with `text` and `attributions`, as
/// PolNeAR's readers write them) and `ATTRIBUTION_DECISIONS` the beginning of the files to write.
@Suite("Decisions for training")
struct AttributionDecisions {
  static let environment = ProcessInfo.processInfo.environment

  @Test(
    "decisions about annotated articles are written down",
    .enabled(if: environment["ATTRIBUTION_GOLD"] != nil, "no ATTRIBUTION_GOLD to learn from"))
  func write() throws {
    let gold = try #require(Self.environment["ATTRIBUTION_GOLD"])
    let prefix = try #require(Self.environment["ATTRIBUTION_DECISIONS"])
    let lists = Lexicons.embedded.lists(for: AttributionAnalyzer.name)
    let analyzer = AttributionAnalyzer(lexicons: lists)
    let cues = try #require(analyzer.cues)
    let weights = try #require(analyzer.weights)
    let matcher = Matcher(lists)
    let journal = Journal()
    for line in try Data(contentsOf: URL(fileURLWithPath: gold)).split(separator: 0x0A) {
      let object = try JSONSerialization.jsonObject(with: Data(line))
      let record = try #require(object as? [String: Any])
      let reading = Reading(Text(try #require(record["text"] as? String)))
      let scan = Scan(
        reading, matches: matcher.matches(in: reading.words), cues: cues,
        sources: analyzer.sources)
      let article = GoldArticle(record, scan: scan, cues: cues)
      // First with the gold's choices, which the later decisions build on; then, for the cue
      // itself, with the program's own; then with its own cues, for those inside a content.
      var guided = Drafter(scan, cues: cues, weights: weights) { decision in
        switch decision.kind {
        case .cue: article.cueLabel(decision) ?? 0
        case .nested: 0
        default: article.guide(decision, journal)
        }
      }
      _ = guided.allDrafts()
      var own = Drafter(scan, cues: cues, weights: weights) { decision in
        if decision.kind == .nested { return 0 }
        guard decision.kind == .cue else { return nil }
        guard let label = article.cueLabel(decision) else { return 0 }
        journal.record(decision, [label])
        return label
      }
      _ = own.allDrafts()
      var free = Drafter(scan, cues: cues, weights: weights) { decision in
        guard decision.kind == .nested else { return nil }
        let label = article.attribution(decision) == nil ? 0 : 1
        journal.record(decision, [label])
        return label
      }
      _ = free.allDrafts()
      journal.article += 1
    }
    try journal.write(prefix, cues: cues)
    #expect(journal.decisions.allSatisfy { !$0.isEmpty })
  }
}

/// The decisions so far, as numbers: for each the count of candidates, and for each candidate
/// whether it is right, the count of its features, and these.
private final class Journal {
  var decisions = [[Int32]](repeating: [], count: DecisionKind.allCases.count)
  /// For each decision the number of its article.
  var articles = [[Int32]](repeating: [], count: DecisionKind.allCases.count)
  var article: Int32 = 0

  func record(_ decision: Decision, _ right: Set<Int>) {
    var numbers = [Int32(decision.candidates.count)]
    for (index, candidate) in decision.candidates.enumerated() {
      numbers += [right.contains(index) ? 1 : 0, Int32(candidate.features.count)]
      numbers += candidate.features.map(\.id)
    }
    decisions[Int(decision.kind.rawValue)] += numbers
    articles[Int(decision.kind.rawValue)].append(article)
  }

  /// Writes two files for each kind of decision, and one with the names of features.
  func write(_ prefix: String, cues: CueList) throws {
    for kind in DecisionKind.allCases {
      let data = decisions[Int(kind.rawValue)].withUnsafeBytes { Data($0) }
      try data.write(to: URL(fileURLWithPath: "\(prefix).\(kind.name)"))
      let owners = articles[Int(kind.rawValue)].withUnsafeBytes { Data($0) }
      try owners.write(to: URL(fileURLWithPath: "\(prefix).\(kind.name).articles"))
    }
    var names = ""
    for number in 0..<Feature.count {
      let (aspect, value) = Feature(id: Int32(number)).names(cues)
      names += "\(number)\t\(aspect)\t\(value)\n"
    }
    try names.write(toFile: "\(prefix).names", atomically: true, encoding: .utf8)
  }
}

/// An article's annotation, in tokens.
private struct GoldArticle {
  struct Attribution {
    var cue: Set<Int>
    var source: Set<Int>
    var content: Set<Int>
  }

  let scan: Scan
  var attributions: [Attribution] = []
  /// For each candidate's first token the attribution whose cue it is.
  var owners: [Int: Int] = [:]
  /// Words of which nothing is known: inside content, or in parts left out of the annotation.
  var unknown: Set<Int> = []

  init(_ record: [String: Any], scan: Scan, cues: CueList) {
    self.scan = scan
    let points = CodePoints(of: scan.reading.text)
    let middles = scan.tokens.map { token -> Int in
      let extent = points.extent(token.extent)
      return (extent.start + extent.end) / 2
    }
    func tokens(_ spans: Any?) -> Set<Int> {
      let spans = spans as? [[Int]] ?? []
      return Set(
        middles.indices.filter { index in
          spans.contains { $0[0] <= middles[index] && middles[index] < $0[1] }
        })
    }
    func words(_ spans: Any?) -> Set<Int> { tokens(spans).filter { scan.isWord($0) } }
    for entry in record["attributions"] as? [[String: Any]] ?? [] {
      attributions.append(
        Attribution(
          cue: tokens(entry["cue"]), source: words(entry["source"]),
          content: words(entry["content"])))
    }
    unknown = attributions.reduce(into: words(record["discard"])) { $0.formUnion($1.content) }
    for (number, attribution) in attributions.enumerated() {
      let inside = scan.candidates.filter {
        $0.tokens.range.contains { attribution.cue.contains($0) }
      }
      let own = inside.first { cues.cues[$0.entry].kind == .verb } ?? inside.first
      if let own { owners[own.tokens.start] = number }
    }
  }

  func attribution(_ decision: Decision) -> Attribution? {
    decision.cue.range.compactMap { owners[$0] }.first.map { attributions[$0] }
  }

  /// 1 for a cue, 0 for none, nil where the annotation can not tell.
  func cueLabel(_ decision: Decision) -> Int? {
    if attribution(decision) != nil { return 1 }
    return unknown.contains(decision.cue.end - 1) ? nil : 0
  }

  /// Records which candidates are right and gives the first of them, or the nearest.
  func guide(_ decision: Decision, _ journal: Journal) -> Int? {
    guard let gold = attribution(decision) else { return nil }
    let right = Set(
      decision.candidates.indices.filter { isRight(decision, decision.candidates[$0], gold) })
    if let first = right.min() {
      journal.record(decision, right)
      return first
    }
    guard decision.kind == .source else { return nil }
    return decision.candidates.indices.max { a, b in
      overlap(decision.candidates[a], gold) < overlap(decision.candidates[b], gold)
    }
  }

  private func isRight(_ decision: Decision, _ candidate: Decision.Candidate, _ gold: Attribution)
    -> Bool
  {
    let cue = decision.cue
    switch decision.kind {
    case .cue, .nested: return false
    case .source: return words(candidate.span) == gold.source
    case .side:
      let sentence = scan.reading.sentence(ofToken: cue.start).tokens
      let isBefore = gold.content.contains { $0 < cue.start }
      let isAfter = gold.content.contains { $0 >= cue.end && sentence.contains($0) }
      if !isBefore, !isAfter { return false }
      return candidate.place == (isBefore ? (isAfter ? .both : .left) : .right)
    case .begin:
      return candidate.span.flatMap { firstWord($0) }
        == gold.content.filter { $0 >= cue.end }.min()
    case .start:
      return candidate.span.flatMap { firstWord($0) }
        == gold.content.filter { $0 < cue.start }.min()
    case .end:
      guard let whole = decision.candidates.last?.span, let span = candidate.span,
        let last = gold.content.filter({ whole.contains($0) }).max()
      else { return false }
      return words(span).max() == last
    }
  }

  private func words(_ span: TokenSpan?) -> Set<Int> {
    Set((span?.range ?? 0..<0).filter { scan.isWord($0) })
  }

  private func firstWord(_ span: TokenSpan) -> Int? {
    (span.start..<scan.tokens.count).first { scan.isWord($0) }
  }

  private func overlap(_ candidate: Decision.Candidate, _ gold: Attribution) -> Double {
    let own = words(candidate.span)
    if own.isEmpty, gold.source.isEmpty { return 1 }
    return Double(own.intersection(gold.source).count)
      / Double(max(1, own.union(gold.source).count))
  }
}
