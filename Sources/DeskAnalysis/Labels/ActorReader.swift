import DeskLexicons
import DeskText

/// Says whom a label is attached to, where a name beside it tells.
///
/// Reads the patterns in which English attaches a description to a name: before the noun ("Taliban
/// fighters"), in the genitive, with "of" and "against", in apposition ("Ahmad Massoud, the
/// resistance leader") and with "be" ("Hamas is a terrorist group"). Elsewhere it says nothing.
struct ActorReader {
  let words: Words
  let names: ProperNames

  /// The name, as written, of whom a phrase is about; nil where no name stands beside it.
  ///
  /// Of a person (`isPerson`) a name in apposition or after a title comes before the group that the
  /// noun names: in "Taliban leader Haibatullah Akhundzada" the actor is the man.
  func actor(of phrase: LabelPhrase, isPerson: Bool) -> String? {
    if isPerson {
      return nameAfter(phrase) ?? apposition(before: phrase) ?? phrase.name.map(string)
        ?? subject(before: phrase)
    }
    return ownName(of: phrase) ?? phrase.name.map(string) ?? opponent(after: phrase)
      ?? foe(after: phrase) ?? group(after: phrase) ?? apposition(before: phrase)
      ?? subject(before: phrase)
  }

  /// A label that is itself a name stands for its bearer: "the National Resistance Front".
  private func ownName(of phrase: LabelPhrase) -> String? {
    let last = phrase.head.end - 1
    guard phrase.head.count > 1 || phrase.name != nil, names.isName(last),
      !names.isTitleCase(around: last)
    else { return nil }
    return string(names.run(endingAt: last, from: phrase.start))
  }

  /// The name as written; sides that are named by a prefix begin small wherever they stand.
  private func string(_ name: Extent<Unit.Token>) -> String {
    let written = words.text[words.bytes(name)]
    for (capital, small) in [("Anti-", "anti-"), ("Pro-", "pro-")] where written.hasPrefix(capital)
    {
      return small + written.dropFirst(capital.count)
    }
    return written
  }

  private func isOne(of set: WordSet, _ index: Int, near place: Int) -> Bool {
    index >= 0 && index < words.tokens.count && words.isSameSentence(index, place)
      && set.holds(words, index)
  }

  private static let comma: WordSet = [","]
  private static let and: WordSet = ["and"]
  private static let to: WordSet = ["to"]
  private static let against: WordSet = ["against"]
  private static let of: WordSet = ["of"]
  private static let the: WordSet = ["the"]

  private func isOf(_ kind: WordClass, _ index: Int, near place: Int) -> Bool {
    index >= 0 && index < words.tokens.count && words.isSameSentence(index, place)
      && kind.contains(index, in: words)
  }

  private func name(startingAt index: Int, near place: Int) -> Extent<Unit.Token>? {
    guard index < words.tokens.count, words.isSameSentence(index, place), names.isName(index),
      !names.isTitleCase(around: index)
    else { return nil }
    return names.run(startingAt: index)
  }

  /// "former president Ashraf Ghani", "the former vice president, Amrullah Saleh,".
  private func nameAfter(_ phrase: LabelPhrase) -> String? {
    let after = phrase.head.end
    if let name = name(startingAt: after, near: phrase.start) { return string(name) }
    guard isOne(of: Self.comma, after, near: phrase.start),
      let name = name(startingAt: after + 1, near: phrase.start), name.count > 1,
      !isOne(of: Self.and, name.end, near: phrase.start)
    else { return nil }
    return string(name)
  }

  /// "Bismillah Mohammadi, a former defense minister".
  private func apposition(before phrase: LabelPhrase) -> String? {
    var index = phrase.start - 1
    if isOf(.determiner, index, near: phrase.start) { index -= 1 }
    guard isOne(of: Self.comma, index, near: phrase.start), index > 0, names.isName(index - 1),
      !names.isTitleCase(around: index)
    else { return nil }
    return string(names.run(endingAt: index - 1, from: 0))
  }

  /// "resistance to the Taliban", "the uprising against Assad": the side is against the name.
  private func opponent(after phrase: LabelPhrase) -> String? {
    let after = phrase.head.end
    guard
      isOne(of: Self.against, after, near: phrase.start)
        || isOne(of: Self.to, after, near: phrase.start)
          && Self.opposing.holds(words, phrase.head.end - 1)
    else { return nil }
    let first = isOne(of: Self.the, after + 1, near: phrase.start) ? after + 2 : after + 1
    guard let name = name(startingAt: first, near: phrase.start),
      !names.isAdjective(name.end - 1)
    else { return nil }
    return SideReader.anti + string(name)
  }

  private static let opposing: WordSet = ["resistance", "opposition"]
  private static let foes: WordSet = [
    "adversaries", "adversary", "critic", "critics", "enemies", "enemy", "foe", "foes", "opponent",
    "opponents", "rival", "rivals",
  ]

  /// "foes of the Taliban": the side is against the name.
  private func foe(after phrase: LabelPhrase) -> String? {
    guard Self.foes.holds(words, phrase.head.end - 1) else { return nil }
    return group(after: phrase).map { SideReader.anti + $0 }
  }

  /// "fighters of the Northern Alliance", "the government of Nicolás Maduro".
  private func group(after phrase: LabelPhrase) -> String? {
    let after = phrase.head.end
    guard isOne(of: Self.of, after, near: phrase.start) else { return nil }
    let first = isOne(of: Self.the, after + 1, near: phrase.start) ? after + 2 : after + 1
    return name(startingAt: first, near: phrase.start).map(string)
  }

  /// "Hezbollah is a terrorist group", but not "that does not mean ...".
  private func subject(before phrase: LabelPhrase) -> String? {
    var index = phrase.start - 1
    if isOf(.determiner, index, near: phrase.start) { index -= 1 }
    guard isOf(.be, index, near: phrase.start), index > 0,
      words.isSameSentence(index - 1, index), names.isName(index - 1)
    else { return nil }
    let name = names.run(endingAt: index - 1, from: 0)
    return Negation.stands(before: name, in: words) ? nil : string(name)
  }
}
