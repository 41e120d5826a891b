/// One token of a text: a word, a number, a mark.
///
/// Positions are UTF-8 bytes. `hash` is that of the folded form (`Folding`), computed while the
/// text is split, so that a lexicon look-up needs no second pass.
public struct Token: Hashable, Sendable {
  /// What a token is.
  public enum Kind: UInt8, Hashable, Sendable {
    /// Letters, with inner apostrophes, hyphens and the stops of abbreviations: `U.S.-led`.
    case word
    /// Digits with their separators and suffix: `1,000`, `3.5`, `19th`.
    case number
    /// The possessive after a word: `'s`.
    case clitic
    /// A single mark, or a doubled one that means one (`''`, `--`, `...`).
    case mark
  }

  /// What is known of a token's place and shape; `DeskReading` fills in the places.
  ///
  /// Its members are computed, so that other modules get numbers and no look-up behind a lock.
  public struct Flags: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Begins with a capital letter.
    @inlinable public static var capital: Flags { Flags(rawValue: 1) }
    /// Two letters or more, all of them capital.
    @inlinable public static var allCapitals: Flags { Flags(rawValue: 2) }
    /// White space, or nothing, stands before it.
    @inlinable public static var spaceBefore: Flags { Flags(rawValue: 4) }
    /// The first word of a sentence, marks before it aside.
    @inlinable public static var sentenceStart: Flags { Flags(rawValue: 8) }
    /// Inside quotation marks, the marks included.
    @inlinable public static var inQuote: Flags { Flags(rawValue: 16) }
    /// A quotation mark that opens or closes.
    @inlinable public static var quoteMark: Flags { Flags(rawValue: 32) }
    /// The first token of a paragraph (a line of the text).
    @inlinable public static var paragraphStart: Flags { Flags(rawValue: 64) }
  }

  /// First UTF-8 byte, and the one after the last, in half the room of `Int`.
  public var start32: Int32
  public var end32: Int32
  public var hash: UInt32
  public var kind: Kind
  public var flags: Flags

  @inlinable
  public init(start: Int, end: Int, hash: UInt32, kind: Kind, flags: Flags) {
    start32 = Int32(start)
    end32 = Int32(end)
    self.hash = hash
    self.kind = kind
    self.flags = flags
  }

  /// A token of a text that is known to be short enough for the numbers.
  @inline(__always)
  init(at start: Int, count: Int, hash: UInt32, kind: Kind, flags: UInt8) {
    start32 = Int32(truncatingIfNeeded: start)
    end32 = Int32(truncatingIfNeeded: start &+ count)
    self.hash = hash
    self.kind = kind
    self.flags = Flags(rawValue: flags)
  }

  /// The first UTF-8 byte.
  @inlinable public var start: Int { Int(start32) }
  /// The one after the last.
  @inlinable public var end: Int { Int(end32) }
  @inlinable public var extent: Extent<Unit.Byte> { Extent(start, end) }
  /// Counts as a word in every rate: words and numbers do, marks and possessives do not.
  @inlinable public var isWord: Bool {
    switch kind {
    case .word, .number: true
    case .clitic, .mark: false
    }
  }
}

/// A text split into tokens.
public struct Words: Sendable {
  public let text: Text
  public var tokens: [Token]
  /// The numbers of the marks, and of the words that end with a stop: where sentences and quotations
  /// can begin and end.
  public let stops: [Int32]

  /// Splits a text into words, numbers, possessives and marks; white space is in none of them.
  ///
  /// A hyphenated word is one token, as in `wc`; a contraction is one (`didn't`), a possessive two
  /// (`Taliban` `'s`); `U.S.` keeps its stops, `Mr.` does not.
  public init(_ text: Text) {
    self.text = text
    (tokens, stops) = Tokenizer.tokens(of: text.utf8)
  }

  /// The token's letters as they stand.
  public func string(_ index: Int) -> String { text[tokens[index].extent] }

  /// The token's folded form, as lexicon entries are compared.
  public func folded(_ index: Int) -> String {
    text.utf8.withUnsafeBufferPointer { bytes in
      let token = UnsafeBufferPointer(rebasing: bytes[tokens[index].extent.range])
      // Folding makes no token longer; a short string needs no memory of its own.
      return String(unsafeUninitializedCapacity: token.count) { out in
        var count = 0
        Folding.forEachFolded(token) { byte in
          out[count] = byte
          count += 1
        }
        return count
      }
    }
  }

  /// How many bytes the token's folded form has.
  public func foldedCount(_ index: Int) -> Int {
    var count = 0
    text.utf8.withUnsafeBufferPointer { bytes in
      Folding.forEachFolded(UnsafeBufferPointer(rebasing: bytes[tokens[index].extent.range])) { _ in
        count += 1
      }
    }
    return count
  }

  /// Whether the token's folded form may have a hyphen: false where it surely has none.
  public func mayHaveHyphen(_ index: Int) -> Bool {
    text.utf8[tokens[index].extent.range].contains { $0 == 0x2D || $0 >= 0x80 }
  }

  /// The bytes that some tokens, from the first to the last, take up.
  public func bytes(_ tokens: Extent<Unit.Token>) -> Extent<Unit.Byte> {
    precondition(!tokens.isEmpty, "no tokens have no place in the text")
    return Extent(self.tokens[tokens.start].start, self.tokens[tokens.end - 1].end)
  }
}
