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
    var drafter = Drafter(scan, cues: cues, weights: weights, observer: log?.observe)
    let drafts = drafter.allDrafts()
    var writer = FindingWriter(scan: scan, cues: cues)
    return drafts.compactMap { draft -> Finding? in
      var finding = writer.finding(draft)
      if let log, let lines {
        finding?.grounds =
          GroundWriter(scan: scan, cues: cues, weights: weights, lines: lines).grounds(
            of: draft, log)
      }
      return finding
    }.sorted {
      $0.extent != $1.extent ? $0.extent < $1.extent : $0.parts.count < $1.parts.count
    }
  }
}
