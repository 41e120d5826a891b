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
    /// The hash of its reason and place, as weights name them.
    var hash: UInt32
  }

  /// A rule that fired, and where in the block its entry stands.
  struct Hit {
    var rule: Rule
    var tokens: Extent<Unit.Token>
  }

  private let matcher: Matcher
  /// For each group of entries that `group` makes, the most words that a block with one has: most of
  /// a page's words are inside long paragraphs, where few entries can stand.
  private let mostWords: [Int]
  private let rules: [[Rule]]

  init(_ lexicons: Lexicons) {
    let lists = lexicons.lists(for: "cleaning")
    rules = lists.map { list in
      list.entries.map { entry in
        Rule(
          place: Self.place(entry),
          most: Self.most(entry),
          position: entry.fields["position"].flatMap { Position(rawValue: $0) },
          reachesToEnd: entry.fields["reach"] == "rest",
          verdict: Verdict(reason: entry.category, rule: "\(list.file):\(entry.line)"),
          hash: WordHash.of("\(entry.category)/\(Self.place(entry).rawValue)"))
      }
    }
    var most = [Int](repeating: 0, count: 4)
    for rule in rules.joined() {
      let group = Self.group(rule.place, rule.most)
      most[group] = max(most[group], rule.most)
    }
    mostWords = most
    matcher = Matcher(lists) { 1 << UInt8(Self.group(Self.place($0), Self.most($0))) }
  }

  /// The number of an entry's group: 0 those that begin a block, which are looked for at its
  /// beginning alone, 1 words of dates and credits, 2 and 3 all others by the length of the block.
  private static func group(_ place: Place, _ most: Int) -> Int {
    switch place {
    case .line, .start: 0
    case .part, .credit: 1
    case .end, .anywhere: most <= 60 ? 2 : 3
    }
  }

  private static func most(_ entry: Lexicon.Entry) -> Int {
    entry.fields["most"].flatMap { Int($0) } ?? 25
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
    let groups = mostWords.indices.reduce(UInt8(0)) {
      block.wordCount <= mostWords[$1] ? $0 | 1 << UInt8($1) : $0
    }
    let matches = matcher.matches(
      in: block.words, groups: groups & ~1, atFirst: groups & 1, upTo: first)
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
