import DeskText

/// A stretch of words written as a name, as in "Amrullah Saleh" or "NordKraft".
struct NameRun {
  var tokens: TokenSpan
  /// How many words it has, without initials' stops and "Jr" or "III".
  let count: Int
  /// The hashes of the first and the last of them.
  let first: UInt32
  let last: UInt32
  /// One number for all of them.
  let key: UInt64

  /// Whether two names can be one person's: equal last names and no given names that differ.
  ///
  /// "Kristi Noem" and "Kristi Lynn Noem" can, "Jane Smith" and "John Smith" cannot.
  func agrees(with other: NameRun) -> Bool {
    guard last == other.last else { return false }
    return count == 1 || other.count == 1 || first == other.first
  }
}

extension Scan {
  /// The names that stand in a stretch of text, in order.
  func nameRuns(in span: TokenSpan) -> [NameRun] {
    var out: [NameRun] = []
    forEachName(in: span) { out.append($0) }
    return out
  }

  /// Calls `body` with each of them.
  @inline(__always)
  func forEachName(in span: TokenSpan, _ body: (NameRun) -> Void) {
    var index = span.start
    while index < span.end {
      if isNameWord(index) {
        body(nameRun(at: index, in: span, end: &index))
      } else {
        index &+= 1
      }
    }
  }

  /// The name that begins with a token.
  private func nameRun(at start: Int, in span: TokenSpan, end: inout Int) -> NameRun {
    var words = nameWords(from: start, in: span)
    end = words.end
    // "the ambassador to Britain Liu Xiaming": the country is not the ambassador's name.
    var begin = start
    var count = words.count
    while count > 2, sourceWords[begin].contains(.place), begin > span.start,
      kinds[begin - 1].isOne(of: .prepositions), tokens[begin + 1].kind == .word
    {
      begin += 1
      count -= 1
    }
    if begin > start { words = nameWords(from: start, in: span, leavingOut: begin - start) }
    if words.count > 1, NameIndex.suffixes.contains(words.last) { words.removeLast() }
    return NameRun(
      tokens: TokenSpan(begin, end), count: words.count, first: words.first, last: words.last,
      key: words.key)
  }

  /// The words of the name that begins with a token, but for the first few.
  private func nameWords(
    from start: Int, in span: TokenSpan, leavingOut skipped: Int = 0
  ) -> NameWords {
    var words = NameWords(end: start + 1)
    var left = skipped
    if left == 0 { words.append(tokens[start].hash) } else { left -= 1 }
    while true {
      var next = words.end
      // "A." of "Sonya A. Zoghlin"
      if next + 1 < span.end, kinds[next] == .stop,
        tokens[next - 1].end - tokens[next - 1].start == 1,
        !tokens[next + 1].flags.contains(.sentenceStart)
      {
        next += 1
      }
      while next + 1 < span.end, sourceWords[next].contains(.particle) { next += 1 }
      guard next < span.end, isNameWord(next), !tokens[next].flags.contains(.sentenceStart) else {
        return words
      }
      if left == 0 { words.append(tokens[next].hash) } else { left -= 1 }
      words.end = next + 1
    }
  }

  /// Whether a word may belong to a person's name.
  @inline(__always)
  private func isNameWord(_ index: Int) -> Bool {
    traits[index].isCapitalWord && isCapitalName(index)
  }

  private func isCapitalName(_ index: Int) -> Bool {
    let token = tokens[index]
    guard kinds[index] != .title else { return false }
    let words = sourceWords[index]
    if words.contains(.given) { return true }
    guard kinds[index] == .capital || kinds[index] == .month, words.isDisjoint(with: .noName) else {
      return false
    }
    // A country's name is a person's only beside another name: "Israel Katz".
    return !token.flags.contains(.sentenceStart) || !lowerWords.contains(token.hash)
      || token.flags.contains(.allCapitals)
  }
}

/// A name's words while they are read: how many, the first and the last, and one number for all.
private struct NameWords {
  /// The token after the last of them.
  var end: Int
  private(set) var count = 0
  private(set) var first: UInt32 = 0
  private(set) var last: UInt32 = 0
  private(set) var key: UInt64 = 14_695_981_039_346_656_037
  /// What `last` and `key` were a word before.
  private var before: (last: UInt32, key: UInt64) = (0, 0)

  init(end: Int) { self.end = end }

  @inline(__always)
  mutating func append(_ word: UInt32) {
    before = (last, key)
    if count == 0 { first = word }
    count &+= 1
    last = word
    key = (key ^ UInt64(word)) &* 1_099_511_628_211
  }

  /// Takes back the last word that was added.
  mutating func removeLast() {
    count -= 1
    (last, key) = before
  }
}
