import DeskAnalysis
import DeskComparison
public import DeskLexicons
import DeskText

/// What a mark in an article stands for: one look, one letter and one sign each.
enum MarkKind: String, Sendable, CaseIterable {
  case source, cue, content, hedge, booster, loaded, quotedLoaded = "loaded-quoted", label
  /// A word of the user's own dictionary.
  case dictionary

  /// Those that a reader must know to read a page or screen.
  static func legend(hasDictionaries: Bool) -> [MarkKind] {
    allCases.filter { hasDictionaries || $0 != .dictionary }
  }

  init(_ finding: Finding, role: Part.Role?) {
    switch (finding.analyzer, role) {
    case (_, .source?): self = .source
    case (_, .cue?): self = .cue
    case (_, .content?): self = .content
    case ("hedging", _): self = .hedge
    case ("boosting", _): self = .booster
    case ("loaded", _): self = finding.isOwnVoice ? .loaded : .quotedLoaded
    case ("labels", _): self = .label
    default: self = .dictionary
    }
  }

  /// The letter on its badge.
  var letter: String {
    switch self {
    case .source: "S"
    case .cue: "C"
    case .content: "A"
    case .hedge: "H"
    case .booster: "B"
    case .loaded: "L"
    case .quotedLoaded: "Q"
    case .label: "N"
    case .dictionary: "D"
    }
  }

  /// What it is, for a legend.
  var meaning: String {
    switch self {
    case .source: "source: who says it"
    case .cue: "cue: the words that attribute"
    case .content: "attributed: what is said"
    case .hedge: "hedge: holds back"
    case .booster: "booster: vouches"
    case .loaded: "loaded, own voice"
    case .quotedLoaded: "loaded, a source's words"
    case .label: "label: what a side is called"
    case .dictionary: "word of your dictionary"
    }
  }
}

/// A stretch of an article that a finding, or a part of one, marks.
struct Mark: Sendable {
  /// The number of the finding in its analysis.
  var finding: Int
  var kind: MarkKind
  var extent: Extent<Unit.Byte>

  /// Every mark of an analysis, sorted by place.
  static func all(in analysis: Analysis) -> [Mark] {
    var out: [Mark] = []
    for (number, finding) in analysis.findings.enumerated() {
      if finding.parts.isEmpty {
        out.append(
          Mark(
            finding: number, kind: MarkKind(finding, role: nil), extent: finding.extent))
      }
      for part in finding.parts {
        for piece in part.pieces where !piece.isEmpty {
          out.append(
            Mark(finding: number, kind: MarkKind(finding, role: part.role), extent: piece))
        }
      }
    }
    return out.enumerated().sorted { a, b in
      a.element.extent != b.element.extent
        ? a.element.extent < b.element.extent : a.offset < b.offset
    }.map(\.element)
  }
}

extension Mark {
  /// The marks, of some by their numbers, that are drawn: a word that is in several categories of a
  /// dictionary is marked once.
  static func told(_ numbers: [Int], of marks: [Mark]) -> [Int] {
    var last: Extent<Unit.Byte>?
    return numbers.filter { number in
      guard marks[number].kind == .dictionary else { return true }
      defer { last = marks[number].extent }
      return marks[number].extent != last
    }
  }

  /// The letters on the badge where some marks end.
  static func letters(of ending: [Mark]) -> String {
    told(Array(ending.indices), of: ending).map { ending[$0].kind.letter }.joined()
  }
}

/// A stretch of text over which the same marks hold.
struct MarkedSegment: Sendable {
  var extent: Extent<Unit.Byte>
  /// The marks that cover it, as numbers in the list they came from, outermost first.
  var marks: [Int]

  /// Cuts a stretch of text wherever a mark begins or ends, and where else is asked for.
  static func all(
    in extent: Extent<Unit.Byte>, marks: [Mark], cuts further: [Int] = []
  ) -> [MarkedSegment] {
    let inside = marks.indices.filter { marks[$0].extent.overlaps(extent) }
    var cuts = [extent.start, extent.end] + further.filter { extent.start < $0 && $0 < extent.end }
    for index in inside {
      cuts.append(max(extent.start, marks[index].extent.start))
      cuts.append(min(extent.end, marks[index].extent.end))
    }
    cuts.sort()
    var out: [MarkedSegment] = []
    for (start, end) in zip(cuts, cuts.dropFirst()) where start < end {
      let piece = Extent<Unit.Byte>(start, end)
      out.append(
        MarkedSegment(extent: piece, marks: inside.filter { marks[$0].extent.contains(piece) }))
    }
    return out
  }
}

/// The paragraphs of an article; the whole text where cleaning names none.
func paragraphs(of article: Article) -> [Paragraph] {
  article.paragraphs.isEmpty && !article.text.isEmpty
    ? [Paragraph(article.text.all)] : article.paragraphs
}

/// What is known of a finding beside its words, for people.
struct Reason: Sendable {
  var finding: Finding
  var citations: [String: Citation]

  init(_ finding: Finding, citations: [String: Citation]) {
    self.finding = finding
    self.citations = citations
  }

  /// `hedging: hearsay`.
  var what: String {
    [finding.analyzer, finding.category].compactMap { $0 }.joined(separator: ": ")
  }

  /// `hedging.tsv:12`.
  var place: String? { finding.evidence.map { "\($0.lexicon):\($0.line)" } }

  var entry: String? { finding.evidence?.entry }

  /// `right 12 of 14 (60–96%) in BABE: sentence`; nil where nothing was measured.
  var precision: String? { finding.evidence?.precision?.told }

  var literature: String? {
    finding.evidence?.source.map { citations[$0]?.citation ?? $0 }
  }
}

extension MeasuredPrecision {
  /// In words: `right 12 of 14 times (60–96%) in BABE, development half: sentence`.
  public var told: String {
    let (low, high) = interval
    let range = "\(Wording.decimal(100 * low, digits: 0))–\(Wording.percent(high))"
    return "right \(right) of \(hits) (\(range)) in \(corpus): \(unit)"
  }
}

extension [Citation] {
  /// The place of each in the list, by key.
  var places: [String: Int] {
    Dictionary(
      enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  var byKey: [String: Citation] {
    Dictionary(map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
