import DeskComparison

extension Telling {
  /// Of the terms below this q, one in ten may be chance.
  private static let mostQ = 0.1
  private static let mostWords = 12

  /// The words that set each outlet apart from the others.
  var wordsTable: ReportTable {
    let rows = results.outlets.enumerated().compactMap { number, outlet -> ReportTable.Row? in
      let words = results.words.filter { $0.outlet == outlet.name }
      guard !words.isEmpty else { return nil }
      return ReportTable.Row(
        cells: [
          .foreign(outlet.name), cell(words.filter { !$0.isQuoted }, of: number),
          cell(words.filter(\.isQuoted), of: number),
        ], outlet: number)
    }
    let sampled =
      results.wordSample.map {
        " From \(Wording.grouped($0)) articles drawn by a hash of their ids."
      } ?? ""
    return ReportTable(
      anchor: "words", title: "Words that set outlets apart",
      caption: "What each outlet with three articles or more uses more than the others, and how "
        + "often: words and two-word phrases, names of the outlet and its writers left out. Ranked "
        + "by weighted log-odds (Monroe, Colaresi and Quinn 2008); shown are those whose rates lie "
        + "apart beyond chance between stories or articles; one in ten may be chance "
        + "(Benjamini and Hochberg 1995). Where outlets do not tell the same stories, words tell "
        + "topics. All are in words.csv.\(sampled)",
      headings: ["outlet", "in its own voice", "in quotation marks"], numeric: [], rows: rows)
  }

  private func cell(_ words: [OutletWord], of outlet: Int) -> ReportTable.Cell {
    let beyond = words.filter { $0.q <= Self.mostQ }
    func listed(_ words: some Sequence<OutletWord>) -> TellingSentence {
      TellingSentence.joined(
        words.map {
          TellingSentence(
            .foreign("\($0.words)\u{A0}"), .number("\($0.count)×", .words($0.words, outlet: outlet))
          )
        }, by: ", ")
    }
    guard beyond.isEmpty else { return .sentence(listed(beyond.prefix(Self.mostWords))) }
    guard !words.isEmpty else { return .words("too few words") }
    return .sentence(
      TellingSentence(.words("none beyond chance; nearest to it: ")) + listed(words.prefix(3)))
  }
}
