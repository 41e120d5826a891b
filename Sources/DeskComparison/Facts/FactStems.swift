import DeskText

/// The stems of a sentence's words that tell something, and the quantities among them.
struct FactStems {
  private(set) var stems: [(stem: UInt32, token: Int)] = []
  private(set) var quantities: [Quantity] = []

  /// The words around numbers that tell nothing of what they count are `approximators`: as many as.
  init(
    _ tokens: Extent<Unit.Token>, in words: Words, background: BackgroundWords,
    approximators: [Extent<Unit.Byte>] = [], numbers: NumberWords = .embedded
  ) {
    var found: [(token: Int, number: NumberWords.Number)] = []
    var index = tokens.start
    while index < tokens.end {
      let token = words.tokens[index]
      if let number = numbers.number(at: index, in: words, before: tokens.end) {
        found.append((index, number))
        // "Dozens" is no number that another sentence could have.
        let stem = number.isVague ? Stem.hash(token, in: words.text) : Self.hash(of: number.value)
        stems.append((stem, index))
        index += number.tokens
        continue
      }
      if token.isWord, background.weight(token.hash) > 0, token.end - token.start > 1 {
        stems.append((Stem.hash(token, in: words.text), index))
      }
      index += 1
    }
    guard !found.isEmpty else { return }
    let stemOf = Dictionary(
      stems.map { ($0.token, $0.stem) }, uniquingKeysWith: { first, _ in first })
    let reader = QuantityReader(
      sentence: tokens, words: words, stemOf: stemOf, numberTokens: Set(found.map(\.token)),
      approximators: approximators)
    for (token, number) in found {
      guard let quantity = reader.quantity(number, at: token, after: quantities.last) else {
        continue
      }
      quantities.append(quantity)
    }
  }

  /// Numbers are compared by value, however they are written.
  private static func hash(of value: Double) -> UInt32 {
    Folding.hash(folded: Array("\(value)".utf8))
  }
}
