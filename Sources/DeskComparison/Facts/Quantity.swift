import DeskLexicons
import DeskText

/// A number in a sentence and what it counts: "30 Taliban", "three districts".
struct Quantity: Hashable, Sendable {
  /// As it is written: "nearly two dozen" gives "two dozen".
  var written: String
  var value: Double
  /// The stems of up to two words after it, the nearest first.
  var counted: [UInt32]
  /// The stems around it in its clause, which tell what is said of them: "killed".
  var around: [UInt32]
  /// The stem of the word of `counted` as it is written, for people.
  var noun: String
}

/// The numbers that are written in words.
struct NumberWords: Sendable {
  private var values: [UInt32: Double] = [:]
  /// Words that multiply what stands before them: dozen, hundred, million.
  private var multipliers: [UInt32: Double] = [:]

  /// Those of `numbers.tsv` inside the program.
  static let embedded = NumberWords(Lexicons.embedded.table("numbers.tsv"))

  init(_ table: Table?) {
    for row in table?.rows ?? [] {
      guard let table, let value = table.cell(row, "value").flatMap(Double.init) else { continue }
      let hash = Folding.hash(folded: Array(table.bytes(row, at: 0)))
      if table.cell(row, "kind") == "multiplier" {
        multipliers[hash] = value
      } else {
        values[hash] = value
      }
    }
  }

  /// The number that begins at a token, and how many tokens it takes; nil where none does.
  func number(at index: Int, in words: Words, before end: Int) -> (value: Double, tokens: Int)? {
    guard var value = simple(words.tokens[index], in: words.text) else { return nil }
    var count = 1
    while index + count < end, let factor = multipliers[words.tokens[index + count].hash] {
      value *= factor
      count += 1
    }
    return (value, count)
  }

  private func simple(_ token: Token, in text: Text) -> Double? {
    guard token.kind == .number else {
      return token.kind == .word ? values[token.hash] ?? multipliers[token.hash] : nil
    }
    let digits = text.utf8[token.extent.range].filter { $0 != 0x2C }
    return Double(String(decoding: digits, as: UTF8.self))
  }
}
