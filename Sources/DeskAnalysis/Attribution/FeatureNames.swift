import DeskLexicons
import DeskText
import Foundation

/// Reads the names of features back into numbers.
///
/// Names are looked up by their hash: the file has some twenty thousand, read at every start.
struct FeatureNames {
  /// A cell of the file, by the hashes of what stands before and after its last space or equals sign,
  /// as in `adjacent be` and `according to=2`.
  struct Name {
    /// Of nothing where there is neither.
    let first: UInt32
    let last: UInt32
    /// Where the next cell begins; beyond the line where there is none.
    let next: Int
    private let line: UnsafeBufferPointer<UInt8>
    /// Where the cell begins, and what stands after the last space or equals sign.
    private let start: Int
    private let lastStart: Int

    /// - Parameters:
    ///   - line: a row with its tabs; the name holds as long as it does.
    ///   - start: where the cell begins.
    init(_ line: UnsafeBufferPointer<UInt8>, from start: Int) {
      self.line = line
      self.start = start
      var end = min(start, line.count)
      if let base = line.baseAddress, let tab = memchr(base + end, 0x09, line.count - end) {
        end = UnsafeRawPointer(tab) - UnsafeRawPointer(base)
      } else {
        end = line.count
      }
      next = end + 1
      var lastStart = end
      while lastStart > start, line[lastStart - 1] != 0x20, line[lastStart - 1] != 0x3D {
        lastStart -= 1
      }
      self.lastStart = lastStart
      first = Self.hash(line, start, max(start, lastStart - 1))
      last = Self.hash(line, lastStart, end)
    }

    private static func hash(
      _ line: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> UInt32 {
      var hash = FeatureNames.seed
      var index = start
      while index < end {
        hash = Folding.mix(hash, Folding.lowerASCII(line[index]))
        index += 1
      }
      return hash
    }

    /// The hash of all of it; nil where there is a space or an equals sign.
    var whole: UInt32? { lastStart == start ? last : nil }

    /// What stands after the last space or equals sign, as a number; nil where it is none.
    var number: Int? {
      let digits = line[min(lastStart, line.count)..<min(next - 1, line.count)]
      guard (1...9).contains(digits.count), digits.allSatisfy({ $0 &- 0x30 < 10 }) else {
        return nil
      }
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
  }

  /// The hash of nothing.
  private static let seed = Folding.hash(folded: EmptyCollection())

  private let decisions: NumberedNames<DecisionKind>
  private let aspects: NumberedNames<Aspect>
  private let kinds: NumberedNames<WordKind>
  private let places: NumberedNames<Place>
  private let categories: NumberedNames<CueList.Category>
  private let entries: NumberedNames<Int>

  init(_ cues: CueList) {
    func named<T: Named>(_ type: T.Type) -> NumberedNames<T> {
      NumberedNames(T.allCases.map { (Self.key($0.name), $0) })
    }
    decisions = named(DecisionKind.self)
    aspects = named(Aspect.self)
    kinds = named(WordKind.self)
    places = named(Place.self)
    categories = named(CueList.Category.self)
    let listed = cues.list.entries
    entries = NumberedNames(listed.indices.map { (Self.key(listed[$0].pattern), $0) })
  }

  private static func key(_ name: String) -> UInt32 {
    name.utf8.reduce(seed) { Folding.mix($0, Folding.lowerASCII($1)) }
  }

  func decision(_ name: Name) -> DecisionKind? { name.whole.flatMap { decisions[$0] } }

  func aspect(_ name: Name) -> Aspect? { name.whole.flatMap { aspects[$0] } }

  func feature(_ aspect: Aspect, _ value: Name) -> Feature? {
    switch aspect.values {
    case .placedKind:
      guard let place = places[value.first], let kind = kinds[value.last]
      else { return nil }
      return Feature(aspect, place, kind)
    case .placedNumber:
      guard let place = places[value.first], let number = value.number
      else { return nil }
      return Feature(aspect, place, number)
    case .kindNumber:
      guard let kind = kinds[value.first], let number = value.number
      else { return nil }
      return Feature(aspect, kind, number)
    case .kind: return value.whole.flatMap { kinds[$0] }.map { Feature(aspect, $0) }
    case .pair:
      guard let one = kinds[value.first], let other = kinds[value.last]
      else { return nil }
      return Feature(aspect, one, other)
    case .number: return value.number.map { Feature(aspect, $0) }
    case .category:
      guard let category = categories[value.first], let number = value.number
      else { return nil }
      return Feature(category, number)
    case .entry:
      guard let entry = entries[value.first], let answer = value.number
      else { return nil }
      return Feature(entry: entry, answer)
    case .entryKind:
      guard let entry = entries[value.first], let kind = kinds[value.last]
      else { return nil }
      return Feature(entry: entry, next: kind)
    case .entryNumber:
      guard let entry = entries[value.first],
        let form = value.number.flatMap(CueContext.Form.init(rawValue:))
      else { return nil }
      return Feature(entry: entry, form: form)
    }
  }
}

/// Values by the hashes of their names.
private struct NumberedNames<Value> {
  private var slots: [(hash: UInt32, value: Value)?]

  /// Of two with one name the later one counts.
  init(_ values: [(UInt32, Value)]) {
    var size = 16
    while size < values.count * 2 { size *= 2 }
    slots = Array(repeating: nil, count: size)
    for (hash, value) in values { slots[slot(hash)] = (hash, value) }
  }

  private func slot(_ hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while let known = slots[slot], known.hash != hash { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  subscript(_ hash: UInt32) -> Value? { slots[slot(hash)]?.value }
}
