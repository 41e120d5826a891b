public import DeskText

/// Where an entry of a lexicon stands in a text.
public struct Match: Hashable, Sendable {
  /// The lexicon's number among those that the matcher was made of.
  public var lexicon: Int
  /// The entry's number in that lexicon.
  public var entry: Int
  public var tokens: Extent<Unit.Token>

  public init(lexicon: Int, entry: Int, tokens: Extent<Unit.Token>) {
    self.lexicon = lexicon
    self.entry = entry
    self.tokens = tokens
  }
}

extension Match: Comparable {
  /// By place, the longest first of those that begin together; then as the lexicons stand.
  public static func < (a: Match, b: Match) -> Bool {
    a.tokens != b.tokens ? a.tokens < b.tokens : (a.lexicon, a.entry) < (b.lexicon, b.entry)
  }
}

/// All entries of some lexicons in one structure, found in one pass over a text's tokens.
///
/// Words become numbers by a hash table that the tokens' own hashes address; phrases are paths of a
/// trie over these numbers. The cost grows with the text, hardly with the number of entries.
public struct Matcher: Sendable {
  public let lexicons: [Lexicon]
  private let trie: FrozenTrie

  /// Compiles all entries; matches name lexicons by their place in this list.
  ///
  /// Each entry belongs to the groups whose bits are set for it, and `matches` may leave groups out;
  /// without `groups` all belong to one.
  public init(_ lexicons: [Lexicon], groups: ((Lexicon.Entry) -> UInt8)? = nil) {
    self.lexicons = lexicons
    var trie = Trie(
      expecting: lexicons.reduce(0) { $0 + $1.entries.count },
      atoms: lexicons.reduce(0) { $0 + $1.patterns.atoms.count })
    for (number, lexicon) in lexicons.enumerated() {
      // An entry is long to copy: what is not asked for stays where it is.
      let (entries, patterns) = (lexicon.entries, lexicon.patterns)
      for index in entries.indices {
        trie.add(
          entries[index].shape, of: patterns, groups: groups?(entries[index]) ?? 1,
          lexicon: number, entry: index, conditions: entries[index].conditions)
      }
    }
    self.trie = FrozenTrie(trie)
  }

  /// Every place where an entry stands and its conditions hold, by start, the longest first.
  ///
  /// Matches overlap; `longest(_:)` picks those that count.
  ///
  /// Groups that are not in `groups` may be missing; those in `atFirst` are looked for up to the
  /// token `last` and no further.
  public func matches(
    in words: Words, groups: UInt8 = .max, atFirst: UInt8 = 0, upTo last: Int = -1
  ) -> [Match] {
    var out: [Match] = []
    guard !words.tokens.isEmpty, groups | atFirst != 0 else { return out }
    words.text.utf8.withUnsafeBufferPointer { bytes in
      words.tokens.withUnsafeBufferPointer { tokens in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: tokens.count * 2) { room in
          trie.seen.lend { seen in
            let text = FrozenTrie.Walked(
              words: words, bytes: bytes, tokens: tokens,
              types: UnsafeMutableBufferPointer(rebasing: room[..<tokens.count]), seen: seen)
            let starts = UnsafeMutableBufferPointer(rebasing: room[tokens.count...])
            text.types.initialize(repeating: FrozenTrie.Walked.unasked)
            seen.prepare(forTokens: tokens.count)
            func wanted(_ index: Int) -> UInt8 { index <= last ? groups | atFirst : groups }
            let count = trie.findStarts(in: text, starts, wanted: wanted)
            // Their types are asked for one after another: the waits for memory overlap.
            for start in starts[..<count] { trie.meet(Int(start), text) }
            for start in starts[..<count] {
              let first = out.count
              trie.walk(from: Int(start), wanted(Int(start)), text, &out)
              if out.count > first + 1 { Self.settle(&out, from: first) }
            }
          }
        }
      }
    }
    return out
  }

  /// Puts the matches that begin at one token in order, each once: an entry whose optional parts
  /// fit in two ways is still one match.
  private static func settle(_ matches: inout [Match], from first: Int) {
    for index in (first + 1)..<matches.count {
      let match = matches[index]
      var place = index
      while place > first, match < matches[place - 1] {
        matches[place] = matches[place - 1]
        place -= 1
      }
      matches[place] = match
    }
    var end = first + 1
    for index in (first + 1)..<matches.count where matches[index] != matches[end - 1] {
      matches[end] = matches[index]
      end += 1
    }
    matches.removeSubrange(end...)
  }

  /// Of overlapping matches the leftmost, and of those the longest; one entry a place.
  ///
  /// Takes them sorted as `matches(in:)` gives them.
  public static func longest(_ matches: [Match]) -> [Match] {
    var out: [Match] = []
    var end = 0
    for match in matches where match.tokens.start >= end {
      out.append(match)
      end = match.tokens.end
    }
    return out
  }
}
