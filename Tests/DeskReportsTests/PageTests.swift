import DeskAnalysis
import DeskComparison
import DeskText
import Foundation
import Testing

@testable import DeskReports

@Suite("Page")
struct PageTests {
  private func page(_ analyses: [Analysis]) -> String {
    Made.written { ReportPage().write(Made.results(analyses), run: Made.run(), to: &$0) }
  }

  @Test("a script in a title, outlet or text is shown, not run")
  func scripts() {
    let attack = "</script><script>alert('é')</script><img src=x onerror=alert(1)>"
    let text = page([
      Made.analysis(
        attack, outlet: attack, title: attack, text: "\(attack) may fall.",
        [("hedging/modal", "may"), ("loaded/\(attack.split(separator: "/")[0])", "alert")])
    ])
    #expect(!text.contains("<script>alert"))
    #expect(!text.contains("<img"))
    #expect(text.contains("&lt;script&gt;alert"))
    // Ours: the data, the findings, the program.
    #expect(text.components(separatedBy: "<script").count == 4)
    #expect(text.components(separatedBy: "</script").count == 4)
  }

  @Test("it asks nothing of the network")
  func network() {
    let text = page([Made.attributed()])
    for word in ["http://", "https://", "src=", "@import", "url("] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("default-src 'none'"))
  }

  @Test("every word of an article stands on the page, marked or not")
  func complete() {
    let analysis = Made.attributed()
    let text = page([analysis])
    let body = text.split(separator: "<div class=\"body\">")[1].split(separator: "</div>")[0]
    var plain = ""
    var isInTag = false
    for character in body where character != "\n" {
      if character == "<" { isInTag = true }
      if !isInTag { plain.append(character) }
      if character == ">" { isInTag = false }
    }
    #expect(plain == analysis.article.text.string)
  }

  @Test("overlapping findings cut the text where one begins or ends")
  func segments() {
    let analysis = Made.attributed()
    let marks = Mark.all(in: analysis)
    let segments = MarkedSegment.all(in: analysis.article.text.all, marks: marks)
    #expect(
      segments.map { analysis.article.text[$0.extent] }
        == [
          "“Go,”", " ", "Zoë", " ", "reportedly", " ", "said", ", ", "“now 🌉.”", " It ", "may",
          " fall.",
        ])
  }

  @Test("a mark has a letter and a name beside its colour, and can be reached by key")
  func marks() {
    let text = page([Made.attributed()])
    #expect(
      text.contains(
        "<span class=\"m k-hedge\" data-f=\"2\" data-b=\"H\" role=\"button\" tabindex=\"0\" aria-label=\"may, hedge\">may</span>"
      ))
  }

  @Test("numbers lead to findings: outlet and measure stand in the link")
  func numbers() throws {
    let text = page([Made.attributed()])
    let measure = try #require(measureIndex("hedges"))
    #expect(text.contains("data-o=\"0\" data-m=\"\(measure)\""))
    #expect(text.contains("id=\"o0\""))
  }

  @Test("a corpus is sampled, says so, and the page stays under 5 MB")
  func bounded() {
    let body = (0..<400).map { "Der Fluss stieg \($0) Meter, perhaps\($0) mehr." }
      .joined(separator: "\n")
    let one = Made.analysis(
      "n", outlet: "Äther", text: body, (0..<400).map { ("hedging/modal", "perhaps\($0)") })
    let text = page(
      (0..<90).map { number in
        var analysis = one
        analysis.article.id = "n\(number)"
        return analysis
      })
    #expect(text.utf8.count < 5_000_000)
    #expect(text.contains("Of 90 articles the page shows"))
  }

  @Test("landmarks, language, a skip link and labelled regions")
  func structure() {
    let text = page([Made.attributed()])
    for piece in [
      "<html lang=\"en\">", "<main id=\"main\"", "href=\"#main\"", "<nav ", "<footer", "<h1>",
    ] {
      #expect(text.contains(piece), "\(piece)")
    }
    #expect(text.components(separatedBy: "<h1>").count == 2)
  }

  /// Two outlets that tell the same; one has it of the other.
  private func story() -> [Analysis] {
    let told =
      "Floods in Südstadt killed 14 people on Friday, the mayor of the old river town said."
    let more = "Soldiers carried sandbags to the café beside the bridge until the water fell again."
    var first = Made.analysis(
      "a", outlet: "Äther", text: "\(told)\n\n\(more)", [("labels/group", "people")])
    first.article.date = "2026-01-30"
    return [
      first,
      Made.analysis(
        "b", outlet: "Bote", text: "\(told)\n\n\(more) Nobody knows why.",
        [("labels/group", "people")]),
    ]
  }

  @Test("every link inside the page leads to a name that stands on it once")
  func links() {
    let text = page(story())
    let names = text.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
    #expect(Set(names).count == names.count)
    let links = text.matches(of: /href="#([^"]+)"/).map { String($0.1) }
    #expect(links.count > 20)
    for link in Set(links) { #expect(names.contains(link), "\(link)") }
  }

  @Test("facts and passages lead to their sentences in the articles")
  func places() {
    let text = page(story())
    #expect(text.contains("<i class=\"place\" id=\"t1-1\"></i>"))
    #expect(text.contains("href=\"#t1-1\">in the article</a>"))
    #expect(text.contains("href=\"#f1\" data-n=\"1\" data-o=\"1\"><b class=\"s-"))
    #expect(text.contains("<i class=\"place\" id=\"p1a\"></i>"))
    #expect(text.contains("<i class=\"place\" id=\"p1b\"></i>"))
  }

  @Test("a map shows who has passages of whom, and its numbers lead to them")
  func map() {
    let text = page(story())
    #expect(text.contains("<figure class=\"map\">"))
    #expect(text.contains("<path class=\"b-none\""))
    // By name: Bote is 0, Äther, which had it first, 1.
    #expect(text.contains("href=\"#passages\" data-o=\"0\" data-from=\"1\">"))
    #expect(!page([Made.attributed()]).contains("<figure class=\"map\">"))
  }

  @Test("a label's number leads to the places of that label, of that actor, in that outlet")
  func labels() {
    let text = page(story())
    #expect(text.contains("data-o=\"0\" data-l=\"people\" data-w=\"\">1×</a>"))
    #expect(text.contains("\"n\":\"people\",\"w\":\"\""))
  }

  @Test("each plot has its numbers as a table, and an axis from zero to a round number")
  func plots() {
    let text = page([Made.attributed()] + story())
    let plots = text.components(separatedBy: "<figure class=\"plot\">").dropFirst()
    for plot in plots {
      let figure = plot.components(separatedBy: "</figure>")[0]
      #expect(figure.contains("<details class=\"data\">"))
      #expect(figure.contains("<span>0</span>"))
      #expect(figure.components(separatedBy: "<tr data-outlet=").count == 4)
    }
  }

  @Test("page and text have the same tables in the same order, numbered alike")
  func order() {
    let results = Made.results(story())
    let html = Made.written { ReportPage().write(results, run: Made.run(), to: &$0) }
    let markdown = Made.written { ComparisonMarkdown().write(results, run: Made.run(), to: &$0) }
    let numbers = html.matches(of: /<b>Table (\d+)\.<\/b> ([^<]*)/).map { "\($0.1) \($0.2)" }
    let inText = markdown.matches(of: /\*\*Table (\d+)\.\*\* (.*)/).map {
      "\($0.1) \(HTML.escaped(String($0.2)))"
    }
    #expect(numbers.count > 4)
    #expect(numbers == inText)
    #expect(markdown.contains("## How to cite it"))
    #expect(html.contains("How to cite it"))
  }
}
