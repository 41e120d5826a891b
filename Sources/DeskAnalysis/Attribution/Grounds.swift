import DeskLexicons
import DeskReading
import DeskText

/// The decisions taken about an article's cues, kept for whoever asks why.
final class DecisionLog {
  private var decisions: [Int: [Decision]] = [:]

  /// An observer that takes no decision itself.
  func observe(_ decision: Decision) -> Int? {
    decisions[decision.cue.start, default: []].append(decision)
    return nil
  }

  /// Those about the cue that begins with a token.
  func decisions(ofCueAt token: Int) -> [Decision] { decisions[token] ?? [] }
}

/// Says in words which weights decided.
struct GroundWriter {
  let scan: Scan
  let cues: CueList
  let weights: Weights
  let lines: WeightLines

  /// The steps that led to a draft: whether its cue is one first, as readers ask.
  func grounds(of draft: Draft, _ log: DecisionLog) -> [Ground] {
    log.decisions(ofCueAt: draft.cue.start).sorted { a, b in
      (a.kind == .cue ? 0 : 1, a.kind.rawValue) < (b.kind == .cue ? 0 : 1, b.kind.rawValue)
    }.map(ground)
  }

  /// How many properties are named for a choice, and how many against it.
  private static let most = (pro: 3, contra: 2)

  private func ground(_ decision: Decision) -> Ground {
    let table = weights.table(decision.kind)
    let sums = decision.candidates.map { candidate in
      candidate.features.reduce(Int(candidate.lead)) { $0 + Int(table[Int($1.id)]) }
    }
    let best = sums.max().flatMap { sums.firstIndex(of: $0) } ?? 0
    let chosen = decision.candidates[best]
    let weighed = chosen.features.map { ($0, Int(table[Int($0.id)])) }
    let pro = weighed.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.prefix(Self.most.pro)
    let contra = weighed.filter { $0.1 < 0 }.sorted { $0.1 < $1.1 }.prefix(Self.most.contra)
    let isWords = ![.cue, .side, .nested].contains(decision.kind)
    return Ground(
      question: decision.kind.question,
      extent: isWords ? chosen.span.map { scan.reading.words.bytes($0) } : nil,
      sum: Double(sums[best]) / 100,
      properties: (pro + contra).map { feature, weight in
        Ground.Property(
          words: feature.words(cues), weight: Double(weight) / 100,
          line: lines.line(decision.kind, feature))
      },
      file: lines.file)
  }
}

extension DecisionKind {
  fileprivate var question: String {
    switch self {
    case .source: "source"
    case .side: "side of the content"
    case .begin: "content from"
    case .start: "content before the cue"
    case .end: "content up to"
    case .cue: "is it a cue"
    case .nested: "does it stand beside the one around it"
    }
  }
}

/// On which line of its file each weight stands.
struct WeightLines: Sendable {
  let file: String
  private var lines: [[Int32: Int32]]

  init(_ table: Table?, cues: CueList) {
    file = table?.file ?? ""
    lines = DecisionKind.allCases.map { _ in [:] }
    guard let table else { return }
    Weights.readRows(table, cues) { kind, feature, line, _ in
      lines[Int(kind.rawValue)][feature.id] = Int32(line)
    }
  }

  func line(_ kind: DecisionKind, _ feature: Feature) -> Int? {
    lines[Int(kind.rawValue)][feature.id].map(Int.init)
  }
}
