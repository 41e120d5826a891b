import DeskText

/// What an entry's pattern says: one element after another, each a choice of words.
///
/// - `word` is itself in any case; `word*` any word that begins so;
/// - `{say/v}` the forms of a verb, `{claim/n}` those of a noun;
/// - `[a|b c]` one of several; a `?` after any of these makes it optional;
/// - `~3` up to three words of any kind.
struct Pattern: Hashable, Sendable {
  enum Atom: Hashable, Sendable {
    /// A folded word.
    case word([UInt8])
    /// The folded beginning of a word.
    case prefix([UInt8])
    /// A folded word with wild cards.
    case glob(Glob)
    case any
  }

  typealias Sequence = [Atom]

  /// The alternatives of each element; an empty one where the element may be left out.
  let elements: [[Sequence]]

  /// Every sequence of words that the pattern stands for, spelt out.
  var forms: [Sequence] {
    elements.reduce([[]]) { left, alternatives in
      left.flatMap { head in alternatives.map { head + $0 } }
    }.filter { $0.contains { $0 != .any } }
  }

  struct Failure: Error { let reason: String }

  /// More sequences than this are a mistake in the pattern, not a wish.
  static let limit = 20_000

  /// A word or phrase of a user's dictionary; nil where it names no word.
  init?(_ text: String, wildCards: UserDictionary.WildCards) {
    var sequence: Sequence = []
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
      sequence = Self.atoms(Array(text.utf8), wildCards)
    } else {
      for part in text.split(whereSeparator: \.isWhitespace) {
        sequence += Self.atoms(Array(part.utf8), wildCards)
      }
    }
    guard !sequence.isEmpty else { return nil }
    elements = [[sequence]]
  }

  init(elements: [[Sequence]]) { self.elements = elements }

  /// The tokens of a word with wild cards.
  private static func atoms(_ word: [UInt8], _ wildCards: UserDictionary.WildCards) -> Sequence {
    func isWild(_ index: Int) -> Bool {
      switch wildCards {
      case .ending: word[index] == 0x2A && index == word.count - 1
      case .anywhere: word[index] == 0x2A || word[index] == 0x3F
      }
    }
    guard word.indices.contains(where: isWild) else { return words(word[...]) }
    // With letters in the place of wild cards it is split as the words are for which it stands.
    let lettered = word.indices.map { isWild($0) ? 0x78 : word[$0] }
    return Words(Text(repairing: lettered)).tokens.map { token in
      let range = token.extent.range
      guard range.contains(where: isWild) else { return .word(Folding.folded(lettered[range])) }
      var folded: [UInt8] = []
      var wild = Set<Int>()
      var start = range.lowerBound
      for index in range where isWild(index) {
        folded += Folding.folded(word[start..<index])
        wild.insert(folded.count)
        folded.append(word[index])
        start = index + 1
      }
      folded += Folding.folded(word[start..<range.upperBound])
      let glob = Glob(folded) { wild.contains($0) }
      // Words that begin with three letters are found by these at less cost.
      if let stem = glob.prefix, stem.count >= 3, stem.prefix(3).allSatisfy({ $0 &- 0x61 < 26 }) {
        return .prefix(stem)
      }
      return .glob(glob)
    }
  }

  typealias Bytes = Table.Cell

  static func string(_ bytes: Bytes) -> String { String(decoding: bytes, as: UTF8.self) }

  static func isSyntax(_ byte: UInt8) -> Bool {
    isBracketOrBar(byte) || byte == 0x7E || byte == 0x2A || byte == 0x3F  // ~ * ?
  }

  private static func isBracketOrBar(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x5B, 0x5D, 0x7B, 0x7C, 0x7D: true  // [ ] { | }
    default: false
    }
  }

  /// Splits at spaces that are not inside brackets.
  static func elements(_ pattern: Bytes) throws(Failure) -> [Bytes] {
    var out: [Bytes] = []
    var start = pattern.startIndex
    var depth = 0
    for index in pattern.startIndex..<pattern.endIndex {
      let byte = pattern[index]
      if byte == 0x5B || byte == 0x7B { depth += 1 }
      if byte == 0x5D || byte == 0x7D { depth -= 1 }
      if depth < 0 {
        throw Failure(reason: "'\(string(pattern))' closes a bracket that is not open")
      }
      if byte == 0x20, depth == 0 {
        if index > start { out.append(pattern[start..<index]) }
        start = index + 1
      }
    }
    if depth > 0 { throw Failure(reason: "'\(string(pattern))' leaves a bracket open") }
    if pattern.endIndex > start { out.append(pattern[start...]) }
    return out
  }

  static func sequencesOf(_ element: Bytes, _ inflections: Inflections) throws(Failure)
    -> [Sequence]
  {
    var core = element
    var out: [Sequence] = []
    if core.last == 0x3F, core.count > 1 {  // ?
      core.removeLast()
      out.append([])
    }
    let inner = core.dropFirst().dropLast()
    switch (core.first, core.last) {
    case (0x7E, _) where core.count > 1:  // ~3
      return try gap(core, element)
    case (0x5B, 0x5D):  // [a|b]
      return out + (try choice(inner, element, inflections))
    case (0x7B, 0x7D):  // {say/v}
      return out + (try inflected(inner, element, inflections))
    default: break
    }
    if core.contains(where: isBracketOrBar) {
      throw Failure(
        reason: "'\(string(element))' has a bracket or bar in the middle of a word")
    }
    guard core.last == 0x2A else { return out + [words(core)] }
    let stem = Folding.folded(UnsafeBufferPointer(rebasing: core.dropLast()))
    guard stem.count >= 3, !stem.contains(0x2A) else {
      throw Failure(reason: "'\(string(element))': at least three letters stand before '*'")
    }
    return out + [[.prefix(stem)]]
  }

  private static func gap(_ core: Bytes, _ element: Bytes) throws(Failure) -> [Sequence] {
    guard let most = Int(string(core.dropFirst())), (1...6).contains(most) else {
      throw Failure(reason: "'\(string(element))' is no gap; write ~1 to ~6")
    }
    return (0...most).map { Array(repeating: .any, count: $0) }
  }

  private static func choice(_ inner: Bytes, _ element: Bytes, _ inflections: Inflections)
    throws(Failure) -> [Sequence]
  {
    var out: [Sequence] = []
    for alternative in inner.split(separator: 0x7C, omittingEmptySubsequences: false) {
      let parts = try elements(alternative)
      guard !parts.isEmpty else {
        throw Failure(reason: "'\(string(element))' has an empty alternative")
      }
      var sequences: [Sequence] = [[]]
      for part in parts {
        let more = try sequencesOf(part, inflections)
        sequences = sequences.flatMap { left in more.map { left + $0 } }
      }
      out += sequences
    }
    return out
  }

  private static func inflected(_ inner: Bytes, _ element: Bytes, _ inflections: Inflections)
    throws(Failure) -> [Sequence]
  {
    let parts = inner.split(separator: 0x2F)
    guard parts.count == 2, let kind = Inflections.Kind(letters: parts[1]) else {
      throw Failure(
        reason: "'\(string(element))' is no inflection; write {say/v} or {claim/n}")
    }
    return inflections.forms(of: parts[0], as: kind).map(words)
  }

  /// The tokens of some literal words, so that an entry is split as texts are.
  static func words(_ bytes: some Collection<UInt8>) -> Sequence {
    // Small letters and spaces are words as they stand.
    if bytes.allSatisfy({ $0 == 0x20 || 0x61...0x7A ~= $0 }) {
      return bytes.split(separator: 0x20).map { .word(Array($0)) }
    }
    let words = Words(Text(repairing: Array(bytes)))
    return words.tokens.map { .word(Folding.folded(words.text.utf8[$0.extent.range])) }
  }
}
