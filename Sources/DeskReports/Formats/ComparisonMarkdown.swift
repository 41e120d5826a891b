public import DeskComparison

/// The comparison as a text to read aloud, and the tables that it rests on (GFM).
public struct ComparisonMarkdown: ReportFormat {
  public static let fileName = "comparison.md"

  public init() {}

  public func write(_ results: Results, run: Run, to output: inout Output) {
    let telling = Telling(results)
    output.write("# How it is told\n\n")
    guard results.articleCount > 0 else {
      output.write("No article could be read.\n")
      return
    }
    for sentence in telling.opening { output.write(sentence.markdown + "\n") }
    output.write("\n")
    for passage in telling.passages {
      output.write("**\(passage.heading).** ")
      output.write(passage.sentences.map(\.markdown).joined(separator: "\n"))
      output.write("\n\n")
    }
    output.write("*\(Honesty.sentence)*\n\n")
    for table in telling.chapters(guides: run.guides).flatMap(\.tables) {
      output.write("## \(table.title)\n\n")
      output.write("**Table \(table.number).** \(table.caption)\n\n\(table.markdown)\n")
    }
    writeEnd(telling, run: run, to: &output)
  }

  private func writeEnd(_ telling: Telling, run: Run, to output: inout Output) {
    output.write("## What this cannot show\n\n")
    for line in Honesty.limits(of: telling) { output.write("- \(line)\n") }
    output.write("\n## How it was made\n\n")
    for line in Honesty.making(of: telling, run: run) { output.write("- \(line)\n") }
    output.write("\n## How to cite it\n\n")
    for line in Citing.lines(of: telling, run: run) {
      output.write("- \(Markdown.escaped(line))\n")
    }
  }
}
