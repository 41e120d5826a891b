import DeskText

/// Says what kind of word or mark a token is, by its letters and by what stands before it.
struct KindReader {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Sets what all tokens of a text are, for whom pronouns stand, and what is counted up to each.
  ///
  /// - Returns: the words written small, as far as they are in no closed class: those are no names
  ///   with a capital either. Months are.
  static func read(_ words: Words, into rows: TokenRows) -> SeenWords {
    let count = words.tokens.count
    let known = FunctionWords.english
    let small = SeenWords(atMost: count)
    words.text.utf8.withUnsafeBufferPointer { bytes in
      let reader = KindReader(bytes: bytes)
      words.tokens.withUnsafeBufferPointer { tokens in
        var kind = WordKind.edge
        var tally = Tally()
        for index in 0..<count {
          let token = tokens[index]
          var pronoun = Pronoun.none
          switch token.kind {
          case .clitic: kind = .clitic
          case .number: kind = .number
          case .mark: kind = reader.mark(token)
          case .word:
            let word = known.word(token.hash)
            pronoun = word.pronoun
            if word.kind == .edge || word.kind == .month, !token.flags.contains(.capital) {
              small.insert(token.hash)
            }
            kind = reader.word(token, word.kind, after: kind)
          }
          let traits = TokenTraits(token)
          rows.kinds[index] = kind
          rows.traits[index] = traits
          rows.pronouns[index] = pronoun
          rows.sourceWords[index] = []
          rows.tallies[index] = tally
          tally.count(kind, traits)
        }
        rows.tallies[count] = tally
      }
    }
    return small
  }

  @inline(__always)
  private func mark(_ token: Token) -> WordKind {
    if token.flags.contains(.quoteMark) { return .quote }
    switch bytes[token.start] {
    case 0x2C: return .comma
    case 0x2E: return token.end - token.start > 1 ? .dash : .stop
    case 0x21, 0x3F: return .stop
    case 0x3A: return .colon
    case 0x3B: return .semicolon
    case 0x28, 0x5B: return .open
    case 0x29, 0x5D: return .close
    case 0x2D: return .dash
    case 0xE2 where bytes[token.start + 1] == 0x80 && bytes[token.start + 2] & 0xFE == 0x94:
      return .dash
    default: return .mark
    }
  }

  @inline(__always)
  private func word(_ token: Token, _ known: WordKind, after before: WordKind) -> WordKind {
    let isCapital = token.flags.contains(.capital)
    let mayBeName = isCapital && !token.flags.contains(.sentenceStart)
    if known != .edge {
      // "May" and "Mark Sept" aside, a capital inside a sentence makes a name of a common word.
      if !mayBeName || known.isOne(of: [.weekday, .month, .title, .pronoun, .it]) { return known }
    }
    if mayBeName { return .capital }
    let length = token.end - token.start
    guard length > 3 else { return isCapital ? .capital : .word }
    let last = bytes[token.end - 1]
    let second = bytes[token.end - 2]
    if length > 4, last == 0x79, second == 0x6C { return .manner }
    if length > 4, last == 0x67, second == 0x6E, bytes[token.end - 3] == 0x69 {
      // "Friday's uprising", "the meeting": a noun.
      return before.isOne(of: [.article, .possessive, .demonstrative, .clitic]) ? .word : .ing
    }
    if last == 0x64, second == 0x65 { return .ed }
    return isCapital ? .capital : .word
  }
}
