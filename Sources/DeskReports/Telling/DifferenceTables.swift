import DeskComparison

extension Telling {
  /// More rows of dictionaries are left out of a table.
  private static let mostOfDictionaries = 100

  /// Outlets against each other inside the stories that both tell.
  var pairedTable: ReportTable {
    let (shown, more) = Self.readable(results.pairedDifferences, \.measure)
    let rows = shown.map { paired in
      func value(_ number: Double) -> String { Self.written(number, paired.measure) }
      return ReportTable.Row(
        cells: [
          Self.name(paired.measure), .foreign(paired.first), .foreign(paired.second),
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
        + "corrected for all rows (Holm)\(corrected). What one outlet covers and the other does not "
        + "plays no part here.\(more)",
      headings: [
        "measure", "first", "second", "stories", "value of first", "of second",
        "difference (95% interval)", "p", "p, corrected",
      ], numeric: [3, 4, 5, 6, 7, 8], rows: rows)
  }

  /// Outlets against each other over all that they wrote.
  var differencesTable: ReportTable {
    let (shown, more) = Self.readable(results.differences, \.measure)
    let rows = shown.map { difference in
      let ratio = difference.ratio
      return ReportTable.Row(
        cells: [
          Self.name(difference.measure), .foreign(difference.first),
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
        + "1); p from dealing the articles anew, then corrected for all rows (Holm)"
        + "\(corrected).\(more)",
      headings: [
        "measure", "first", "second", "ratio", "95% interval", "Cliff’s delta", "p", "p, corrected",
      ], numeric: [3, 4, 5, 6, 7], rows: rows)
  }

  /// What the captions say of dictionaries, where there are any.
  private var corrected: String {
    results.measures.ofDictionaries.isEmpty ? "" : ", those of a dictionary by themselves"
  }

  /// The program's own rows and the first of the dictionaries', and a word on those left out.
  private static func readable<Row>(
    _ all: [Row], _ measure: (Row) -> Measure
  ) -> (rows: [Row], more: String) {
    let own = all.count { measure($0).part == nil }
    let rows = all.prefix(own + mostOfDictionaries)
    let more =
      rows.count < all.count
      ? " \(Wording.grouped(all.count - rows.count)) more rows of dictionaries are in differences.csv."
      : ""
    return (Array(rows), more)
  }

  /// A dictionary's measure bears a name that somebody else gave.
  private static func name(_ measure: Measure) -> ReportTable.Cell {
    measure.part == nil ? .words(measure.label) : .foreign(measure.label)
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
