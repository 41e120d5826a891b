public import DeskLexicons
public import DeskReading
import DeskText

/// Finds what the sides of a story are called: fighters or militants, government or regime,
/// protest or riot.
///
/// A finding spans the label with the modifiers before it ("Islamist militants", "anti-Taliban
/// fighters"); articles and further clauses stay outside. No label is wrong in itself: the family
/// (`category`) is what makes outlets comparable. The detail `actor` names whom the label is
/// attached to, where the text itself says so beside it; `label` is the word without modifiers.
public struct LabelsAnalyzer: Analyzer {
  public static let name = "labels"
  /// Entries of this category are no labels; they join the label that follows them.
  static let modifierCategory = "modifier"

  private let lexicons: [Lexicon]

  public init(lexicons: [Lexicon]) { self.lexicons = lexicons }

  public func findings(in reading: Reading, matches: [Match]) -> [Finding] {
    var heads: [Match] = []
    var modifierEnds: [Int: Int] = [:]  // the token after a modifier -> its first token
    for match in matches {
      if category(of: match) == Self.modifierCategory {
        modifierEnds[match.tokens.end] = min(
          modifierEnds[match.tokens.end] ?? match.tokens.start, match.tokens.start)
      } else {
        heads.append(match)
      }
    }
    heads = joined(Matcher.longest(heads), in: reading.words, &modifierEnds)
    guard !heads.isEmpty else { return [] }
    let names = ProperNames(reading.words)
    var end = 0
    return heads.map { match in
      let phrase = LabelPhrase(
        match.tokens, from: end, in: reading.words, names: names, modifierEnds: modifierEnds)
      end = match.tokens.end
      var finding = Finding(
        Self.name, match, at: Extent(phrase.start, match.tokens.end), in: reading,
        lexicons: lexicons)
      finding.weight = nil
      let actors = ActorReader(words: reading.words, names: names)
      if let actor = actors.actor(of: phrase, isPerson: category(of: match) == "leader") {
        finding.details.append(Detail(name: "actor", value: actor))
      }
      finding.details.append(
        Detail(name: "label", value: reading.text[reading.words.bytes(match.tokens)]))
      return finding
    }
  }

  /// Makes a label that stands right before another one its modifier, unless it is a plural: one
  /// label in "rebel forces" and "Islamist militants", two in "protesters riot".
  private func joined(_ heads: [Match], in words: Words, _ modifierEnds: inout [Int: Int])
    -> [Match]
  {
    var out: [Match] = []
    for (number, match) in heads.enumerated() {
      let last = match.tokens.end - 1
      let ending = words.text.utf8[words.tokens[last].end - 1] | 0x20
      if number + 1 < heads.count, heads[number + 1].tokens.start == match.tokens.end,
        words.isSameSentence(last, match.tokens.end), ending != UInt8(ascii: "s"),
        !Self.acts.contains(category(of: heads[number + 1]))
      {
        modifierEnds[match.tokens.end] = match.tokens.start
      } else {
        out.append(match)
      }
    }
    return out
  }

  /// Families of verbs and participles, which do not end a noun phrase.
  private static let acts: Set<String> = ["killing", "territory"]

  private func category(of match: Match) -> String {
    lexicons[match.lexicon].entries[match.entry].category
  }
}
