import DeskLexicons

/// Where a candidate for a source stands, or on which side of a cue a content.
enum Place: Int, Named {
  /// No source.
  case none
  /// Ends right before the cue; or ends before the comma there; or before an earlier comma.
  case adjacent, apposition, parted
  /// The source of the cue before; the subject of the sentence.
  case antecedent, subject
  /// Follows the cue; or follows "by" after it; or follows "according to".
  case inverted, agent, named
  /// Of a content: after the cue, before it, on both sides.
  case right, left, both

  /// Whether it is a source's place after the cue.
  var followsCue: Bool { self == .inverted || self == .agent || self == .named }
}

/// What a decision looks at; each has a name in `attribution-weights.tsv`.
enum Aspect: Int, Named {
  case bias, previous, next, before, first, last, after, category, length, quoted, type, order
  case head, inside, left, right, context, beyond, verb, rest, opening, entry, precision, group,
    position
  case commas, around, segment, trailing, sentence, clause, subordinate, governor
  case utterance, agreement, concord, joint
  case entryNext, entryForm

  /// How an aspect's values are written.
  enum Values {
    case placedKind, placedNumber, kindNumber, kind, pair, number, category, entry, entryKind,
      entryNumber
  }

  var values: Values {
    switch self {
    case .previous, .next, .before, .first, .last, .after, .inside: .placedKind
    case .bias, .length, .quoted, .type, .order, .rest, .utterance: .placedNumber
    case .opening, .commas, .segment, .trailing, .sentence, .clause, .governor,
      .agreement, .concord, .joint:
      .kindNumber
    case .head: .kind
    case .left, .right, .context, .beyond, .verb, .around: .pair
    case .category: .category
    case .entry: .entry
    case .precision, .group, .position, .subordinate: .number
    case .entryNext: .entryKind
    case .entryForm: .entryNumber
    }
  }
}

/// One property of one candidate, as a number that addresses its weight.
struct Feature: Hashable, Sendable {
  /// How many values an aspect may have, and how many one that goes with an entry.
  static let values = 4096
  static let entryValues = 65_536
  /// The first number of those that go with an entry.
  static let firstWithEntry = Int(Aspect.entryNext.rawValue) * values
  /// How many numbers there are.
  static let count = firstWithEntry + 2 * entryValues
  let id: Int32

  init(id: Int32) { self.id = id }

  @inline(__always)
  private init(_ aspect: Aspect, value: Int) {
    assert(value >= 0 && value < Self.values)
    id = Int32(truncatingIfNeeded: aspect.rawValue &<< 12 | value)
  }
  @inline(__always)
  init(_ aspect: Aspect, _ place: Place, _ kind: WordKind) {
    self.init(aspect, value: place.rawValue &<< 6 | kind.rawValue)
  }
  @inline(__always)
  init(_ aspect: Aspect, _ place: Place, _ number: Int) {
    self.init(aspect, value: place.rawValue &<< 6 | min(max(number, 0), 63))
  }
  @inline(__always)
  init(_ aspect: Aspect, _ kind: WordKind) { self.init(aspect, value: kind.rawValue) }
  @inline(__always)
  init(_ aspect: Aspect, _ a: WordKind, _ b: WordKind) {
    self.init(aspect, value: a.rawValue &<< 6 | b.rawValue)
  }
  @inline(__always)
  init(_ aspect: Aspect, _ number: Int) { self.init(aspect, value: min(max(number, 0), 4095)) }
  @inline(__always)
  init(_ category: CueList.Category, _ number: Int) {
    self.init(.category, value: category.rawValue &<< 6 | min(max(number, 0), 63))
  }
  @inline(__always)
  init(_ aspect: Aspect, _ kind: WordKind, _ number: Int) {
    self.init(aspect, value: kind.rawValue &<< 6 | min(max(number, 0), 63))
  }
  /// Two kinds, or a kind and a number that is none too high.
  @inline(__always)
  init(pair aspect: Aspect, _ a: Int, _ b: Int) { self.init(aspect, value: a &<< 6 | b) }
  /// An entry of the list of cues, together with up to four answers.
  @inline(__always)
  init(entry: Int, _ answer: Int) {
    self.init(.entry, value: min(entry, 1023) << 2 | (answer & 3))
  }

  /// An entry, and the kind of the word that follows the cue.
  @inline(__always)
  init(entry: Int, next kind: WordKind) {
    id = Int32(Self.firstWithEntry + (min(entry, 1023) << 6 | kind.rawValue))
  }
  /// An entry, and how the cue is built into its clause.
  @inline(__always)
  init(entry: Int, form: CueContext.Form) {
    id = Int32(
      Self.firstWithEntry + Self.entryValues + (min(entry, 1023) << 6 | form.rawValue))
  }

  /// What it looks at.
  var aspect: Aspect {
    let past = Int(id) - Self.firstWithEntry
    if past >= 0 { return past < Self.entryValues ? .entryNext : .entryForm }
    return Aspect.allCases[Int(id >> 12)]
  }

  /// The property as `attribution-weights.tsv` writes it.
  func names(_ cues: CueList) -> (aspect: String, value: String) {
    let aspect = aspect
    let hasEntry = Int(id) >= Self.firstWithEntry
    let value =
      hasEntry ? (Int(id) - Self.firstWithEntry) % Self.entryValues : Int(id) % Self.values
    let high = value >> 6
    let low = value & 63
    let text: String
    switch aspect.values {
    case .placedKind: text = "\(Self.place(high)) \(Self.kind(low))"
    case .placedNumber: text = "\(Self.place(high)) \(low)"
    case .kindNumber: text = "\(Self.kind(high)) \(low)"
    case .kind: text = Self.kind(value)
    case .pair: text = "\(Self.kind(high)) \(Self.kind(low))"
    case .number: text = "\(value)"
    case .category:
      text = "\(CueList.Category(rawValue: high)?.name ?? "") \(low)"
    case .entry:
      text = "\(Self.pattern(value >> 2, cues))=\(value & 3)"
    case .entryKind: text = "\(Self.pattern(high, cues))=\(Self.kind(low))"
    case .entryNumber: text = "\(Self.pattern(high, cues))=\(low)"
    }
    return (aspect.name, text)
  }

  private static func pattern(_ entry: Int, _ cues: CueList) -> String {
    entry < cues.list.entries.count ? cues.list.entries[entry].pattern : ""
  }

  private static func kind(_ value: Int) -> String {
    value < WordKind.allCases.count ? WordKind.allCases[value].name : ""
  }
  private static func place(_ value: Int) -> String {
    value < Place.allCases.count ? Place.allCases[value].name : ""
  }
}
