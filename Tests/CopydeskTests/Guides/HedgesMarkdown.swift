import Copydesk

/// The outlets by how much they hedge, as a list in Markdown; those without a rate come last.
struct HedgesMarkdown: ReportFormat {
  static let fileName = "hedges.md"

  init() {}

  func write(_ results: Results, run: Run, to output: inout Output) {
    output.write("# Hedges per 1,000 words\n\n")
    let figures = results.outlets.compactMap { outlet in
      outlet.figure("hedges").map { (outlet: outlet.name, figure: $0) }
    }
    for (outlet, figure) in figures.sorted(by: { ($0.1.value ?? -1) > ($1.1.value ?? -1) }) {
      output.write("- \(outlet): ")
      if let value = figure.value {
        output.write(value, digits: 1)
      } else {
        output.write("no rate")
      }
      output.write(", \(figure.count) in \(figure.denominator) words")
      output.write(figure.articles == 1 ? ", one article\n" : ", \(figure.articles) articles\n")
    }
  }
}
