import DeskAnalysis
import DeskComparison
import DeskText

extension Telling {
  /// Kinds of labels that name an office or an event, not a side.
  static let plainKinds: Set<String> = ["leader", "event", "killing", "territory"]

  var names: Passage {
    var sentences = sides.compactMap { sentence(onSide: $0, isFirst: $0 == sides.first) }
    if sentences.isEmpty, let kind = mostFrequentKind {
      sentences = sentence(onLabelsOfKind: kind).map { [$0] } ?? []
    }
    return Passage(heading: "What each side is called", anchor: "labels", sentences: sentences)
  }

  /// The two sides that most outlets label: one and those against it, where both are there.
  private var sides: [String] {
    var outlets: [String: Set<String>] = [:]
    var counts: [String: Int] = [:]
    for label in ownLabels.values.joined() where !label.actor.isEmpty {
      outlets[label.actor, default: []].insert(label.outlet)
      counts[label.actor, default: 0] += label.count
    }
    let ranked = outlets.filter { $0.value.count > 1 }.keys.sorted { a, b in
      let (ofA, ofB) = (outlets[a]?.count ?? 0, outlets[b]?.count ?? 0)
      if ofA != ofB { return ofA > ofB }
      let (timesA, timesB) = (counts[a] ?? 0, counts[b] ?? 0)
      return timesA != timesB ? timesA > timesB : a < b
    }
    if let opposed = ranked.first(where: { ranked.contains(Self.against + $0) }) {
      return [opposed, Self.against + opposed]
    }
    // In many articles on many things every name has some label: a side is what they turn on.
    let all = counts.values.reduce(0, +)
    return Array(ranked.filter { (counts[$0] ?? 0) * Self.leastShare >= all }.prefix(2))
  }

  private static let against = "anti-"

  /// A side has at least one in so many of the labels that have an actor.
  private static let leastShare = 8

  /// What each outlet calls a side: Insider “insurgents” (2) and “militants” (2); and so on.
  private func sentence(onSide side: String, isFirst: Bool) -> TellingSentence? {
    let rows = wordsByOutlet(most: 3, of: side) { $0.actor == side }
    guard rows.count > 1, rows.count <= 6 else { return nil }
    let opening =
      isFirst ? "What the outlets call " : "What they call "
    let whom =
      side.hasPrefix(Self.against)
      ? TellingSentence(.words("those against "))
        + withArticle(String(side.dropFirst(Self.against.count)))
      : withArticle(side)
    return TellingSentence(.words(opening)) + whom
      + TellingSentence(.words(isFirst ? " in their own voice: " : ": ")) + joined(rows)
  }

  /// A name as the articles use it in a sentence: "the Taliban", "Hamas".
  private func withArticle(_ name: String) -> TellingSentence {
    let spelled = Words(Text(name)).tokens.map(\.hash)
    var (alone, withArticle) = (0, 0)
    for analysis in results.sample.prefix(12) {
      let words = Words(analysis.article.text)
      for index in words.tokens.indices
      where words.tokens[index...].prefix(spelled.count).map(\.hash) == spelled {
        let after = index + spelled.count
        guard after < words.tokens.count,
          words.tokens[after].kind == .mark || Self.following.contains(words.folded(after))
        else { continue }
        alone += 1
        if index > 0, words.folded(index - 1) == "the" { withArticle += 1 }
      }
    }
    return TellingSentence(.words(withArticle * 2 > alone ? "the " : ""), .foreign(name))
  }

  /// Words after which it is plain that a name before them is not part of a longer one.
  private static let following: Set<String> = [
    "and", "are", "as", "at", "did", "for", "from", "had", "has", "have", "in", "is", "on", "or",
    "said", "say", "says", "to", "was", "were", "will", "would",
  ]

  private var mostFrequentKind: String? {
    var kinds: [String: Int] = [:]
    for label in ownLabels.values.joined() { kinds[label.category, default: 0] += label.count }
    return kinds.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key
  }

  /// Which words of one kind each outlet uses most, quotations left out.
  private func sentence(onLabelsOfKind kind: String) -> TellingSentence? {
    let rows = wordsByOutlet(most: 2) { $0.category == kind }
    guard rows.count > 1, rows.count <= 6 else { return nil }
    return TellingSentence(
      .words(
        "Of labels of the kind “\(spaced(kind))” the most frequent in the outlet’s own voice are: ")
    ) + joined(rows)
  }

  /// `Insider “insurgents” (2) and “militants” (2)`, an outlet a row, the most frequent first.
  private func wordsByOutlet(
    most: Int, of side: String? = nil, where isMeant: (LabelResult) -> Bool
  ) -> [TellingSentence] {
    results.outlets.compactMap { outlet in
      var words: [String: Int] = [:]
      for label in ownLabels[outlet.name] ?? [] where isMeant(label) {
        words[label.label, default: 0] += label.count
      }
      let top = words.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        .prefix(most)
      guard !top.isEmpty else { return nil }
      return TellingSentence(.foreign(outlet.name), .words(" "))
        + Wording.list(
          top.map { label in
            let count = "\(label.value)"
            let place = side.flatMap { side in
              numbers[outlet.name].map { Lead.label(label.key, of: side, outlet: $0, isOwn: true) }
            }
            return TellingSentence(
              .words("“"), .foreign(label.key), .words("” ("),
              place.map { .number(count, $0) } ?? .words(count), .words(")"))
          })
    }
  }

  private func joined(_ rows: [TellingSentence]) -> TellingSentence {
    var out = TellingSentence()
    for (index, row) in rows.enumerated() {
      if index > 0 { out += TellingSentence(.words("; ")) }
      out += row
    }
    return out + TellingSentence(.words("."))
  }
}
