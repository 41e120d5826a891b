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

  private let matcher: Matcher
  private let rules: [[Rule]]

  init(_ lexicons: Lexicons) {
    let lists = lexicons.lists(for: "cleaning")
    matcher = Matcher(lists)
    rules = lists.map { list in
      list.entries.map { entry in
        Rule(
          place: Place(rawValue: entry.fields["where"] ?? "") ?? .line,
          most: entry.fields["most"].flatMap { Int($0) } ?? 25,
          position: entry.fields["position"].flatMap { Position(rawValue: $0) },
          reachesToEnd: entry.fields["reach"] == "rest",
          verdict: Verdict(reason: entry.category, rule: "\(list.file):\(entry.line)"))
      }
    }
  }

  /// Every rule whose words and places fit a block, wherever in the article it stands.
  func hits(_ block: Block) -> [Hit] {
    let tokens = block.words.tokens
    guard let first = tokens.firstIndex(where: \.isWord),
      let last = tokens.lastIndex(where: \.isWord)
    else { return [] }
    var out: [Hit] = []
    for match in matcher.matches(in: block.words) {
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
