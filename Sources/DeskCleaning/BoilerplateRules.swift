import DeskLexicons
import DeskText

/// The boilerplate lists, ready to be asked about blocks.
///
/// Beside the columns of every lexicon they have: `where` (`line`: the entry is all of the block's
/// words; `start`, `end`, `anywhere`; `part`: a word that may stand in a line of dates; `credit`: an
/// agency as picture credits name it), `most` (the block has at most so many words), `position`
/// (`top`: before the first running text; `tail`: after the last; `edge`: either) and `reach`
/// (`rest`: all that follows goes too).
struct BoilerplateRules: Sendable {
  enum Place: String, Sendable { case line, start, end, anywhere, part, credit }
  enum Position: String, Sendable { case top, body, tail, edge }

  struct Rule: Sendable {
    var place: Place
    var most: Int
    var position: Position?
    var reachesToEnd: Bool
    var verdict: Verdict
  }

  /// A rule that fired, and where in the block its entry stands.
  struct Hit {
    var rule: Rule
    var tokens: Extent<Unit.Token>
  }

  /// Entries that begin a block are looked for at its beginning alone, and words of dates and
  /// credits in short blocks alone: most of a page's words are inside long paragraphs.
  private let openings: Matcher
  private let parts: Matcher
  private let others: Matcher
  /// The most words that a block with a hit of `parts` has.
  private let mostOfParts: Int
  private let rules: [[Rule]]

  init(_ lexicons: Lexicons) {
    let lists = lexicons.lists(for: "cleaning")
    openings = Matcher(lists) { Self.place($0) == .line || Self.place($0) == .start }
    parts = Matcher(lists) { Self.place($0) == .part || Self.place($0) == .credit }
    others = Matcher(lists) { Self.place($0) == .end || Self.place($0) == .anywhere }
    rules = lists.map { list in
      list.entries.map { entry in
        Rule(
          place: Self.place(entry),
          most: entry.fields["most"].flatMap { Int($0) } ?? 25,
          position: entry.fields["position"].flatMap { Position(rawValue: $0) },
          reachesToEnd: entry.fields["reach"] == "rest",
          verdict: Verdict(reason: entry.category, rule: "\(list.file):\(entry.line)"))
      }
    }
    mostOfParts =
      rules.joined().filter { $0.place == .part || $0.place == .credit }
      .map(\.most).max() ?? 0
  }

  private static func place(_ entry: Lexicon.Entry) -> Place {
    Place(rawValue: entry.fields["where"] ?? "") ?? .line
  }

  /// Every rule whose words and places fit a block, wherever in the article it stands.
  func hits(_ block: Block) -> [Hit] {
    let tokens = block.words.tokens
    guard let first = tokens.firstIndex(where: \.isWord),
      let last = tokens.lastIndex(where: \.isWord)
    else { return [] }
    var matches = openings.matches(in: block.words, beginningUpTo: first)
    if block.wordCount <= mostOfParts { matches += parts.matches(in: block.words) }
    matches += others.matches(in: block.words)
    guard !matches.isEmpty else { return [] }
    matches.sort()
    var out: [Hit] = []
    for match in matches {
      let rule = rules[match.lexicon][match.entry]
      guard block.wordCount <= rule.most else { continue }
      let startsBlock = match.tokens.start <= first
      let endsBlock = match.tokens.end > last
      let fits =
        switch rule.place {
        case .line: startsBlock && endsBlock
        case .start: startsBlock
        case .end: endsBlock
        case .anywhere, .part, .credit: true
        }
      if fits { out.append(Hit(rule: rule, tokens: match.tokens)) }
    }
    return out
  }
}
