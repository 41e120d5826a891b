public import DeskLexicons
public import DeskReading
import DeskText

/// Finds what the sides of a story are called: fighters or militants, government or regime,
/// protest or riot.
///
/// A finding spans the label with the modifiers before it ("Islamist militants", "anti-Taliban
/// fighters"); articles and further clauses stay outside. No label is wrong in itself: the family
/// (`category`) is what makes outlets comparable. The detail `actor` names whom the label is
/// attached to, where the text itself says so beside it or elsewhere (`actor_from`: `beside`,
/// `context`); `label` is the word without modifiers.
public struct LabelsAnalyzer: Analyzer {
  public static let name = "labels"
  /// Entries of this category are no labels; they join the label that follows them.
  static let modifierCategory = "modifier"

  private let entries: ListedEntries<Role>
  private let nationalities: Nationalities

  /// What entries are for: labels, what joins the label behind it, adjectives that name an actor.
  private enum Role { case label, modifier, nationality }

  public init(lexicons: [Lexicon]) {
    entries = ListedEntries(lexicons, of: Self.name) {
      switch $0 {
      case Self.modifierCategory: .modifier
      case Nationalities.stateCategory, Nationalities.peopleCategory: .nationality
      default: .label
      }
    }
    nationalities = Nationalities(lexicons: lexicons)
  }

  public func findings(in reading: Reading, matches: [Match]) -> [Finding] {
    var heads: [Match] = []
    heads.reserveCapacity(matches.count)
    var modifierEnds: [Int: Int] = [:]  // the token after a modifier -> its first token
    for match in matches {
      switch entries.role(of: match) {
      case .modifier:
        if modifierEnds.isEmpty { modifierEnds.reserveCapacity(matches.count - heads.count) }
        modifierEnds[match.tokens.end] = min(
          modifierEnds[match.tokens.end] ?? match.tokens.start, match.tokens.start)
      case .nationality: break
      case .label: heads.append(match)
      }
    }
    heads = joined(Matcher.longest(heads), in: reading.words, &modifierEnds)
    guard !heads.isEmpty else { return [] }
    let names = ProperNames(reading.words)
    var labels = labels(heads, in: reading.words, names: names, modifierEnds)
    SideReader(labels, in: reading, names: names).attach(&labels)
    return labels.indices.map { finding(labels[$0], in: reading) }
  }

  /// The labels with the actors that names beside them give.
  private func labels(
    _ heads: [Match], in words: Words, names: ProperNames, _ modifierEnds: [Int: Int]
  ) -> [Label] {
    let actors = ActorReader(words: words, names: names)
    var end = 0
    return heads.map { match in
      let phrase = LabelPhrase(
        match.tokens, from: end, in: words, names: names, modifierEnds: modifierEnds)
      end = match.tokens.end
      var label = Label(match: match, phrase: phrase, family: category(of: match))
      label.actor = actors.actor(of: phrase, isPerson: label.isPerson).flatMap {
        nationalities.actor($0, family: label.family)
      }
      if label.actor != nil { label.basis = .beside }
      return label
    }
  }

  private func finding(_ label: Label, in reading: Reading) -> Finding {
    var details: [Detail] = []
    if let actor = label.actor, let basis = label.basis {
      details.reserveCapacity(3)
      details.append(Detail(name: "actor", value: actor))
      details.append(Detail(name: "actor_from", value: basis.rawValue))
    }
    details.append(
      Detail(name: "label", value: reading.text[reading.words.bytes(label.phrase.head)]))
    return Finding(
      label.match, at: Extent(label.phrase.start, label.match.tokens.end), in: reading,
      entries: entries, weight: nil, details: details)
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
    entries.shared(of: match).nature.category ?? ""
  }
}
