public import DeskLexicons
public import DeskReading
import DeskText

/// Who says what: finds each attribution's source, cue and content.
///
/// An attribution is a statement, belief, intention, judgement or perception that the writer gives
/// as somebody's (the guidelines of PolNeAR, Newell et al. 2018). Cues come from
/// `attribution.tsv`; which words are source and content is decided by the weights of
/// `attribution-weights.tsv` over candidates that clauses and quotations offer.
public struct AttributionAnalyzer: Analyzer {
  public static let name = "attribution"

  let cues: CueList?
  let sources: SourceWordList
  let weights: Weights?

  /// Where each weight stands, for the grounds of findings; nil where nobody asks for these.
  private let lines: WeightLines?

  public init(lexicons: [Lexicon]) {
    self.init(lexicons: lexicons, tables: .embedded, explains: false)
  }

  public init(lexicons: [Lexicon], tables: Lexicons, explains: Bool) {
    let number = lexicons.firstIndex { $0.file == "attribution.tsv" }
    cues = number.map { CueList(lexicons[$0], number: $0) }
    sources = SourceWordList(lexicons)
    let file = "attribution-weights.tsv"
    let table = tables.table(file) ?? Lexicons.embedded.table(file)
    weights = cues.map { Weights(table, cues: $0) }
    lines = explains ? cues.map { WeightLines(table, cues: $0) } : nil
  }

  public func findings(in reading: Reading, matches: [Match]) -> [Finding] {
    guard let cues, let weights, !reading.words.tokens.isEmpty else { return [] }
    let scan = Scan(reading, matches: matches, cues: cues, sources: sources)
    let log = lines == nil ? nil : DecisionLog()
    let drafts = drafts(scan, cues, weights, log)
    let writer = FindingWriter(scan: scan, cues: cues)
    var register = SourceRegister(scan)
    var findings: [Finding] = []
    findings.reserveCapacity(drafts.count)
    for number in drafts.indices {
      findings.append(writer.finding(drafts[number], &register))
      if let log, let lines {
        findings[number].grounds =
          GroundWriter(scan: scan, cues: cues, weights: weights, lines: lines).grounds(
            of: drafts[number], log)
      }
    }
    return Self.sorted(findings)
  }

  private func drafts(
    _ scan: Scan, _ cues: CueList, _ weights: Weights, _ log: DecisionLog?
  ) -> [Draft] {
    guard let log else {
      var drafter = Drafter(scan, cues: cues, weights: weights)
      return drafter.allDrafts()
    }
    var drafter = Drafter(scan, cues: cues, weights: weights, observer: log.observe)
    return drafter.allDrafts()
  }

  /// By place; most come in that order, and a finding is long to move.
  private static func sorted(_ findings: [Finding]) -> [Finding] {
    func isBefore(_ a: Finding, _ b: Finding) -> Bool {
      a.extent != b.extent ? a.extent < b.extent : a.parts.count < b.parts.count
    }
    let isSorted = findings.indices.dropFirst().allSatisfy {
      !isBefore(findings[$0], findings[$0 - 1])
    }
    return isSorted ? findings : findings.sorted(by: isBefore)
  }
}
