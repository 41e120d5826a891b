import DeskComparison

extension Telling {
  /// How many stories the articles tell, and how many of these several outlets; nil for one article.
  var storiesTold: TellingSentence? {
    guard let stories = results.stories, results.articleCount > 1 else { return nil }
    let shared = stories.filter { $0.outlets.count > 1 }.count
    if stories.count == 1 { return TellingSentence(.words("All tell one story.")) }
    let all = "They tell \(Wording.count(stories.count, "story", "stories"))"
    if shared == 0, results.outlets.count > 1 {
      return TellingSentence(
        .words("\(all), none of them told by two outlets: what differs may be the topics."))
    }
    guard results.outlets.count > 1 else { return TellingSentence(.words("\(all).")) }
    return TellingSentence(
      .words("\(all); \(Wording.count(shared, "is", "are")) told by several outlets."))
  }

  /// What differs between outlets inside the stories that both tell.
  var pairedPassage: Passage {
    // Dictionaries have a table of their own, and no say in what stands out.
    let tested = results.pairedDifferences.filter { $0.adjusted != nil && $0.measure.part == nil }
    var sentences: [TellingSentence] = []
    let beyond = tested.filter { ($0.adjusted ?? 1) <= 0.05 }.enumerated().sorted { a, b in
      let (p, q) = (a.element.p ?? 1, b.element.p ?? 1)
      return p != q ? p < q : a.offset < b.offset
    }.map(\.element)
    if beyond.isEmpty, let most = tested.map(\.stories).max() {
      let least = tested.map(\.stories).min() ?? most
      let extent = least == most ? "\(most)" : "\(least) to \(most)"
      sentences.append(
        TellingSentence(
          .words(
            "Over the \(extent) stories that two outlets both tell, none differs from another "
              + "beyond chance in any of the measures tested.")))
    }
    sentences += beyond.prefix(4).map(sentence)
    if beyond.count > 4 {
      sentences.append(
        TellingSentence(
          .words(
            "\(Wording.capitalized(Wording.count(beyond.count - 4, "further difference is", "further differences are"))) "
              + "in the table.")))
    }
    return Passage(
      heading: "Inside the same stories", anchor: "paired", sentences: sentences)
  }

  /// One difference with the values behind it.
  ///
  /// "Over 55 shared stories, words attributed: 60% in Fox News, 50% in The New York Times (p,
  /// corrected, 0.002)."
  private func sentence(_ paired: PairedDifference) -> TellingSentence {
    func value(_ number: Double, of outlet: String) -> TellingSentence {
      let text = Self.written(number, paired.measure)
      guard let place = numbers[outlet] else { return TellingSentence(.words(text)) }
      return TellingSentence(
        .number(text, .measure(paired.measure.name, outlet: place)))
    }
    let unit = paired.measure.base.isRate ? " per 1,000 words" : ""
    return TellingSentence(
      .words(
        "\(paired.measure.label) over the \(paired.stories) stories that both tell: "))
      + value(paired.values.first, of: paired.first)
      + TellingSentence(.words("\(unit) in "), .foreign(paired.first), .words(", "))
      + value(paired.values.second, of: paired.second)
      + TellingSentence(
        .words(" in "), .foreign(paired.second),
        .words(" (p \(Wording.p(paired.adjusted ?? 1)), corrected)."))
  }
}
