import DeskReading
import DeskText

/// What stands around a name at one place, and what that says about its bearer.
struct NameSurroundings {
  /// For a person above 0, for a thing below.
  private(set) var points = 0
  private(set) var gender: SourceWords = []
  /// The token of the noun of the role that the place gives to the name.
  private(set) var role: Int?

  init(_ run: NameRun, in bounds: TokenSpan, _ scan: Scan) {
    readShape(run, scan)
    readBefore(run, bounds, scan)
    readAfter(run, bounds, scan)
    if isFollowedByPronoun(run, bounds, scan) { points += 1 }
  }

  private mutating func readShape(_ run: NameRun, _ scan: Scan) {
    let first = scan.sourceWords[run.tokens.start]
    if first.contains(.given) {
      points += run.count > 1 ? 3 : 1
      if run.count > 1 { gender.formUnion(first.intersection([.female, .male])) }
    } else if run.count > 1 {
      points += run.count > 4 ? -1 : 1
    }
    if run.tokens.range.allSatisfy({ scan.sourceWords[$0].contains(.place) }) { points -= 3 }
    if run.count == 1 {
      if scan.isAcronym(run.tokens.start) { points -= 3 }
    }
    if run.tokens.range.contains(where: { scan.hasInnerCapital($0) }) { points -= 2 }
  }

  private mutating func readBefore(_ run: NameRun, _ bounds: TokenSpan, _ scan: Scan) {
    var before = run.tokens.start - 1
    if scan.kind(before, in: bounds) == .stop { before -= 1 }
    guard before >= bounds.start else { return }
    let words = scan.sourceWords[before]
    switch scan.kinds[before] {
    case .article where !scan.isAttributive(run.tokens.end, in: bounds): points -= 2
    case .in, .at: points -= 2
    case .preposition where run.count == 1: points -= 1
    case .title:
      points += 4
      role = before
    default:
      if !words.isDisjoint(with: [.official, .people, .title]) {
        points += 3
        role = before
      } else if !words.isDisjoint(with: [.organisation, .outletNoun]) {
        points -= scan.tokens[before].flags.contains(.capital) ? 1 : 4
      }
    }
    gender.formUnion(words.intersection([.female, .male]))
  }

  private mutating func readAfter(_ run: NameRun, _ bounds: TokenSpan, _ scan: Scan) {
    let after = run.tokens.end
    let kind = scan.kind(after, in: bounds)
    if kind == .who { points += 2 }
    if kind == .capital || kind == .word,
      scan.tokens[after].flags.contains(.capital),
      scan.sourceWords[after].contains(.organisation)
    {
      points -= 2
    }
    guard kind == .comma || kind == .open || kind == .dash else { return }
    let next = scan.kind(after + 1, in: bounds)
    switch next {
    case .who: points += 3
    case .which: points -= 2
    case .number:
      let close = scan.kind(after + 2, in: bounds)
      if close == .comma || close == .close || close == .stop { points += 3 }
    default: readApposition(from: after + 1, bounds, scan)
    }
  }

  /// "He" or "she" later in the sentence or at the start of the next, before another name.
  private func isFollowedByPronoun(_ run: NameRun, _ bounds: TokenSpan, _ scan: Scan) -> Bool {
    var index = run.tokens.end
    while index < bounds.end, index - run.tokens.end < 15 {
      if scan.pronouns[index].isOnePerson { return !scan.isQuoted(index) }
      if scan.kinds[index] == .capital { return false }
      index += 1
    }
    guard index >= bounds.end, index < scan.tokens.count else { return false }
    return scan.pronouns[index].isOnePerson
  }

  /// ", a former judge at the court": the first noun that tells what the name's bearer is.
  private mutating func readApposition(from start: Int, _ bounds: TokenSpan, _ scan: Scan) {
    var index = start
    var head: Int?
    while index < bounds.end, index - start < 9 {
      let kind = scan.kinds[index]
      if scan.isAge(index) {
        points += 3
        return
      }
      if kind.isOne(of: .prepositions) || kind == .comma || kind == .stop || kind == .quote
        || kind == .who || kind == .that || kind == .dash || kind.isOne(of: .finite)
      {
        break
      }
      if kind == .and, head != nil { break }
      if scan.sourceWords[index] != [] { head = index }
      index += 1
    }
    guard let head, scan.kind(index - 1, in: bounds) != .quote else { return }
    let words = scan.sourceWords[head]
    if !words.isDisjoint(with: [.official, .people, .title]) {
      points += 3
      role = head
      gender.formUnion(words.intersection([.female, .male]))
    } else if !words.isDisjoint(with: [.organisation, .outletNoun]) {
      points -= 2
    }
  }
}

extension Scan {
  /// Whether a noun follows that a name before it only describes: "the Trump administration".
  func isAttributive(_ index: Int, in bounds: TokenSpan) -> Bool {
    switch kind(index, in: bounds) {
    case .word, .role, .thing, .capital, .ing, .ed, .clitic: true
    default: false
    }
  }

  /// Whether a word is an age, as in "a 33-year-old farmer".
  func isAge(_ index: Int) -> Bool {
    let token = tokens[index]
    let bytes = reading.text.utf8
    guard token.end - token.start > 7, bytes[token.start] &- 0x30 < 10 else { return false }
    return reading.words.folded(index).hasSuffix("year-old")
  }

  /// A word as lists have it.
  func folded(_ index: Int) -> [UInt8] {
    Folding.folded(reading.text.utf8[tokens[index].extent.range])
  }

  /// Written in capitals in a text that is not.
  func isAcronym(_ index: Int) -> Bool { tokens[index].flags.contains(.allCapitals) }

  /// A capital after a small letter, as companies write themselves: "NordKraft", not "McDowell".
  func hasInnerCapital(_ index: Int) -> Bool {
    let bytes = reading.text.utf8
    let token = tokens[index]
    var place = token.start + 1
    while place < token.end {
      let isCapital = bytes[place] &- 0x41 < 26
      let isAfterSmall = bytes[place - 1] &- 0x61 < 26
      // "McDowell", "LaRose", "DeVos": after a short beginning it may be a name's.
      if isCapital, isAfterSmall, place - token.start > 3 {
        return true
      }
      place += 1
    }
    return false
  }
}
