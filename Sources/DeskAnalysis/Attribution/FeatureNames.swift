import DeskLexicons
import DeskText

/// Reads the names of features back into numbers.
///
/// Names are looked up by their hash: the file has some twenty thousand, read at every start.
struct FeatureNames {
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
    case .entryKind:
      guard let (a, b) = halves(value, at: 0x3D), let entry = entries[Self.key(a)],
        let kind = kinds[Self.key(b)]
      else { return nil }
      return Feature(entry: entry, next: kind)
    case .entryNumber:
      guard let (a, b) = halves(value, at: 0x3D), let entry = entries[Self.key(a)],
        let form = number(b).flatMap(CueContext.Form.init(rawValue:))
      else { return nil }
      return Feature(entry: entry, form: form)
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
