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
}
