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

  /// - Parameters:
  ///   - tokens: where it stands.
  ///   - words: the hashes of its words; at least one.
  init(_ tokens: TokenSpan, words: ArraySlice<UInt32>) {
    self.tokens = tokens
    count = words.count
    first = words[words.startIndex]
    last = words[words.endIndex - 1]
    key = words.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }

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
    var words: [UInt32] = []
    forEachName(in: span, &words) { out.append($0) }
    return out
  }

  /// Calls `body` with each of them; `words` is room to collect a name's words in.
  @inline(__always)
  func forEachName(in span: TokenSpan, _ words: inout [UInt32], _ body: (NameRun) -> Void) {
    var index = span.start
    while index < span.end {
      if isNameWord(index) {
        body(nameRun(at: index, in: span, &words, end: &index))
      } else {
        index += 1
      }
    }
  }

  /// The name that begins with a token; `words` is room to collect its words in.
  private func nameRun(
    at start: Int, in span: TokenSpan, _ words: inout [UInt32], end: inout Int
  ) -> NameRun {
    words.removeAll(keepingCapacity: true)
    words.append(tokens[start].hash)
    end = start + 1
    while true {
      var next = end
      // "A." of "Sonya A. Zoghlin"
      if next + 1 < span.end, kinds[next] == .stop,
        tokens[end - 1].end - tokens[end - 1].start == 1,
        !tokens[next + 1].flags.contains(.sentenceStart)
      {
        next += 1
      }
      while next + 1 < span.end, sourceWords[next].contains(.particle) { next += 1 }
      guard next < span.end, isNameWord(next), !tokens[next].flags.contains(.sentenceStart) else {
        break
      }
      words.append(tokens[next].hash)
      end = next + 1
    }
    // "the ambassador to Britain Liu Xiaming": the country is not the ambassador's name.
    var begin = start
    var own = words[...]
    while own.count > 2, sourceWords[begin].contains(.place), begin > span.start,
      kinds[begin - 1].isOne(of: .prepositions), tokens[begin + 1].kind == .word
    {
      begin += 1
      own.removeFirst()
    }
    if own.count > 1, NameIndex.suffixes.contains(own[own.endIndex - 1]) { own.removeLast() }
    return NameRun(TokenSpan(begin, end), words: own)
  }

  /// Whether a word may belong to a person's name.
  @inline(__always)
  private func isNameWord(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.flags.contains(.capital), token.kind == .word else { return false }
    return isCapitalName(index)
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
