import DeskLexicons
import DeskText

/// Reads from the words around a number what it counts and what is said of that.
///
/// There is no parser here: what is counted are the words after the number up to the first preposition,
/// conjunction, auxiliary or mark ("30 Taliban fighters"), and what is said of it stands right before
/// the number ("killed as many as 30") or after an auxiliary ("15 fighters were killed").
struct QuantityReader {
  /// So many words may be counted: "30 Taliban fighters dead".
  private static let mostCounted = 4

  let sentence: Extent<Unit.Token>
  let words: Words
  /// The stems of words that tell something, by token; numbers among them.
  let stemOf: [Int: UInt32]
  let numberTokens: Set<Int>
  let approximators: [Extent<Unit.Byte>]

  /// A number with what it counts; nil where that cannot be read.
  ///
  /// "Killed 30" after "captured 20 soldiers" counts what the quantity before it, `last`, does.
  func quantity(_ number: NumberWords.Number, at token: Int, after last: Quantity?) -> Quantity? {
    if isYear(number, at: token) { return nil }
    let end = token + number.tokens
    let (counted, stop) = counted(from: end)
    var quantity = Quantity(
      written: words.text[words.bytes(Extent(token, end))], value: number.value,
      range: number.isVague || isApproximate(token) ? number.range : number.value...number.value,
      counted: counted.compactMap { stemOf[$0] }, said: said(of: token, stop: stop),
      noun: counted.first.map(words.string) ?? "")
    if counted.isEmpty {
      guard !quantity.said.isEmpty, let last else { return nil }
      quantity.counted = last.counted
      quantity.noun = last.noun
    }
    return quantity
  }

  /// A year is a date, not a number of things.
  private func isYear(_ number: NumberWords.Number, at token: Int) -> Bool {
    number.tokens == 1 && (1900...2100).contains(number.value)
      && words.tokens[token].kind == .number
      && words.tokens[token].end - words.tokens[token].start == 4
  }

  /// The tokens of what is counted, and the token that ends it.
  private func counted(from start: Int) -> (tokens: [Int], stop: Int) {
    var out: [Int] = []
    var index = start
    // "30 of the group's fighters".
    if index < sentence.end, words.folded(index) == "of" { index += 1 }
    while index < sentence.end, out.count < Self.mostCounted, !ends(at: index) {
      if stemOf[index] != nil, !isStandIn(index) { out.append(index) }
      index += 1
    }
    return (out, index)
  }

  /// "20 others" are of those that were counted before.
  private func isStandIn(_ index: Int) -> Bool {
    WordClass.pronoun.contains(index, in: words) || WordClass.determiner.contains(index, in: words)
  }

  /// Whether what is counted cannot go on at a token.
  private func ends(at index: Int) -> Bool {
    if numberTokens.contains(index) { return true }
    let token = words.tokens[index]
    if token.kind == .mark { return !token.flags.contains(.quoteMark) }
    return [WordClass.preposition, .conjunction, .be, .have, .modal].contains {
      $0.contains(index, in: words)
    }
  }

  /// The stem of what is said of a quantity, if it stands beside it.
  private func said(of number: Int, stop: Int) -> [UInt32] {
    if stop < sentence.end, isAuxiliary(stop) {
      let after = (stop..<sentence.end).prefix { words.tokens[$0].isWord }
        .first {
          stemOf[$0] != nil && !isAuxiliary($0) && !WordClass.adverb.contains($0, in: words)
        }
      return after.flatMap { stemOf[$0] }.map { [$0] } ?? []
    }
    var index = number - 1
    while index >= sentence.start, isPassedOver(index) { index -= 1 }
    guard index >= sentence.start, !words.tokens[index].flags.contains(.capital),
      words.tokens[index].kind == .word, let stem = stemOf[index]
    else { return [] }
    return [stem]
  }

  private func isAuxiliary(_ index: Int) -> Bool {
    WordClass.be.contains(index, in: words) || WordClass.have.contains(index, in: words)
  }

  /// Whether a word between a verb and its number may be left out: "killed at least 15".
  private func isPassedOver(_ index: Int) -> Bool {
    let token = words.tokens[index]
    return token.isWord
      && (WordClass.determiner.contains(index, in: words) || isApproximator(index))
  }

  private func isApproximator(_ index: Int) -> Bool {
    approximators.contains { $0.overlaps(words.tokens[index].extent) }
  }

  private func isApproximate(_ number: Int) -> Bool {
    isApproximator(number) || number > sentence.start && isApproximator(number - 1)
  }
}
