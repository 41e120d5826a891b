import DeskLexicons
import DeskText

/// A number in a sentence and what it counts: "30 Taliban", "three districts".
struct Quantity: Hashable, Sendable {
  /// As it is written: "nearly two dozen" gives "two dozen".
  var written: String
  var value: Double
  /// The values that do not differ from it: more than one where it is written as "about 30" or "dozens".
  var range: ClosedRange<Double>
  /// The stems of what is counted, as they stand.
  var counted: [UInt32]
  /// The stem of what is said of it: "killed"; empty where nothing is said beside it.
  var said: [UInt32]
  /// The first word of `counted` as it is written, for people.
  var noun: String

  /// Whether two quantities are numbers of the same thing.
  ///
  /// "Killed 30 Taliban" and "15 Taliban fighters were killed" are; "captured 20 Taliban" is not the
  /// same as either. Where nothing is said beside one of them, more than one word must be counted in both.
  func isAlike(_ other: Quantity) -> Bool {
    let nouns = Set(counted).intersection(other.counted).count
    if isSaidAlike(other) {
      return nouns > 0 || counted.allSatisfy(said.contains)
        || other.counted.allSatisfy(other.said.contains)
    }
    return (said.isEmpty || other.said.isEmpty) && nouns > 1
  }

  /// Whether a word that is said of one is said of the other, or counted in it: "15 wounded".
  private func isSaidAlike(_ other: Quantity) -> Bool {
    said.contains { other.said.contains($0) || other.counted.contains($0) }
      || other.said.contains { counted.contains($0) }
  }

  /// Whether both numbers may be the same.
  func agrees(with other: Quantity) -> Bool {
    range.contains(other.value) || other.range.contains(value)
  }

  /// Whether two sentences with these quantities tell the same by them: the same is said of what may
  /// be the same number, whatever the counted are called.
  func tellsSame(as other: Quantity) -> Bool {
    isSaidAlike(other) && agrees(with: other)
  }
}

/// The numbers that are written in words.
struct NumberWords: Sendable {
  /// A number in a text.
  struct Number: Sendable {
    var value: Double
    /// The values it may stand for, if it is not meant exactly.
    var range: ClosedRange<Double>
    /// How many tokens it takes.
    var tokens: Int
    /// Whether it is no number but an order of magnitude: dozens.
    var isVague: Bool
  }

  /// "About 30" may be so much more or less, as a share of it.
  private static let tolerance = 0.2

  private var values: [UInt32: Double] = [:]
  /// Words that multiply what stands before them: dozen, hundred, million.
  private var multipliers: [UInt32: Double] = [:]
  /// From how many to how many: dozens, hundreds.
  private var ranges: [UInt32: ClosedRange<Double>] = [:]

  /// Those of `numbers.tsv` inside the program.
  static let embedded = NumberWords(Lexicons.embedded.table("numbers.tsv"))

  init(_ table: Table?) {
    for row in table?.rows ?? [] {
      guard let table, let value = table.cell(row, "value").flatMap(Double.init) else { continue }
      let hash = Folding.hash(folded: Array(table.bytes(row, at: 0)))
      switch table.cell(row, "kind") {
      case "multiplier": multipliers[hash] = value
      case "vague":
        ranges[hash] = value...max(value, table.cell(row, "most").flatMap(Double.init) ?? value)
      default: values[hash] = value
      }
    }
  }

  /// The number that begins at a token; nil where none does.
  func number(at index: Int, in words: Words, before end: Int) -> Number? {
    if let range = ranges[words.tokens[index].hash] {
      return Number(value: range.lowerBound, range: range, tokens: 1, isVague: true)
    }
    guard var value = simple(words.tokens[index], in: words.text) else { return nil }
    var count = 1
    while index + count < end, let factor = multipliers[words.tokens[index + count].hash] {
      value *= factor
      count += 1
    }
    let range = value * (1 - Self.tolerance)...value * (1 + Self.tolerance)
    return Number(value: value, range: range, tokens: count, isVague: false)
  }

  private func simple(_ token: Token, in text: Text) -> Double? {
    guard token.kind == .number else {
      return token.kind == .word ? values[token.hash] ?? multipliers[token.hash] : nil
    }
    let digits = text.utf8[token.extent.range].filter { $0 != 0x2C }
    return Double(String(decoding: digits, as: UTF8.self))
  }
}
