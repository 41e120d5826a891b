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

  public init(lexicons: [Lexicon]) {
    let number = lexicons.firstIndex { $0.file == "attribution.tsv" }
    cues = number.map { CueList(lexicons[$0], number: $0) }
    sources = SourceWordList(lexicons)
    weights = cues.map { Weights(Lexicons.embedded.table("attribution-weights.tsv"), cues: $0) }
  }

  public func findings(in reading: Reading, matches: [Match]) -> [Finding] {
    guard let cues, let weights, !reading.words.tokens.isEmpty else { return [] }
    let scan = Scan(reading, matches: matches, cues: cues, sources: sources)
    var drafter = Drafter(scan, cues: cues, weights: weights)
    let drafts = drafter.allDrafts()
    var writer = FindingWriter(scan: scan, cues: cues)
    return drafts.compactMap { writer.finding($0) }.sorted {
      $0.extent != $1.extent ? $0.extent < $1.extent : $0.parts.count < $1.parts.count
    }
  }
}
