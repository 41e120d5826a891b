import DeskText

/// A value for each token of an article, read without a check of bounds.
///
/// An article of a thousand words is asked for a hundred thousand and more, all of places that
/// sentences and candidates keep inside it.
struct TokenRow<Value: BitwiseCopyable> {
  private let values: UnsafeMutablePointer<Value>
  let count: Int

  /// Holds nothing yet: each place must be set before it is read.
  fileprivate init(count: Int) {
    values = .allocate(capacity: count)
    self.count = count
  }

  fileprivate func deallocate() { values.deallocate() }

  @inline(__always)
  subscript(_ index: Int) -> Value {
    get {
      assert(index >= 0 && index < count)
      return values[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count)
      values[index] = newValue
    }
  }
}

/// The rows of a scan, which live as long as this object.
final class TokenRows {
  /// What kind of word or mark each token is.
  let kinds: TokenRow<WordKind>
  let traits: TokenRow<TokenTraits>
  /// For whom each token stands as a pronoun.
  let pronouns: TokenRow<Pronoun>
  /// The source words that each token belongs to.
  let sourceWords: TokenRow<SourceWords>
  /// What is counted up to each token, and at last up to the end.
  let tallies: TokenRow<Tally>

  init(count: Int) {
    kinds = TokenRow(count: count)
    traits = TokenRow(count: count)
    pronouns = TokenRow(count: count)
    sourceWords = TokenRow(count: count)
    tallies = TokenRow(count: count + 1)
  }

  deinit {
    kinds.deallocate()
    traits.deallocate()
    pronouns.deallocate()
    sourceWords.deallocate()
    tallies.deallocate()
  }
}

/// Of a token what every decision asks, in one byte.
struct TokenTraits {
  private let bits: UInt8

  @inline(__always)
  init(_ token: Token) {
    bits =
      (token.isWord ? 1 : 0) | (token.flags.contains(.inQuote) ? 2 : 0)
      | (token.kind == .word && token.flags.contains(.capital) ? 4 : 0)
  }

  /// Whether it counts as a word, as words and numbers do.
  @inline(__always)
  var isWord: Bool { bits & 1 != 0 }

  /// Whether it is made of letters, the first of them a capital.
  @inline(__always)
  var isCapitalWord: Bool { bits & 4 != 0 }

  /// Whether it stands in quotation marks or is one.
  @inline(__always)
  var isQuoted: Bool { bits & 2 != 0 }
}
