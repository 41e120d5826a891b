import DeskComparison

extension Telling {
  /// Outlets against each other inside the stories that both tell.
  var pairedTable: ReportTable {
    let rows = results.pairedDifferences.map { paired in
      func value(_ number: Double) -> String { Self.written(number, paired.measure) }
      return ReportTable.Row(
        cells: [
          .words(paired.measure.label), .foreign(paired.first), .foreign(paired.second),
          .words(Wording.grouped(paired.stories)),
          number(value(paired.values.first), paired.measure, of: paired.first),
          number(value(paired.values.second), paired.measure, of: paired.second),
          .words(
            paired.difference.map {
              "\(Self.signed($0.value, paired.measure)) "
                + "(\(Self.signed($0.interval.low, paired.measure)) to "
                + "\(Self.signed($0.interval.high, paired.measure)))"
            } ?? "–"),
          .words(
            paired.p.map(Wording.p)
              ?? "at least \(PairedStories.least) shared stories are needed"),
          .words(paired.adjusted.map(Wording.p) ?? "–"),
        ], outlet: nil)
    }
    return ReportTable(
      anchor: "paired", title: "Differences inside the same stories",
      caption: "Over the stories that both outlets tell: the value of each, first less second with "
        + "its 95% interval, and p from exchanging the outlets’ names within stories, then "
        + "corrected for all rows (Holm). What one outlet covers and the other does not plays no "
        + "part here.",
      headings: [
        "measure", "first", "second", "stories", "value of first", "of second",
        "difference (95% interval)", "p", "p, corrected",
      ], numeric: [3, 4, 5, 6, 7, 8], rows: rows)
  }

  /// Outlets against each other over all that they wrote.
  var differencesTable: ReportTable {
    let rows = results.differences.map { difference in
      let ratio = difference.ratio
      return ReportTable.Row(
        cells: [
          .words(difference.measure.label), .foreign(difference.first),
          .foreign(difference.second), .words(Wording.decimal(ratio.ratio, digits: 2)),
          .words(
            "\(Wording.decimal(ratio.interval.low, digits: 2))–"
              + Wording.decimal(ratio.interval.high, digits: 2)),
          .words(difference.cliffsDelta.map { Wording.decimal($0, digits: 2) } ?? "–"),
          .words(
            difference.p.map(Wording.p) ?? "too few articles for a test"),
          .words(difference.adjusted.map(Wording.p) ?? "–"),
        ], outlet: nil)
    }
    return ReportTable(
      anchor: "differences", title: "Differences over all articles",
      caption: "With care: outlets that cover different stories may differ for that alone. How "
        + "many times as high the first outlet’s value is, with its 95% interval; how much more "
        + "often one of its articles has the higher value than the lower one (Cliff’s delta, -1 to "
        + "1); p from dealing the articles anew, then corrected for all rows (Holm).",
      headings: [
        "measure", "first", "second", "ratio", "95% interval", "Cliff’s delta", "p", "p, corrected",
      ], numeric: [3, 4, 5, 6, 7], rows: rows)
  }

  /// A value that leads to the findings of its outlet.
  private func number(
    _ text: String, _ measure: Measure, of outlet: String
  ) -> ReportTable.Cell {
    numbers[outlet].map { .number(text, .measure(measure.name, outlet: $0)) } ?? .words(text)
  }

  static func written(_ number: Double, _ measure: Measure) -> String {
    measure.base.isShare ? Wording.percent(number) : Wording.decimal(number)
  }

  private static func signed(_ number: Double, _ measure: Measure) -> String {
    let text = written(abs(number), measure)
    return number < 0 ? "-\(text)" : "+\(text)"
  }
}
