import DeskLexicons
import DeskText

/// Where a candidate for a source stands, or on which side of a cue a content.
enum Place: UInt8, CaseIterable, Sendable {
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
}

/// What a decision looks at; each has a name in `attribution-weights.tsv`.
enum Aspect: UInt8, CaseIterable, Sendable {
  case bias, previous, next, before, first, last, after, category, length, quoted, type, order
  case head, inside, left, right, context, beyond, verb, rest, opening, entry, precision, group,
    position

  /// How an aspect's values are written.
  enum Values { case placedKind, placedNumber, kindNumber, kind, pair, number, category, entry }

  var values: Values {
    switch self {
    case .previous, .next, .before, .first, .last, .after, .inside: .placedKind
    case .bias, .length, .quoted, .type, .order, .rest: .placedNumber
    case .opening: .kindNumber
    case .head: .kind
    case .left, .right, .context, .beyond, .verb: .pair
    case .category: .category
    case .entry: .entry
    case .precision, .group, .position: .number
    }
  }
}

/// One property of one candidate, as a number that addresses its weight.
struct Feature: Hashable, Sendable {
  /// How many values each aspect may have.
  static let values = 4096
  let id: Int32

  @inline(__always)
  private init(_ aspect: Aspect, value: Int) {
    id = Int32(aspect.rawValue) << 12 | Int32(value & 4095)
  }
  @inline(__always)
  init(_ aspect: Aspect, _ place: Place, _ kind: WordKind) {
    self.init(aspect, value: Int(place.rawValue) << 6 | Int(kind.rawValue))
  }
  @inline(__always)
  init(_ aspect: Aspect, _ place: Place, _ number: Int) {
    self.init(aspect, value: Int(place.rawValue) << 6 | min(max(number, 0), 63))
  }
  @inline(__always)
  init(_ aspect: Aspect, _ kind: WordKind) { self.init(aspect, value: Int(kind.rawValue)) }
  @inline(__always)
  init(_ aspect: Aspect, _ a: WordKind, _ b: WordKind) {
    self.init(aspect, value: Int(a.rawValue) << 6 | Int(b.rawValue))
  }
  @inline(__always)
  init(_ aspect: Aspect, _ number: Int) { self.init(aspect, value: min(max(number, 0), 4095)) }
  @inline(__always)
  init(_ category: CueList.Category, _ number: Int) {
    self.init(.category, value: Int(category.rawValue) << 6 | min(max(number, 0), 63))
  }
  @inline(__always)
  init(_ aspect: Aspect, _ kind: WordKind, _ number: Int) {
    self.init(aspect, value: Int(kind.rawValue) << 6 | min(max(number, 0), 63))
  }
  /// An entry of the list of cues, together with up to four answers.
  @inline(__always)
  init(entry: Int, _ answer: Int) {
    self.init(.entry, value: min(entry, 1023) << 2 | (answer & 3))
  }

  /// The property as `attribution-weights.tsv` writes it.
  func names(_ cues: CueList) -> (aspect: String, value: String) {
    let aspect = Aspect.allCases[Int(id >> 12)]
    let value = Int(id & 4095)
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
      text = "\(CueList.Category(rawValue: UInt8(high)).map { "\($0)" } ?? "") \(low)"
    case .entry:
      let entry = value >> 2
      text =
        entry < cues.list.entries.count
        ? "\(cues.list.entries[entry].pattern)=\(value & 3)" : "=\(value & 3)"
    }
    return ("\(aspect)", text)
  }

  private static func kind(_ value: Int) -> String {
    value < WordKind.allCases.count ? "\(WordKind.allCases[value])" : ""
  }
  private static func place(_ value: Int) -> String {
    value < Place.allCases.count ? "\(Place.allCases[value])" : ""
  }
}

/// Reads the names of features back into numbers.
///
/// Names are looked up by their hash: the file has some twenty thousand, read at every start.
private struct FeatureNames {
  private var aspects: [UInt32: Aspect] = [:]
  private var kinds: [UInt32: WordKind] = [:]
  private var places: [UInt32: Place] = [:]
  private var categories: [UInt32: CueList.Category] = [:]
  private var entries: [UInt32: Int] = [:]

  init(_ cues: CueList) {
    func key(_ name: String) -> UInt32 { Self.key(Array(name.utf8)[...]) }
    for aspect in Aspect.allCases { aspects[key("\(aspect)")] = aspect }
    for kind in WordKind.allCases { kinds[key("\(kind)")] = kind }
    for place in Place.allCases { places[key("\(place)")] = place }
    for category in CueList.Category.allCases { categories[key("\(category)")] = category }
    for (number, entry) in cues.list.entries.enumerated() { entries[key(entry.pattern)] = number }
  }

  static func key(_ name: ArraySlice<UInt8>) -> UInt32 {
    name.withUnsafeBufferPointer { Folding.hash($0) }
  }

  func feature(_ aspect: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) -> Feature? {
    guard let aspect = aspects[Self.key(aspect)] else { return nil }
    switch aspect.values {
    case .placedKind:
      guard let (a, b) = halves(value, at: 0x20), let place = places[Self.key(a)],
        let kind = kinds[Self.key(b)]
      else { return nil }
      return Feature(aspect, place, kind)
    case .placedNumber:
      guard let (a, b) = halves(value, at: 0x20), let place = places[Self.key(a)],
        let number = number(b)
      else { return nil }
      return Feature(aspect, place, number)
    case .kindNumber:
      guard let (a, b) = halves(value, at: 0x20), let kind = kinds[Self.key(a)],
        let number = number(b)
      else { return nil }
      return Feature(aspect, kind, number)
    case .kind: return kinds[Self.key(value)].map { Feature(aspect, $0) }
    case .pair:
      guard let (a, b) = halves(value, at: 0x20), let one = kinds[Self.key(a)],
        let other = kinds[Self.key(b)]
      else { return nil }
      return Feature(aspect, one, other)
    case .number: return number(value).map { Feature(aspect, $0) }
    case .category:
      guard let (a, b) = halves(value, at: 0x20), let category = categories[Self.key(a)],
        let number = number(b)
      else { return nil }
      return Feature(category, number)
    case .entry:
      guard let (a, b) = halves(value, at: 0x3D), let entry = entries[Self.key(a)],
        let answer = number(b)
      else { return nil }
      return Feature(entry: entry, answer)
    }
  }

  /// What stands before and after the last of a byte.
  private func halves(_ value: ArraySlice<UInt8>, at byte: UInt8) -> (
    ArraySlice<UInt8>, ArraySlice<UInt8>
  )? {
    value.lastIndex(of: byte).map { (value[..<$0], value[($0 + 1)...]) }
  }

  private func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

/// The decisions that measured weights take, in their order.
enum DecisionKind: UInt8, CaseIterable, Sendable {
  /// Which words before or after a cue are its source.
  case source
  /// On which side of the cue the content stands.
  case side
  /// Where content after the cue begins.
  case begin
  /// Where content before the cue begins.
  case start
  /// Where unquoted content after the cue ends.
  case end
  /// Whether a word is a cue here at all.
  case cue
}

/// A choice among candidates, and what spoke for each.
struct Decision: Sendable {
  var kind: DecisionKind
  /// The tokens of the cue.
  var cue: TokenSpan
  var candidates: [Candidate]

  struct Candidate: Sendable {
    /// The tokens that it names; nil for "none".
    var span: TokenSpan?
    var place: Place = .none
    var features: [Feature]
  }
}

/// Weights learned on annotated news; a decision adds up those of a candidate's features.
struct Weights: Sendable {
  private var tables: [[Float]]

  /// Reads `attribution-weights.tsv`: decision, aspect, value, weight.
  ///
  /// A row that names nothing known is left out: an entry may have gone from the list of cues
  /// since the weights were measured.
  init(_ table: Table?, cues: CueList) {
    let size = Aspect.allCases.count * Feature.values
    tables = DecisionKind.allCases.map { _ in [Float](repeating: 0, count: size) }
    guard let table else { return }
    let names = FeatureNames(cues)
    var kinds: [UInt32: Int] = [:]
    for kind in DecisionKind.allCases {
      kinds[FeatureNames.key(Array("\(kind)".utf8)[...])] = Int(kind.rawValue)
    }
    for row in table.rows {
      guard let kind = kinds[FeatureNames.key(table.bytes(row, at: 0))],
        let feature = names.feature(table.bytes(row, at: 1), table.bytes(row, at: 2)),
        let weight = table.cell(row, at: 3).flatMap(Float.init)
      else { continue }
      tables[kind][Int(feature.id)] = weight
    }
  }

  func score(_ kind: DecisionKind, _ features: [Feature]) -> Float {
    tables[Int(kind.rawValue)].withUnsafeBufferPointer { table in
      var sum: Float = 0
      for feature in features { sum += table[Int(feature.id)] }
      return sum
    }
  }

  /// The number of the candidate with the highest sum; the first of equal ones.
  func best(_ decision: Decision) -> Int {
    var best = 0
    var highest = -Float.infinity
    for (number, candidate) in decision.candidates.enumerated() {
      let sum = score(decision.kind, candidate.features)
      if sum > highest {
        highest = sum
        best = number
      }
    }
    return best
  }
}
