import DeskComparison

extension Telling {
  /// What several outlets tell, and where one asserts what another puts down to a source.
  var factsPassage: Passage {
    let facts = results.facts
    var sentences: [TellingSentence] = []
    if !facts.isEmpty {
      let all = Wording.capitalized(Wording.count(facts.count, "fact", "facts"))
      let parted = facts.filter(isParted)
      var opening = TellingSentence(
        .number(all, .part("facts")),
        .words(" \(facts.count == 1 ? "is" : "are") told by several articles"))
      if !parted.isEmpty {
        let count = Wording.count(parted.count, "of them is", "of them are")
        opening.pieces.append(
          .words(
            "; \(count) asserted as a fact by one outlet where another attributes or hedges "
              + (parted.count == 1 ? "it" : "them")))
      }
      sentences.append(opening + TellingSentence(.words(".")))
      if let example = plainest(of: shownFacts.filter(isParted)) {
        sentences.append(sentence(on: example))
      }
      if let sentence = contradictions { sentences.append(sentence) }
    }
    return Passage(
      heading: "The same facts, told differently", anchor: "facts", sentences: sentences)
  }

  /// The stances of a fact's tellings, by outlet.
  private func stances(of fact: Fact) -> [String: Set<Stance>] {
    var out: [String: Set<Stance>] = [:]
    for telling in fact.tellings {
      out[name(of: telling.article), default: []].insert(telling.stance)
    }
    return out
  }

  /// Whether one outlet only asserts what another never does.
  private func isParted(_ fact: Fact) -> Bool {
    let stances = stances(of: fact).values
    return stances.contains([.asserted]) && stances.contains { !$0.contains(.asserted) }
  }

  /// The fact that most outlets tell with one stance each.
  private func plainest(of facts: [Fact]) -> Fact? {
    facts.enumerated().filter { stances(of: $0.element).values.allSatisfy { $0.count == 1 } }
      .min { a, b in
        let (ofA, ofB) = (stances(of: a.element), stances(of: b.element))
        let (kindsOfA, kindsOfB) = (Set(ofA.values).count, Set(ofB.values).count)
        return (-ofA.count, -kindsOfA, a.offset) < (-ofB.count, -kindsOfB, b.offset)
      }?.element
  }

  /// One fact with the stance of each outlet.
  ///
  /// `“The bridge fell” is asserted by A and B; attributed to a named source by C.`
  private func sentence(on fact: Fact) -> TellingSentence {
    let outlets = stances(of: fact)
    let parts = Stance.allCases.compactMap { stance -> TellingSentence? in
      let names = outlets.filter { $0.value == [stance] }.keys.sorted()
      guard !names.isEmpty else { return nil }
      return TellingSentence(
        .number(
          stance.label,
          .tellings(fact: fact.number, outlet: names.count == 1 ? numbers[names[0]] : nil)),
        .words(" by ")) + Wording.list(names.prefix(5).map { TellingSentence(.foreign($0)) })
    }
    let words = Self.cut(fact.shortest.text)
    return TellingSentence(.words("“"), .foreign(Self.unquoted(words)), .words("” is "))
      + .joined(parts, by: "; ") + TellingSentence(.words("."))
  }

  /// How many facts have figures that do not agree, and one of them.
  private var contradictions: TellingSentence? {
    let facts = results.facts.filter { !$0.contradictions.isEmpty }
    // One that the table shows, so that its number leads somewhere.
    let shown = shownFacts.first { !$0.contradictions.isEmpty }
    guard let first = shown ?? facts.first, let contradiction = first.contradictions.first else {
      return nil
    }
    var written: [String] = []
    var outlets: [String: [String]] = [:]
    for figure in contradiction.figures {
      let outlet = name(of: first.tellings[figure.telling].article)
      if outlets[figure.written] == nil { written.append(figure.written) }
      if outlets[figure.written]?.contains(outlet) != true {
        outlets[figure.written, default: []].append(outlet)
      }
    }
    let figures = written.prefix(4).map { figure in
      TellingSentence(.words("“"), .foreign(figure), .words("” in "))
        + Wording.list((outlets[figure] ?? []).prefix(4).map { TellingSentence(.foreign($0)) })
    }
    let told = "no. \(first.number)"
    let number: TellingSentence.Piece =
      shown == nil ? .words(told) : .number(told, .tellings(fact: first.number, outlet: nil))
    return TellingSentence(
      .words("Figures differ in \(Wording.count(facts.count, "fact", "facts"))"),
      .words(facts.count == 1 ? ", " : ", as in "), number, .words(": "))
      + .joined(figures, by: "; ") + TellingSentence(.words("."))
  }

  /// Without the quotation marks around it, and without its own full stop.
  private static func unquoted(_ text: String) -> String {
    var text = Substring(text)
    while let last = text.last, ".”\"".contains(last) { text.removeLast() }
    while let first = text.first, "“\"".contains(first) { text.removeFirst() }
    return String(text)
  }
}
