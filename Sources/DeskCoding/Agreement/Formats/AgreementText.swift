public import DeskReports

/// Agreement for people at a terminal.
public struct AgreementText: AgreementFormat {
  public static let name = "table"

  public init() {}

  public func write(_ agreement: CoderAgreement, to output: inout Output) {
    let wording = AgreementWording(agreement: agreement)
    output.write(wording.opening + "\n")
    for line in [wording.meaning, wording.unknown].compactMap(\.self) { output.write(line + "\n") }
    output.write("\n")
    let table = AgreementTables(agreement)
    writeGrid(table.categories, to: &output)
    if agreement.grid.coders.count > 2 {
      output.write("\n")
      writeGrid(table.pairs, to: &output)
    }
    let count = agreement.disagreements.count
    output.write(
      "\n\(Wording.capitalized(Wording.count(count, "disagreement", "disagreements")))\n")
    for number in agreement.disagreements {
      let unit = agreement.grid.units[number]
      output.write("\n\(unit.article):\(unit.number)  \(wording.codes(of: unit))\n")
      if let words = unit.words { output.write("  \(Self.line(words))\n") }
    }
  }

  /// Text from articles goes to a terminal without what could steer it.
  private static func line(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      out.append(isControl ? " " : scalar)
    }
    return String(out)
  }

  private func writeGrid(_ table: AgreementTables.Table, to output: inout Output) {
    let rows = [table.headings] + table.rows
    let widths = table.headings.indices.map { column in
      rows.reduce(0) { max($0, $1[column].unicodeScalars.count) }
    }
    for row in rows {
      var line = ""
      for (column, cell) in row.enumerated() {
        let gap = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
        line += (table.numeric.contains(column) ? gap + cell : cell + gap) + "  "
      }
      while line.last == " " { line.removeLast() }
      output.write(Self.line(line) + "\n")
    }
  }
}

/// The rows of agreement before they become text or Markdown.
struct AgreementTables {
  struct Table {
    var headings: [String]
    var numeric: Set<Int>
    var rows: [[String]]
  }

  let categories: Table
  let pairs: Table

  init(_ agreement: CoderAgreement) {
    let coders = agreement.grid.coders
    let showsCharacters = agreement.rows.contains { $0.characterAlpha != nil }
    let isPair = coders.count == 2
    var headings = ["category", "sentences"] + coders.map { "by \($0)" } + ["same", "alpha"]
    if showsCharacters { headings.append("by character") }
    if isPair { headings.append("kappa") }
    let numeric = Set(1..<headings.count)
    headings.append("remark")
    categories = Table(
      headings: headings, numeric: numeric,
      rows: agreement.rows.map { row in
        var cells = [row.scope.name, "\(row.units)"]
        cells += row.uses.map { $0.map { "\($0)" } ?? "–" }
        cells += [AgreementWording.share(row.observed), AgreementWording.figure(row.alpha)]
        if showsCharacters { cells.append(AgreementWording.figure(row.characterAlpha)) }
        if isPair { cells.append(AgreementWording.figure(row.pairs.first?.kappa)) }
        return cells + [row.remark ?? ""]
      })
    pairs = Table(
      headings: ["category", "first", "second", "sentences", "same", "kappa"], numeric: [3, 4, 5],
      rows: agreement.rows.flatMap { row in
        row.pairs.map { pair in
          [
            row.scope.name, coders[pair.first], coders[pair.second], "\(pair.units)",
            AgreementWording.share(pair.observed), AgreementWording.figure(pair.kappa),
          ]
        }
      })
  }
}
