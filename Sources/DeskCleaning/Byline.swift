import DeskText

/// Names out of lines that say who wrote an article.
enum Byline {
  /// The persons of a line that begins with "By", or nil where it is no such line.
  static func names(inLine block: Block) -> [String]? {
    let tokens = block.words.tokens
    guard block.wordCount <= 24, let first = tokens.firstIndex(where: \.isWord), first <= 1 else {
      return nil
    }
    let opening = block.words.folded(first)
    var start = first + 1
    if ["written", "reported", "posted", "words", "story", "text"].contains(opening),
      start < tokens.count, block.words.folded(start) == "by"
    {
      start += 1
    } else if opening != "by" {
      return nil
    }
    if start < tokens.count, tokens[start].kind == .mark,
      block.text.utf8[tokens[start].start] == 0x3A
    {
      start += 1
    }
    guard start < tokens.count else { return nil }
    let rest = block.text.utf8[tokens[start].start...]
    let names = persons(in: String(decoding: rest, as: UTF8.self))
    guard !names.isEmpty else { return nil }
    let isShort = block.wordCount <= 8
    guard isShort || !block.endsSentence else { return nil }
    return tokens[start].flags.contains(.capital) ? names : nil
  }

  /// Splits "Ann Lee and Bo Ek, Kabul correspondent" into persons; roles and places fall away.
  static func persons(in text: String) -> [String] {
    var out: [String] = []
    // "Ann Lee@annlee": what follows the sign is no name.
    let bare = text.split(separator: "@", omittingEmptySubsequences: false).first ?? ""
    for piece in pieces(Words(Text(repairing: LineShape.collapsed(bare.utf8)))) {
      let name = withoutOpening(piece)
      guard looksLikeName(name), out.isEmpty || !isAbbreviation(name) else { continue }
      if !out.contains(name) { out.append(name) }
    }
    return out
  }

  /// A degree or a house behind a person's name: `MD`, `CNN`.
  private static func isAbbreviation(_ name: String) -> Bool {
    (2...5).contains(name.utf8.count) && name.utf8.allSatisfy { $0 &- 0x41 < 26 }
  }

  /// Whether a text is the name of one person and nothing else: `Ann Lee`, `Bo van der Ek`.
  static func isPerson(_ text: String) -> Bool {
    let words = Words(Text(text))
    let count = words.tokens.reduce(0) { $0 + ($1.isWord ? 1 : 0) }
    guard (2...4).contains(count), !LineShape.endsSentence(Array(text.utf8)) else { return false }
    let folded = words.folded(words.tokens.count - 1)
    guard words.tokens[0].flags.contains(.capital), !ends.contains(folded) else { return false }
    return persons(in: text) == [text]
  }

  /// Whether a text is the names of one or two persons and nothing else: `Ann Lee and Bo Ek`.
  static func isPersons(_ text: String) -> Bool {
    if isPerson(text) { return true }
    let parts = persons(in: text)
    return parts.count == 2 && parts.allSatisfy(isPerson)
      && text.count <= parts.reduce(5) { $0 + $1.count }
  }

  /// The stretches between commas, bars, "and", "for", "in" and the like.
  private static func pieces(_ words: Words) -> [String] {
    var out: [String] = []
    var start: Int?
    func close(_ end: Int) {
      if let begin = start, begin < end {
        out.append(words.text[words.bytes(Extent(begin, end))])
      }
      start = nil
    }
    for index in words.tokens.indices {
      let token = words.tokens[index]
      if token.kind == .mark {
        let byte = words.text.utf8[token.start]
        // A stop after an initial and a hyphen belong to the name.
        if byte == 0x2E || byte == 0x27 || words.string(index) == "’" { continue }
        close(index)
        if byte == 0x28 || byte == 0x40 { break }
        if byte != 0x2C, byte != 0x3B, byte != 0x26, byte != 0x3A, byte != 0x2F, byte != 0x7C {
          break
        }
      } else if endsNames(index, in: words) {
        close(index)
        break
      } else if !token.flags.contains(.capital) {
        let folded = words.folded(index)
        if breaks.contains(folded) {
          close(index)
          if ends.contains(folded) { break }
        } else if start == nil {
          start = index
        }
      } else if words.folded(index) == "and" {
        close(index)
      } else if start == nil {
        start = index
      }
    }
    close(words.tokens.count)
    return out
  }

  /// Whether a number, or the month or weekday of a date, stands at a token: "Ann Lee March 11".
  private static func endsNames(_ index: Int, in words: Words) -> Bool {
    let token = words.tokens[index]
    if token.kind == .number { return true }
    let folded = Folding.folded(words.text.utf8[token.extent.range])
    let isBeforeNumber = index + 1 < words.tokens.count && words.tokens[index + 1].kind == .number
    return isBeforeNumber && NewsDate.month(folded) != nil
      || StructuralRules.weekdays.contains(String(decoding: folded, as: UTF8.self))
  }

  private static let breaks: Set<String> = ["and", "with", "for", "in", "at", "on", "is", "from"]
  private static let ends: Set<String> = ["for", "in", "at", "on", "is", "from"]

  static func withoutOpening(_ piece: String) -> String {
    var rest = piece[...]
    for opening in ["By ", "by ", "BY ", "Written by ", "Posted by ", "Dr. ", "Author "]
    where rest.hasPrefix(opening) { rest = rest.dropFirst(opening.count) }
    // "By" and the name in two elements without a space between.
    let letters = Array(rest.unicodeScalars.prefix(3))
    if rest.hasPrefix("By"), letters.count == 3, letters[2].properties.isUppercase {
      rest = rest.dropFirst(2)
    }
    while let last = rest.last, last == " " || last == "," { rest = rest.dropLast() }
    return String(rest)
  }

  /// One to five words, no digit, nearly all capital, none of them a role.
  static func looksLikeName(_ name: String) -> Bool {
    let words = Words(Text(name))
    let names = words.tokens.filter(\.isWord)
    guard (1...5).contains(names.count), name.count <= 48 else { return false }
    guard !names.contains(where: { $0.kind == .number }) else { return false }
    let small = names.filter { token in
      !token.flags.contains(.capital) && isASCIILetter(token, words)
        && !particles.contains(words.text[token.extent])
    }
    guard small.count * 2 < names.count else { return false }
    return !words.tokens.indices.contains { words.tokens[$0].isWord && isRole(words.folded($0)) }
  }

  private static func isASCIILetter(_ token: Token, _ words: Words) -> Bool {
    words.text.utf8[token.start] < 0x80
  }

  /// Small words inside the names of persons.
  private static let particles: Set<String> = [
    "de", "la", "las", "los", "del", "da", "do", "dos", "di", "du", "van", "von", "der", "den",
    "ter", "ten", "bin", "bint", "ibn", "al", "el", "y", "e", "af", "av", "zu",
  ]

  private static func isRole(_ folded: String) -> Bool { roles.contains(folded) }

  /// Words of titles and desks that no person is called.
  private static let roles: Set<String> = [
    "author", "authors", "profile", "correspondent", "reporter", "editor", "writer", "staff",
    "bureau", "chief", "contributor",
    "coordinator", "manager", "director", "officer", "specialist", "marketing", "reviewed",
    "edited", "text", "size", "full", "bio", "posts", "articles", "illustration", "photographs",
    "columnist", "analyst", "producer", "journalist", "photographer", "freelance", "senior",
    "newsroom", "admin", "administrator", "updated", "published", "posted", "minutes", "hours",
    "ago", "comments", "share", "follow", "twitter", "facebook", "email", "subscribe", "gmt",
    "edt", "est", "pm", "am", "january", "february", "march", "april", "june", "july", "august",
    "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul",
    "aug", "sep", "sept", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "news", "politics", "business", "world", "opinion", "read",
    "view", "about", "contact", "menu", "home", "more", "http", "https", "www", "the",
  ]
}
