import DeskComparison
import DeskText

extension Telling {
  private static let mostTies = 20
  private static let mostPassages = 20
  private static let mostLetters = 240

  /// Who has what another outlet had before.
  var reuseTable: ReportTable {
    let ties = results.reuse?.ties ?? []
    let rows = ties.prefix(Self.mostTies).map { tie in
      ReportTable.Row(
        cells: [
          .foreign(tie.to), .foreign(tie.from), .words(tie.isDirected ? "yes" : "not known"),
          number(tie.passages, of: tie), number(tie.words, of: tie),
          number(tie.credited, of: tie), number(tie.wire, of: tie),
          number(tie.quotations, of: tie),
        ], outlet: numbers[tie.to])
    }
    return ReportTable(
      anchor: "reuse", title: "What stands in several outlets",
      caption:
        "Passages of 8 words or more, the same or nearly. Quotations that both have may come "
        + "from a third text and are counted apart. Credited: the outlet is named, or linked to, "
        + "beside the passage, or as the source of what it says. Wire copy: an agency’s, or in three "
        + "outlets or more, so that neither need have it from the other. All are in reuse.csv."
        + (ties.count > rows.count ? " Here the \(rows.count) pairs with most words." : ""),
      headings: [
        "outlet", "has from", "later by date or credit", "passages", "words", "credited",
        "wire copy", "shared quotations",
      ], numeric: [3, 4, 5, 6, 7], rows: Array(rows))
  }

  /// A count that leads to the passages.
  private func number(_ count: Int, of tie: ReuseMap.Tie) -> ReportTable.Cell {
    let text = Wording.grouped(count)
    return lead(tie).map { count > 0 ? .number(text, $0) : .words(text) } ?? .words(text)
  }

  private func lead(_ tie: ReuseMap.Tie) -> Lead? {
    numbers[tie.to].flatMap { to in numbers[tie.from].map { .passages(to: to, from: $0) } }
  }

  /// The passages themselves, the longest first.
  var reusedPassagesTable: ReportTable {
    guard let reuse = results.reuse else {
      return ReportTable(
        anchor: "passages", title: "", caption: "", headings: [], numeric: [], rows: [])
    }
    let ranked = reuse.passages.enumerated().sorted {
      ($1.element.to.words, $0.offset) < ($0.element.to.words, $1.offset)
    }.prefix(Self.mostPassages).map(\.element)
    let rows = ranked.enumerated().map { number, passage in
      ReportTable.Row(
        cells: [
          .foreign(reuse.outlet(passage.to)), .foreign(reuse.outlet(passage.from)),
          .words(Self.standing(of: passage)),
          .words(
            passage.similarity < 1 ? Wording.percent(passage.similarity) : "word for word"),
          .foreign(Wording.shortened(reuse.text(passage.to), to: Self.mostLetters)),
        ], outlet: numbers[reuse.outlet(passage.to)], from: numbers[reuse.outlet(passage.from)],
        places: [("a", passage.to), ("b", passage.from)].map { letter, side in
          Place(
            id: "p\(number + 1)\(letter)", told: "in \(reuse.outlet(side))",
            article: reuse.articles[side.article].id, start: side.extent.start)
        })
    }
    return ReportTable(
      anchor: "passages", title: "The passages",
      caption: reuse.passages.count > rows.count
        ? "The \(rows.count) longest of \(Wording.grouped(reuse.passages.count)), as they stand in the first outlet named."
        : "As they stand in the first outlet named.",
      headings: ["outlet", "has from", "credited", "alike", "passage"], numeric: [], rows: rows,
      isProse: true)
  }

  private static func standing(of passage: ReusedPassage) -> String {
    let credit = passage.isCredited.map { $0 ? "yes" : "no" } ?? "outlet not known"
    var parts = [credit]
    if passage.kind == .quotation { parts.append("quoted in both") }
    if passage.wire != nil { parts.append("wire copy") }
    return parts.joined(separator: "; ")
  }

  /// Who took most over, and whether it says so.
  var reusePassage: Passage {
    let ties = (results.reuse?.ties ?? []).filter { $0.isDirected && $0.passages > 0 }
    return Passage(
      heading: "What was taken over", anchor: "reuse", sentences: ties.prefix(3).map(sentence))
  }

  /// How much one outlet has of another, and whether it says so.
  private func sentence(_ tie: ReuseMap.Tie) -> TellingSentence {
    let credit =
      switch tie.credited {
      case 0: tie.passages == 1 ? "without credit" : "none of them credited"
      case tie.passages: tie.passages == 1 ? "with credit" : "all of them credited"
      default: "\(Wording.count(tie.credited, "of them", "of them")) credited"
      }
    let wire =
      switch tie.wire {
      case 0: ""
      case tie.passages:
        tie.passages == 1 ? "; it is wire copy" : "; all of them are wire copy"
      default: "; \(Wording.grouped(tie.wire)) of them \(tie.wire == 1 ? "is" : "are") wire copy"
      }
    let passages = Wording.count(tie.passages, "passage", "passages")
    return TellingSentence(
      .foreign(tie.to), .words(" has "),
      lead(tie).map { .number(passages, $0) } ?? .words(passages),
      .words(", \(Wording.grouped(tie.words)) words, that "),
      .foreign(tie.from), .words(" had before, \(credit)\(wire)."))
  }
}
