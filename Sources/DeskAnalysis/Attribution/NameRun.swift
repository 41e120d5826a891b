import DeskText

/// A stretch of words written as a name, as in "Amrullah Saleh" or "NordKraft".
struct NameRun {
  var tokens: TokenSpan
  /// The hashes of its words, without initials' stops and "Jr" or "III".
  var words: [UInt32]

  var last: UInt32 { words[words.count - 1] }
  var first: UInt32 { words[0] }
  /// One number for all of its words.
  var key: UInt64 {
    words.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }

  /// Whether two names can be one person's: equal last names and no given names that differ.
  ///
  /// "Kristi Noem" and "Kristi Lynn Noem" can, "Jane Smith" and "John Smith" cannot.
  func agrees(with other: NameRun) -> Bool {
    guard last == other.last else { return false }
    return words.count == 1 || other.words.count == 1 || first == other.first
  }
}

extension Scan {
  /// The names that stand in a stretch of text, in order.
  func nameRuns(in span: TokenSpan) -> [NameRun] {
    var out: [NameRun] = []
    var index = span.start
    while index < span.end {
      guard isNameWord(index) else {
        index += 1
        continue
      }
      let start = index
      var words = [tokens[index].hash]
      var end = index + 1
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
      while words.count > 2, sourceWords[begin].contains(.place), begin > span.start,
        WordKind.prepositions.contains(kinds[begin - 1]), tokens[begin + 1].kind == .word
      {
        begin += 1
        words.removeFirst()
      }
      if words.count > 1, NameIndex.suffixes.contains(words[words.count - 1]) { words.removeLast() }
      out.append(NameRun(tokens: TokenSpan(begin, end), words: words))
      index = end
    }
    return out
  }

  /// Whether a word may belong to a person's name.
  private func isNameWord(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, token.flags.contains(.capital), kinds[index] != .title else {
      return false
    }
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
