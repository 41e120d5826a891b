public import DeskAnalysis
import DeskComparison
import DeskText

/// Articles on a page of their own, findings marked in place.
public struct ShowPage: ShowFormat {
  public static let name = "html"

  private let citations: [Citation]
  private let literature: [String: Int]
  private let marks: [MarkKind]
  private let measures: Measures

  public init(options: ShowOptions) {
    citations = options.citations
    literature = options.citations.places
    marks = MarkKind.legend(hasDictionaries: !options.measures.ofDictionaries.isEmpty)
    measures = options.measures
  }

  public func writeHeader(to output: inout Output) {
    PageFrame.writeHead(title: "Marked in place", marks: marks, to: &output)
    PageFrame.writeBar(parts: [], outlets: [], marks: marks, to: &output)
    output.write("<main id=\"main\" class=\"wide\"><section><h1>Marked in place</h1>\n")
    output.write("<div class=\"articles\">\n")
  }

  public func write(_ analysis: Analysis, to output: inout Output) {
    PageArticle(
      analysis: analysis, number: nil, outlet: nil,
      outletName: analysis.article.outlet ?? "outlet not stated", guess: nil,
      literature: literature, measures: measures
    ).write(to: &output)
  }

  public func writeEnd(to output: inout Output) {
    output.write("</div></section></main>\n")
    output.write("<footer class=\"wide\"><p>\(HTML.escaped(Honesty.sentence))</p></footer>\n")
    PageFrame.writePanel(to: &output)
    PageData(outlets: [], isSampled: false, citations: citations, measures: measures).write(
      to: &output)
    PageFrame.writeEnd(to: &output)
  }
}
