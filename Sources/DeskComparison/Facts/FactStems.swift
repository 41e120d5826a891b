import DeskText

/// The stems of a sentence's words that tell something, and the quantities among them.
struct FactStems {
  private(set) var stems: [(stem: UInt32, token: Int)] = []
  private(set) var quantities: [Quantity] = []

  init(
    _ tokens: Extent<Unit.Token>, in words: Words, background: BackgroundWords,
    numbers: NumberWords = .embedded
  ) {
    var found: [(place: Int, token: Int, value: Double, width: Int)] = []
    /// The number of the clause each stem stands in; marks and "and" part clauses.
    var clauses: [Int] = []
    var clause = 0
    var index = tokens.start
    while index < tokens.end {
      let token = words.tokens[index]
      if token.kind == .mark, !token.flags.contains(.quoteMark) { clause += 1 }
      if let (value, width) = numbers.number(at: index, in: words, before: tokens.end) {
        found.append((stems.count, index, value, width))
        stems.append((Self.hash(of: value), index))
        clauses.append(clause)
        index += width
        continue
      }
      if token.isWord {
        if background.weight(token.hash) > 0, token.end - token.start > 1 {
          stems.append((Stem.hash(token, in: words.text), index))
          clauses.append(clause)
        } else if words.text.utf8[token.extent.range].elementsEqual([0x61, 0x6E, 0x64]) {
          clause += 1
        }
      }
      index += 1
    }
    let numberPlaces = Set(found.map(\.place))
    quantities = found.compactMap { number in
      // A year is a date, not a number of things.
      let isYear =
        number.width == 1 && (1900...2100).contains(number.value)
        && words.tokens[number.token].kind == .number
        && words.tokens[number.token].end - words.tokens[number.token].start == 4
      let after = (number.place + 1..<number.place + 3).prefix {
        $0 < stems.count && !numberPlaces.contains($0)
      }
      guard !isYear, let first = after.first else { return nil }
      let around = stems.indices.filter {
        clauses[$0] == clauses[number.place] && abs($0 - number.place) <= 4
          && !numberPlaces.contains($0)
      }
      let written = words.bytes(Extent(number.token, number.token + number.width))
      return Quantity(
        written: words.text[written], value: number.value,
        counted: after.map { stems[$0].stem }, around: around.map { stems[$0].stem },
        noun: words.string(stems[first].token))
    }
  }

  /// Numbers are compared by value, however they are written.
  private static func hash(of value: Double) -> UInt32 {
    Folding.hash(folded: Array("\(value)".utf8))
  }
}
