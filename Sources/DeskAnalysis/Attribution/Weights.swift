import DeskLexicons
import Foundation

/// Weights learned on annotated news; a decision adds up those of a candidate's features.
///
/// They are hundredths, as the file writes them, so that sums are exact and the same on every
/// machine, in whatever order they are taken.
struct Weights: Sendable {
  private let tables: [WeightTable<Int16>]
  /// The sums of features that always come together.
  let compounds: WeightTable<Int32>
  /// The most that some of them can add to a sum.
  let bounds: WeightBounds

  /// Reads `attribution-weights.tsv`: decision, aspect, value, weight.
  ///
  /// A row that names nothing known is left out: an entry may have gone from the list of cues
  /// since the weights were measured.
  init(_ table: Table?, cues: CueList) {
    // Only a cue asks for what goes with its entry; the other tables are half as long without.
    let tables = DecisionKind.allCases.map { kind in
      WeightTable<Int16>(count: kind == .cue ? Feature.count : Feature.firstWithEntry)
    }
    if let table {
      Self.readRows(table, cues) { kind, feature, _, weight in
        guard let hundredths = Self.hundredths(weight) else { return }
        tables[Int(kind.rawValue)].set(Int(feature.id), Int16(clamping: hundredths))
      }
    }
    self.tables = tables
    compounds = Compound.sums(of: tables)
    bounds = WeightBounds(tables, compounds)
  }

  /// Calls `body` with each row that names a decision and a property that are known, and with the
  /// bytes of its weight.
  static func readRows(
    _ table: Table, _ cues: CueList,
    _ body: (DecisionKind, Feature, Int, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    let names = FeatureNames(cues)
    // Rows of one decision and aspect stand together: their names are looked up for the first.
    var head = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    var known: (decision: DecisionKind, aspect: Aspect)?
    table.forEachRow { number, line in
      if head.isEmpty || !line.starts(with: head) {
        let decision = FeatureNames.Name(line, from: 0)
        let aspect = FeatureNames.Name(line, from: decision.next)
        guard aspect.next <= line.count else { return }
        head = UnsafeBufferPointer(rebasing: line[..<aspect.next])
        known = names.decision(decision).flatMap { decision in
          names.aspect(aspect).map { (decision, $0) }
        }
      }
      guard let known else { return }
      let value = FeatureNames.Name(line, from: head.count)
      guard value.next <= line.count, let feature = names.feature(known.aspect, value) else {
        return
      }
      body(known.decision, feature, number, UnsafeBufferPointer(rebasing: line[value.next...]))
    }
  }

  /// A number as the file writes it, `-0.41`, in hundredths.
  private static func hundredths(_ written: UnsafeBufferPointer<UInt8>) -> Int? {
    let isNegative = written.first == 0x2D
    // Nearly all are below 10, with two digits behind the point.
    let start = isNegative ? 1 : 0
    if written.count == start + 4, written[start + 1] == 0x2E {
      let (ones, tenths) = (written[start] &- 0x30, written[start + 2] &- 0x30)
      let hundredths = written[start + 3] &- 0x30
      if ones < 10, tenths < 10, hundredths < 10 {
        let value = Int(ones) * 100 + Int(tenths) * 10 + Int(hundredths)
        return isNegative ? -value : value
      }
    }
    let digits = isNegative ? written.dropFirst() : written[...]
    var value = 0
    var behindPoint = -1
    for byte in digits {
      if byte == 0x2E, behindPoint < 0 {
        behindPoint = 0
      } else if byte &- 0x30 < 10, behindPoint < 2, value < 1_000_000 {
        value = value * 10 + Int(byte - 0x30)
        if behindPoint >= 0 { behindPoint += 1 }
      } else {
        return Double(String(decoding: written, as: UTF8.self)).map {
          Int(($0 * 100).rounded())
        }
      }
    }
    guard digits.count > (behindPoint < 0 ? 0 : 1) else { return nil }
    for _ in max(behindPoint, 0)..<2 { value *= 10 }
    return isNegative ? -value : value
  }

  /// The weights of one kind of decision, by the number of the feature.
  @inline(__always)
  func table(_ kind: DecisionKind) -> WeightTable<Int16> { tables[Int(kind.rawValue)] }
}

/// Numbers by their place, read without a check of bounds.
///
/// A text of a thousand words reads some hundred thousand weights, all at places that `Feature` and
/// `Compound` keep below the count.
final class WeightTable<Number: FixedWidthInteger & Sendable>: @unchecked Sendable {
  private let numbers: UnsafeMutablePointer<Number>
  private let count: Int
  /// For each 64 numbers whether one of them was set.
  private let filled: UnsafeMutablePointer<Bool>

  /// All of them 0.
  init(count: Int) {
    self.count = count
    filled = .allocate(capacity: count / 64 + 1)
    filled.initialize(repeating: false, count: count / 64 + 1)
    // Most places are never read nor written: memory that comes as zeros costs nothing there.
    guard let zeros = calloc(count, MemoryLayout<Number>.stride) else {
      preconditionFailure("no memory for \(count) weights")
    }
    numbers = zeros.bindMemory(to: Number.self, capacity: count)
  }

  deinit {
    free(numbers)
    filled.deallocate()
  }

  @inline(__always)
  subscript(_ index: Int) -> Number {
    assert(index >= 0 && index < count)
    return numbers[index]
  }

  /// Where they begin in memory; only for as long as the table lives.
  @inline(__always)
  var start: UnsafePointer<Number> { UnsafePointer(numbers) }

  /// Sets a number, while the table is not shared yet; one beyond the end is left out.
  func set(_ index: Int, _ number: Number) {
    guard index < count else { return }
    numbers[index] = number
    filled[index >> 6] = true
  }

  /// Sets numbers that stand together, among the 64 of the first one.
  func set(_ index: Int, _ values: UnsafeMutableBufferPointer<Number>) {
    guard let base = values.baseAddress, index + values.count <= count else { return }
    (numbers + index).update(from: base, count: values.count)
    filled[index >> 6] = true
  }

  /// Whether a number was set among the 64 that one stands with.
  ///
  /// Whoever reads whole tables leaves the others out: memory that nobody wrote need not be there.
  func isFilled(around index: Int) -> Bool { filled[index >> 6] }
}
