import DeskComparison

extension Telling {
  /// Rows are left out where a table would grow beyond reading.
  private static let mostRows = 200

  /// For each of the user's dictionaries how often each outlet uses the words of each category.
  var dictionaryTables: [ReportTable] {
    let parts = results.measures.ofDictionaries.enumerated().map {
      (index: measures.count + $0.offset, measure: $0.element)
    }
    return parts.filter { $0.measure.part?.category == nil }.map { whole in
      let name = whole.measure.name
      return table(
        of: name, number: whole.index - measures.count,
        parts.filter { $0.measure.part?.dictionary == name }.map(\.index))
    }
  }

  private func table(of name: String, number: Int, _ indices: [Int]) -> ReportTable {
    let all = indices.flatMap { index in
      results.outlets.enumerated().map { outlet, result in
        let figure = result.figures[index]
        var category = figure.measure.part?.category ?? "all"
        if figure.measure.part?.isWeight ?? false { category += ", weights" }
        let count =
          figure.measure.base == .weights
          ? Wording.decimal(Double(figure.count) / 1000, digits: 3)
          : Wording.grouped(figure.count)
        return ReportTable.Row(
          cells: [
            .foreign(category), .foreign(result.name), cell(figure, of: outlet, count),
            cell(figure, of: outlet, Self.value(figure)),
          ], outlet: outlet)
      }
    }
    let rows = Array(all.prefix(Self.mostRows))
    var caption =
      "Words of your own dictionary. A word counts in each of its categories; \u{201C}all\u{201D} counts each "
      + "place once."
    if rows.count < all.count {
      caption +=
        " The first \(rows.count) of \(Wording.grouped(all.count)) rows; all are in outlets.csv."
    }
    return ReportTable(
      anchor: "dictionary-\(number)", title: "Dictionary: \(name)", caption: caption,
      headings: ["category", "outlet", "found", "per 1,000"], numeric: [2, 3], rows: rows)
  }
}
