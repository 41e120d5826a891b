import DeskAnalysis
import DeskText

/// A word of a telling that other tellings share.
struct ToldWord: Sendable {
  /// Where it stands, in UTF-8 bytes.
  var place: Int
  var weight: Float
  var isQuoted: Bool
}

/// What bears on how firmly a sentence is told.
struct StanceGrounds: Sendable {
  struct Attributed: Sendable {
    var content: [Extent<Unit.Byte>]
    var cue: Extent<Unit.Byte>?
    /// Who speaks.
    var speaker: Extent<Unit.Byte>?
    var type: SourceType
    /// The words that name the source.
    var source: String?
    /// Whether an outlet's text is printed as it stands: "The Herald:" and its paragraphs.
    var isReprint: Bool

    /// Whether a place is in the words that tell who speaks, and that he does.
    func frames(_ place: Int) -> Bool {
      cue?.contains(place) ?? false || speaker?.contains(place) ?? false
    }
  }

  struct Hedge: Sendable {
    var extent: Extent<Unit.Byte>
    var category: String
  }

  var attributed: [Attributed] = []
  /// The last attribution that ends before the sentence: a quotation that stands alone is its
  /// source's.
  var before: Attributed?
  /// In own voice, approximators and vague sources aside: "about 30" doubts the number alone.
  var hedges: [Hedge] = []
  var disclaimers: [Extent<Unit.Byte>] = []
}

/// Hands each sentence of an article the findings that bear on it.
struct StanceReader {
  private static let holdingBack: Set<String> = [
    "reportative", "belief_appearance", "epistemic_modal", "epistemic_adverb",
    "epistemic_adjective",
  ]

  private let attributions: [(extent: Extent<Unit.Byte>, attributed: StanceGrounds.Attributed)]
  private let hedges: [Finding]

  init(_ findings: [Finding], in text: Text) {
    attributions = findings.compactMap { finding in
      guard finding.analyzer == "attribution", let content = finding.part(.content),
        !Self.isDeed(finding, content)
      else { return nil }
      let speaker = finding.part(.source)
      let cue = finding.part(.cue)?.extent
      let type = SourceType(of: finding)
      let isMark = cue.map { $0.count == 1 && text.utf8[$0.start] == 0x3A } ?? true
      return (
        finding.extent,
        StanceGrounds.Attributed(
          content: content.pieces, cue: cue, speaker: speaker?.extent, type: type,
          source: speaker.map { text[$0.extent] }, isReprint: type == .newsOutlet && isMark)
      )
    }
    hedges = findings.filter { $0.analyzer == "hedging" }
  }

  /// "They decided to rise up", "the front backs Saleh": that they did is the outlet's word, nobody
  /// is said to say it, unless words of theirs are quoted.
  private static func isDeed(_ finding: Finding, _ content: Part) -> Bool {
    finding.category == "intention"
      || finding.category == "judgement" && content.kind == "indirect"
  }

  /// Words that make a number inexact: about, as many as.
  func approximators(in sentence: Extent<Unit.Byte>) -> [Extent<Unit.Byte>] {
    hedges.filter { $0.category == "approximator" && $0.extent.overlaps(sentence) }.map(\.extent)
  }

  func grounds(in sentence: Extent<Unit.Byte>) -> StanceGrounds {
    var out = StanceGrounds()
    out.attributed = attributions.filter { $0.extent.overlaps(sentence) }.map(\.attributed)
    out.before =
      attributions.last { $0.extent.end <= sentence.start && !$0.attributed.isReprint }?.attributed
    for hedge in hedges where hedge.extent.overlaps(sentence) {
      let category = hedge.category ?? ""
      if category == "verification_disclaimer" {
        out.disclaimers.append(hedge.extent)
      } else if Self.holdingBack.contains(category), !hedge.isInQuote {
        out.hedges.append(StanceGrounds.Hedge(extent: hedge.extent, category: category))
      }
    }
    return out
  }
}

extension StanceGrounds {
  /// How firmly some words of the sentence are told, and by whose words.
  ///
  /// What counts is where the words stand: those of a source are the source's, whatever else the
  /// sentence says. A disclaimer beats a source, a source beats a hedge; a report of a report
  /// ("reportedly claimed") is hedged.
  ///
  /// - Parameter words: those that other tellings share.
  /// - Returns: the stance, and the words that name the source, if there is one.
  func stance(of words: [ToldWord]) -> (stance: Stance, source: String?) {
    let told = words.filter { word in !attributed.contains { $0.frames(word.place) } }
    let all = told.reduce(0) { $0 + $1.weight }
    // Of two that hold the words, the inner one says them: a reprinted text has its own sources.
    var speaker: Attributed?
    var doubled: Attributed?
    var most = Self.leastShare
    for candidate in attributed where !candidate.isReprint {
      let inside = told.reduce(Float(0)) { sum, word in
        candidate.content.contains { $0.contains(word.place) } ? sum + word.weight : sum
      }
      let share = all > 0 ? inside / all : words.isEmpty ? 0 : 1
      if share >= Self.leastShare, isDoubled(candidate) { doubled = doubled ?? candidate }
      if share >= most, speaker == nil || share > most { (speaker, most) = (candidate, share) }
    }
    if speaker == nil, Self.isQuoted(told) {
      speaker = attributed.last { !$0.isReprint } ?? before
    }
    if !disclaimers.isEmpty { return (.unverified, speaker?.source) }
    guard let speaker else {
      return (hedges.isEmpty ? .asserted : .hedged, attributed.first { $0.isReprint }?.source)
    }
    // "Reportedly claimed, as The Herald reports": whoever passes a doubted report on, doubts it.
    if let doubled { return (.hedged, doubled.source) }
    switch speaker.type {
    case .nobody: return (.hedged, nil)
    case .ownWriter: return (hedges.isEmpty ? .asserted : .hedged, nil)
    case .namedPerson, .organisation, .document, .newsOutlet:
      return (.attributedNamed, speaker.source)
    case .unnamedOfficial, .unnamedPeople, .socialMedia:
      return (.attributedUnnamed, speaker.source)
    }
  }

  /// Whether most of what is told stands in quotation marks.
  private static func isQuoted(_ words: [ToldWord]) -> Bool {
    let all = words.reduce(0) { $0 + $1.weight }
    let quoted = words.reduce(0) { $0 + ($1.isQuoted ? $1.weight : 0) }
    return all > 0 && quoted >= 0.6 * all
  }

  /// Whether the outlet doubts that it was said at all: "reportedly claimed".
  private func isDoubled(_ speaker: Attributed) -> Bool {
    guard let cue = speaker.cue else { return false }
    let frame = speaker.speaker.map(cue.union) ?? cue
    return hedges.contains { hedge in
      hedge.category == "reportative" && frame.contains(hedge.extent)
        && hedge.extent.end < cue.end && !(speaker.speaker?.overlaps(hedge.extent) ?? false)
    }
  }

  /// So much of what is told must stand in a source's words to be the source's.
  private static let leastShare: Float = 0.25
}
