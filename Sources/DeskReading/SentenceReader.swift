import DeskText

/// Splits paragraphs into sentences and marks the first word of each.
enum SentenceReader {
  /// No writer's sentence is longer; without an end, analyzers would take quadratic time over what
  /// has no stops.
  static let longest = 512

  static func sentences(in words: MarkedWords, paragraphs: [Extent<Unit.Token>]) -> [Sentence] {
    var out: [Sentence] = []
    out.reserveCapacity(paragraphs.count + words.tokens.count / 24)
    // The next of `words.stops`: no other token can end a sentence.
    var stop = 0
    for (number, paragraph) in paragraphs.enumerated() {
      var start = paragraph.start
      while start < paragraph.end {
        while stop < words.stops.count, words.stops[stop] < start { stop += 1 }
        let index = stop < words.stops.count ? Int(words.stops[stop]) : paragraph.end
        let last = min(index, paragraph.end - 1)
        if last - start >= longest {
          add(start, start + longest, number, words, &out)
          start += longest
        } else if index >= paragraph.end {
          add(start, paragraph.end, number, words, &out)
          start = paragraph.end
        } else if let next = end(words, index, paragraph) {
          add(start, next, number, words, &out)
          start = next
        } else {
          stop += 1
        }
      }
    }
    return out
  }

  private static func add(
    _ start: Int, _ end: Int, _ paragraph: Int, _ words: MarkedWords, _ out: inout [Sentence]
  ) {
    let tokens = Extent<Unit.Token>(start, end)
    out.append(
      Sentence(
        tokens: tokens, bytes: Extent(words.tokens[start].start, words.tokens[end - 1].end),
        paragraph: paragraph))
    words.tokens[start].flags.insert(.sentenceStart)
    // Marks that open a sentence do not hide its first word.
    var first = start
    while first < end, words.tokens[first].kind == .mark { first += 1 }
    if first < end { words.tokens[first].flags.insert(.sentenceStart) }
  }

  /// The first token of the next sentence, if one ends with the token at `index`.
  private static func end(_ words: MarkedWords, _ index: Int, _ paragraph: Extent<Unit.Token>)
    -> Int?
  {
    let token = words.tokens[index]
    let stop = terminator(words, token)
    let isAbbreviation = token.kind == .word && words.bytes[token.end - 1] == 0x2E
    guard stop != nil || isAbbreviation else { return nil }
    var next = index + 1
    // Further stops, then closing marks, belong to the sentence that ends.
    while next < paragraph.end, !words.tokens[next].flags.contains(.spaceBefore),
      words.tokens[next].kind == .mark
    {
      next += 1
    }
    guard next < paragraph.end, words.tokens[next].flags.contains(.spaceBefore) else { return nil }
    var head = next
    while head < paragraph.end, words.tokens[head].kind == .mark, opens(words, head) { head += 1 }
    guard head < paragraph.end else { return nil }
    let first = words.tokens[head]
    let startsNew = first.flags.contains(.capital) || first.kind == .number || head > next
    if first.kind == .mark { return stop != 0x2E && isBullet(words, head) ? next : nil }
    if isAbbreviation { return startsSentence(words, head) ? next : nil }
    if stop == 0x2E {
      if index > paragraph.start, abbreviates(words, index - 1, head) { return nil }
      return startsNew || isLowerBrand(words, head) ? next : nil
    }
    guard startsNew else { return nil }
    // “Why?” Smith asked.
    return next > index + 1 && isSpeechTag(words, head, paragraph) ? nil : next
  }

  /// The first byte of a mark that can end a sentence: a stop, an exclamation or question mark, an
  /// ellipsis.
  private static func terminator(_ words: MarkedWords, _ token: Token) -> UInt8? {
    guard token.kind == .mark else { return nil }
    let bytes = words.bytes
    let byte = bytes[token.start]
    if byte == 0x2E { return token.end - token.start == 1 ? 0x2E : 0x85 }
    if byte == 0x21 || byte == 0x3F { return byte }
    return byte == 0xE2 && token.end - token.start == 3 && bytes[token.start + 1] == 0x80
      && bytes[token.start + 2] == 0xA6 ? 0x85 : nil
  }

  private static func opens(_ words: MarkedWords, _ index: Int) -> Bool {
    words.tokens[index].flags.contains(.quoteMark) || openers.contains(words.string(index))
  }

  private static func isBullet(_ words: MarkedWords, _ index: Int) -> Bool {
    bullets.contains(words.string(index))
  }

  /// `iPhone`: a small letter before a capital begins a sentence as a capital does.
  private static func isLowerBrand(_ words: MarkedWords, _ index: Int) -> Bool {
    let token = words.tokens[index]
    guard token.end - token.start > 2 else { return false }
    return words.bytes[token.start + 1] &- 0x41 < 26
  }

  /// Whether a stop after the token at `index` belongs to an abbreviation or an initial.
  private static func abbreviates(_ words: MarkedWords, _ index: Int, _ next: Int) -> Bool {
    let token = words.tokens[index]
    guard token.kind == .word, !words.tokens[index + 1].flags.contains(.spaceBefore) else {
      return false
    }
    if token.flags.contains(.capital), token.end - token.start == 1 {
      // "So did I." ends a sentence, "J." before a name does not.
      return !words.isByte(index, 0x49) && !startsSentence(words, next)
    }
    if words.isOne(of: titles, index) { return token.flags.contains(.capital) }
    if words.isOne(of: numbered, index) { return words.tokens[next].kind == .number }
    if words.isOne(of: endings, index) { return !startsSentence(words, next) }
    return false
  }

  /// Whether a word is one that begins sentences far more often than it is a name.
  private static func startsSentence(_ words: MarkedWords, _ index: Int) -> Bool {
    words.tokens[index].flags.contains(.quoteMark)
      || (words.tokens[index].flags.contains(.capital) && words.isOne(of: starters, index))
  }

  /// `Smith asked`, `the minister said`: what follows a quoted question instead of a new sentence.
  private static func isSpeechTag(
    _ words: MarkedWords, _ head: Int, _ paragraph: Extent<Unit.Token>
  )
    -> Bool
  {
    var index = head
    while index < paragraph.end, index - head < 5 {
      let token = words.tokens[index]
      if index > head, !token.flags.contains(.capital), words.isOne(of: speech, index) {
        return true
      }
      let isName = token.flags.contains(.capital) || words.isByte(index, 0x2E)
      guard isName else { return false }
      index += 1
    }
    return false
  }

  private static let openers = ["(", "[", "“", "‘", "\"", "'", "—", "–", "-", "''", "``"]
  private static let bullets = ["•", "*", "·"]
  private static let titles: WordSet = [
    "mr", "mrs", "ms", "dr", "prof", "sen", "sens", "rep", "reps", "gov", "govs", "gen", "col",
    "lt", "sgt", "capt", "cmdr", "cpl", "pvt", "maj", "adm", "rev", "hon", "st", "pres", "supt",
    "det", "insp", "messrs", "mme", "fr", "mt", "ft", "vs", "v", "atty", "asst", "dist", "sec",
    "pfc", "brig", "wm", "geo", "chas", "jos",
  ]
  private static let numbered: WordSet = [
    "no", "nos", "p", "pp", "vol", "art", "fig", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
    "sept", "sep", "oct", "nov", "dec", "approx", "ca", "est",
  ]
  private static let endings: WordSet = [
    "jr", "sr", "inc", "corp", "co", "ltd", "llc", "bros", "etc", "al", "ala", "ariz", "ark",
    "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mass",
    "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "va",
    "vt", "wash", "wis", "wyo", "dept", "univ", "assn", "ave", "blvd", "rd", "sq", "mon", "tue",
    "tues", "wed", "thu", "thurs", "fri", "sat", "sun", "esq", "ph", "hosp", "intl", "natl",
  ]
  private static let starters: WordSet = [
    "the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "this", "that", "these",
    "those", "his", "her", "its", "their", "our", "my", "in", "on", "at", "for", "from", "with",
    "by", "to", "but", "and", "or", "so", "as", "if", "when", "while", "although", "though",
    "because", "after", "before", "since", "until", "during", "there", "here", "what", "who",
    "why", "how", "where", "which", "one", "two", "some", "many", "most", "all", "both", "no",
    "not", "now", "then", "still", "yet", "also", "however", "meanwhile", "instead", "last",
    "according", "asked", "under", "over", "more", "several", "such", "only", "even", "just",
    "nor", "among", "between", "despite", "once", "like", "about", "another", "other", "others",
  ]
  private static let speech: WordSet = [
    "said", "says", "asked", "asks", "told", "tells", "wrote", "writes", "tweeted", "added",
    "adds", "shouted", "replied", "responded", "cried", "wondered", "yelled", "joked", "quipped",
    "exclaimed", "continued", "declared", "recalled", "insisted", "posted", "queried",
  ]
}
