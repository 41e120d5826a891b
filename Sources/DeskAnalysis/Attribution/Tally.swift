import DeskText

/// What is counted up to a place of a text, so that any stretch of it is counted by a difference.
struct Tally {
  private(set) var words: Int32 = 0
  private(set) var quotedWords: Int32 = 0
  /// Tokens in quotation marks, the marks included.
  private(set) var quoted: Int32 = 0
  /// Commas outside quotation marks.
  private(set) var commas: Int32 = 0

  /// Those before each token, and at last those of the whole text.
  static func all(of tokens: [Token], _ kinds: [WordKind]) -> [Tally] {
    [Tally](unsafeUninitializedCapacity: tokens.count + 1) { out, filled in
      var tally = Tally()
      for (index, token) in tokens.enumerated() {
        out.initializeElement(at: index, to: tally)
        let isWord: Int32 = token.isWord ? 1 : 0
        let isQuoted: Int32 = token.flags.contains(.inQuote) ? 1 : 0
        tally.words &+= isWord
        tally.quotedWords &+= isWord & isQuoted
        tally.quoted &+= isQuoted
        tally.commas &+= kinds[index] == .comma ? 1 &- isQuoted : 0
      }
      out.initializeElement(at: tokens.count, to: tally)
      filled = tokens.count + 1
    }
  }
}

/// Where the kind of a token stands before and after it.
struct Neighbours {
  private(set) var last: Int32
  private(set) var next: Int32

  /// Those of each token.
  static func all(of kinds: [WordKind]) -> [Neighbours] {
    [Neighbours](unsafeUninitializedCapacity: kinds.count) { out, filled in
      filled = kinds.count
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 64) { latest in
        latest.initialize(repeating: -1)
        for index in kinds.indices {
          let kind = Int(kinds[index].rawValue)
          let last = latest[kind]
          out.initializeElement(at: index, to: Neighbours(last: last, next: .max))
          if last >= 0 { out[Int(last)].next = Int32(truncatingIfNeeded: index) }
          latest[kind] = Int32(truncatingIfNeeded: index)
        }
      }
    }
  }
}
