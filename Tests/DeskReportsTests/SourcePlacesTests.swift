import DeskAnalysis
import DeskText
import Testing

@testable import DeskReports

@Suite("Source places")
struct SourcePlacesTests {
  private func place(_ words: String, cleaned: String, source: String, isPage: Bool = false)
    -> SourcePlaces.Place?
  {
    let analysis = Made.analysis("a", outlet: nil, text: cleaned)
    let start = Made.extent(words, in: analysis.article.text).start
    return SourcePlaces(Array(source.utf8), isPage: isPage)
      .places(of: [start], in: analysis.article)[start]
  }

  @Test("a word is found on its line, columns in characters, furniture before it and all")
  func text() {
    let source =
      "Home | News\r\n\r\n  “Zoë’s aide may\r\nleave,” he said.\r\nRead more\r\nIt could rain."
    let cleaned = "“Zoë’s aide may leave,” he said.\nIt could rain."
    #expect(place("may", cleaned: cleaned, source: source) == .init(line: 3, column: 15))
    #expect(place("leave", cleaned: cleaned, source: source) == .init(line: 4, column: 1))
    #expect(place("could", cleaned: cleaned, source: source) == .init(line: 6, column: 4))
  }

  @Test("a sign that ends its paragraph stands behind the last letter")
  func sign() {
    let source = "News\n\nAsked, the aide said:\n\nIt could rain."
    #expect(
      place(":", cleaned: "Asked, the aide said:\nIt could rain.", source: source)
        == .init(line: 3, column: 21))
  }

  @Test("tags, scripts and named characters of a page are passed over")
  func page() {
    let source = """
      <html><script>var text = "The bridge may fall, officials said.";</script>
      <p class="may">The <b>bridge</b> m&shy;ay&nbsp;fall, offi<i>cials</i> said.
      """
    let cleaned = "The bridge may fall, officials said."
    #expect(
      place("may", cleaned: cleaned, source: source, isPage: true) == .init(line: 2, column: 34))
    #expect(
      place("officials", cleaned: cleaned, source: source, isPage: true)
        == .init(line: 2, column: 54))
  }

  @Test("words that do not stand in the file have no place there")
  func nowhere() {
    #expect(place("may", cleaned: "It may rain.", source: "Something else altogether.") == nil)
    #expect(place("may", cleaned: "It may rain.", source: "") == nil)
  }
}
