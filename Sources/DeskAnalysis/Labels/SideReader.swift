import DeskLexicons
import DeskReading
import DeskText

/// Says whom labels without a name beside them stand for, from the rest of the article.
///
/// An article that calls the Taliban "the militants" does so throughout, and its "resistance" is
/// one to those whom it names as opposed somewhere. Words that every side shares ("fighters",
/// "forces") stay without an actor.
struct SideReader {
  private let reading: Reading
  private let names: ProperNames
  /// `anti-X` of the X that the article most often names as opposed.
  private let opposition: String?
  /// Where the names of armed sides stand, in order.
  private let mentions: [Mention]

  private struct Mention {
    var token: Int
    var side: String
  }

  init(_ labels: [Label], in reading: Reading, names: ProperNames) {
    self.reading = reading
    self.names = names
    let opposed = labels.compactMap { $0.actor.flatMap(Self.opposed) }
    let armed = labels.compactMap { label in
      Self.isNamedBefore(label) && label.family == "armed_group" ? label.actor : nil
    }.filter { !$0.hasPrefix(Self.anti) && !$0.hasPrefix("pro-") }
    let all = Self.mentions(of: Set(opposed + armed), in: reading.words, names)
    var counts: [String: Int] = [:]
    for mention in all { counts[mention.side, default: 0] += 1 }
    mentions = all.filter { (counts[$0.side] ?? 0) >= Self.fewestMentions }
    opposition = Self.mostFrequent(
      opposed.filter { (counts[$0] ?? 0) >= Self.fewestMentions }
    ).map { Self.anti + $0 }
  }

  /// What an article names less often is no side in it.
  private static let fewestMentions = 3

  /// "Taliban fighters", not "X are terrorists": that may be quoted, asked or denied.
  private static func isNamedBefore(_ label: Label) -> Bool { label.phrase.name != nil }

  static let anti = "anti-"

  private static func opposed(_ actor: String) -> String? {
    actor.hasPrefix(anti) ? String(actor.dropFirst(anti.count)) : nil
  }

  /// The one that stands most often; nil where two are level.
  private static func mostFrequent(_ names: [String]) -> String? {
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    guard let most = counts.values.max() else { return nil }
    let top = counts.filter { $0.value == most }
    return top.count == 1 ? top.first?.key : nil
  }

  private static func mentions(
    of sides: Set<String>, in words: Words, _ names: ProperNames
  ) -> [Mention] {
    guard !sides.isEmpty else { return [] }
    let spelled = sides.sorted().map { side in (side, Words(Text(side)).tokens.map(\.hash)) }
    var out: [Mention] = []
    for index in words.tokens.indices where words.tokens[index].flags.contains(.capital) {
      for (side, hashes) in spelled
      where hashes.first.map({ $0 == words.tokens[index].hash }) ?? true
        && words.tokens[index...].prefix(hashes.count).map(\.hash) == hashes
      {
        out.append(Mention(token: index, side: side))
      }
    }
    return out
  }

  /// Gives labels the actors that the rest of the article gives.
  func attach(_ labels: inout [Label]) {
    nameInFull(&labels)
    let sides = sidesByWord(labels)
    for index in labels.indices
    where labels[index].actor == nil && !labels[index].isPerson && labels[index].isGroup {
      labels[index].actor =
        isOpposing(labels[index])
        ? opposition
        : isOneGroup(labels[index])
          ? nearest(before: labels[index])
          : isDefinite(labels[index]) ? sides[word(labels[index])] ?? nil : nil
      if labels[index].actor != nil { labels[index].basis = .context }
    }
  }

  /// One name for one actor: "Saleh" is Amrullah Saleh where no other Saleh is labelled, and the
  /// "Pashtun Taliban" are the Taliban where these are a side.
  private func nameInFull(_ labels: inout [Label]) {
    let known = Set(labels.compactMap(\.actor))
    guard !known.isEmpty else { return }
    let sides = Set(mentions.map(\.side))
    for index in labels.indices {
      guard let actor = labels[index].actor else { continue }
      let space = actor.utf8.firstIndex(of: 0x20)
      if labels[index].isPerson, space == nil {
        let longer = known.filter { $0.hasSuffix(" " + actor) }
        if longer.count == 1 { labels[index].actor = longer.first }
      } else if let space {
        let prefix = actor.hasPrefix(Self.anti) ? Self.anti : ""
        let rest = String(actor[actor.utf8.index(after: space)...])
        if sides.contains(rest) { labels[index].actor = prefix + rest }
      }
    }
  }

  /// "resistance", "opposition fighters": whoever they are, they are against somebody.
  private func isOpposing(_ label: Label) -> Bool {
    (label.phrase.start..<label.phrase.head.end).contains {
      Self.opposing.holds(reading.words, $0)
    }
  }

  private static let opposing: WordSet = ["resistance", "opposition"]

  /// "the group": one that was named just before.
  private func isOneGroup(_ label: Label) -> Bool {
    let head = label.phrase.head
    guard word(label) == "group", label.phrase.start == head.start else { return false }
    return head.count == 1
      ? precedingWord(label) == "the"
      : head.count == 2 && reading.words.folded(head.start) == "the"
  }

  /// Of each word for a side, the side that stands nearest before it in most places.
  private func sidesByWord(_ labels: [Label]) -> [String: String] {
    var votes: [String: [String]] = [:]
    for label in labels
    where label.family == "armed_group" && !isOpposing(label)
      && !Self.shared.holds(reading.words, label.phrase.head.end - 1)
    {
      if let actor = label.actor {
        guard Self.isNamedBefore(label) else { continue }
        votes[word(label), default: []].append(actor)
      } else if isDefinite(label), let side = nearest(before: label) {
        votes[word(label), default: []].append(side)
      }
    }
    return votes.compactMapValues { sides in
      guard let most = Self.mostFrequent(sides) else { return nil }
      return sides.count { $0 == most } * 3 >= sides.count * 2 ? most : nil
    }
  }

  /// The neutral words of the family, which an article uses of all sides.
  private static let shared: WordSet = [
    "assailants", "attackers", "combatants", "factions", "fighter", "fighters", "forces", "front",
    "groups", "gunman", "gunmen", "members", "militia", "militiamen", "militias", "movement",
    "mujahideen", "network", "organisation", "organization", "outfit", "paramilitaries",
  ]

  private func word(_ label: Label) -> String { reading.words.folded(label.phrase.head.end - 1) }

  /// "the militants": those whom the reader knows already.
  private func isDefinite(_ label: Label) -> Bool {
    precedingWord(label) == "the" && word(label).hasSuffix("s")
  }

  private func precedingWord(_ label: Label) -> String? {
    label.phrase.start > 0 ? reading.words.folded(label.phrase.start - 1) : nil
  }

  /// The side named last, in the same sentence or up to two before it.
  private func nearest(before label: Label) -> String? {
    guard let mention = mentions.last(where: { $0.token < label.phrase.start }),
      reading.sentenceNumber(ofToken: label.phrase.start)
        - reading.sentenceNumber(ofToken: mention.token) <= 2
    else { return nil }
    return mention.side
  }
}
