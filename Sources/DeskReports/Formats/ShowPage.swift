public import DeskAnalysis
import DeskText

/// The article as a page of its own, findings marked in place.
public struct ShowPage: ShowFormat {
  public static let name = "html"

  private let citations: [Citation]

  public init(options: ShowOptions) { citations = options.citations }

  /// Each article is one whole page: what comes before and after it in a stream stands alone too.
  public func write(_ analysis: Analysis, to output: inout Output) {
    let article = analysis.article
    let page = PageArticle(
      analysis: analysis, number: 0, outlet: nil,
      outletName: article.outlet ?? "outlet not stated", guess: nil)
    PageFrame.writeHead(title: article.title ?? article.id, to: &output)
    output.write("<main id=\"main\" class=\"wide\"><section><h1>Marked in place</h1>\n")
    PageFrame.writeTools(outlets: [], to: &output)
    output.write("<div class=\"articles\">\n")
    page.write(to: &output)
    output.write("</div></section></main>\n")
    output.write("<footer class=\"wide\"><p>\(HTML.escaped(Honesty.sentence))</p></footer>\n")
    PageFrame.writePanel(to: &output)
    PageData(
      articles: [page], outlets: [page.outletName], isSampled: false, citations: citations
    ).write(to: &output)
    PageFrame.writeEnd(to: &output)
  }
}
