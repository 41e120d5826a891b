public import DeskAnalysis
import DeskComparison
import DeskText

/// The article as Markdown: findings bold with a letter and number, a table of reasons below.
public struct ShowMarkdown: ShowFormat {
  public static let name = "markdown"

  private let citations: [String: Citation]

  public init(options: ShowOptions) { citations = options.citations.byKey }

  public func write(_ analysis: Analysis, to output: inout Output) {
    let article = analysis.article
    let known = [article.outlet, article.date].compactMap { $0 }
    output.write("# \(Markdown.escaped(article.title ?? article.id))\n\n")
    if !known.isEmpty {
      output.write("*\(known.map(Markdown.escaped).joined(separator: " · "))*\n\n")
    }
    let marks = Mark.all(in: analysis).filter { $0.kind != .content && $0.kind != .source }
    for paragraph in paragraphs(of: article) {
      for segment in MarkedSegment.all(in: paragraph.extent, marks: marks) {
        write(segment, of: analysis, marks: marks, to: &output)
      }
      output.write("\n\n")
    }
    output.write(reasons(of: analysis))
    output.write("\n")
  }

  private func write(
    _ segment: MarkedSegment, of analysis: Analysis, marks: [Mark], to output: inout Output
  ) {
    let words = Markdown.escaped(analysis.article.text[segment.extent])
    guard let inner = segment.marks.last else { return output.write(words) }
    output.write("**\(words)**")
    guard marks[inner].extent.end == segment.extent.end else { return }
    output.write("<sup>\(marks[inner].kind.letter)\(marks[inner].finding + 1)</sup>")
  }

  private func reasons(of analysis: Analysis) -> String {
    let rows = analysis.findings.enumerated().map { number, finding in
      let reason = Reason(finding, citations: citations)
      let role = finding.parts.first { $0.role == .cue }?.role ?? finding.parts.first?.role
      let words = analysis.article.text[finding.part(.cue)?.extent ?? finding.extent]
      return [
        "\(MarkKind(finding, role: role).letter)\(number + 1)", Markdown.cell(words),
        reason.what,
        Markdown.cell(finding.part(.source).map { analysis.article.text[$0.extent] } ?? ""),
        Markdown.cell(Wording.shortened(reason.entry ?? "", to: 48)), reason.place ?? "",
      ]
    }
    return Markdown.table(["mark", "words", "what", "source", "entry", "line"], rows)
  }
}
