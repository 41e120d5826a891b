public import DeskReports

/// Agreement as a text with tables (GFM), how it was worked out at its end.
public struct AgreementMarkdown: AgreementFormat {
  public static let name = "markdown"

  public init() {}

  public func write(_ agreement: CoderAgreement, to output: inout Output) {
    let wording = AgreementWording(agreement: agreement)
    output.write("# How far coders agree\n\n\(Markdown.escaped(wording.opening))\n")
    for line in [wording.meaning, wording.unknown].compactMap(\.self) {
      output.write(Markdown.escaped(line) + "\n")
    }
    let tables = AgreementTables(agreement)
    output.write("\n## By category\n\n")
    write(tables.categories, to: &output)
    output.write("\n## By pair of coders\n\n")
    write(tables.pairs, to: &output)
    output.write("\n## Where they differ\n\n")
    let rows = agreement.disagreements.map { number in
      let unit = agreement.grid.units[number]
      return [
        Markdown.cell(unit.article), "\(unit.number)", Markdown.cell(wording.codes(of: unit)),
        Markdown.cell(unit.words ?? ""),
      ]
    }
    output.write(
      rows.isEmpty
        ? "Nowhere.\n"
        : Markdown.table(["article", "sentence", "codes", "words"], rows, numeric: [1]))
    output.write("\n## How it was worked out\n\n")
    for line in AgreementWording.method { output.write("- \(line)\n") }
  }

  private func write(_ table: AgreementTables.Table, to output: inout Output) {
    output.write(
      Markdown.table(
        table.headings.map(Markdown.cell), table.rows.map { $0.map(Markdown.cell) },
        numeric: table.numeric))
  }
}
