import DeskCleaning
import DeskText
import Foundation
import Testing

/// Nothing vanishes silently: text and removals together account for the whole page.
@Suite("Accounting")
struct AccountingTests {
  /// The words of a page that a reader sees, by cutting its source alone: no tree is asked.
  private func shownWords(_ html: String) -> Set<String> {
    var rest = html
    for pattern in [
      "(?s)<!--.*?-->", "(?si)<(script|style|noscript|title|template|svg)\\b.*?</\\1>", "<[^>]*>",
    ] {
      rest = rest.replacingOccurrences(of: pattern, with: " ", options: .regularExpression)
    }
    return words(rest)
  }

  private func words(_ text: String) -> Set<String> {
    Set(text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() })
  }

  @Test("every word shown on a page stands in the text or in a removal", arguments: PageTests.names)
  func fixtures(_ name: String) throws {
    let file = PageTests.folder.appending(path: name).appending(path: "source.html")
    let bytes = Array(try Data(contentsOf: file))
    // Entities would need a table of their own here.
    let shown = shownWords(String(decoding: bytes, as: UTF8.self)).subtracting([
      "amp", "nbsp", "quot", "rsquo", "ldquo", "rdquo", "mdash", "shy",
    ])
    let article = try Cleaning.page(bytes)
    let told = (article.removals.map(\.text) + [article.text.string]).joined(separator: "\n")
      .lowercased()
    // Links side by side run together in the page's text, as in a browser's.
    let missing = shown.filter { !told.contains($0) }
    #expect(missing.isEmpty, "\(missing.sorted())")
  }

  @Test(
    "every piece of a generated page stands in the text or in a removal, once", arguments: 1...60)
  func generated(_ seed: Int) throws {
    var page = GeneratedPage(seed: UInt64(seed))
    let html = page.html()
    let article = try Cleaning.page(html)
    let told = (article.removals.map(\.text) + article.paragraphStrings).joined(separator: "\n")
    for mark in page.marks {
      let count = told.components(separatedBy: mark).count - 1
      #expect(count == 1, "\(mark) stands \(count) times; seed \(seed):\n\(html)")
    }
  }

  @Test("a removal knows how many paragraphs stand before it, and they keep the page's order")
  func places() throws {
    let prose = String(repeating: "Zoë told the council that the river had risen again. ", count: 6)
    let article = try Cleaning.page(
      """
      <body><nav>Home Wetter</nav><article><h1>The river rises</h1><p>\(prose)</p>
      <p class="advert">Buy now</p><p>\(prose)</p></article>
      <button>Öffnen</button><footer>Impressum</footer></body>
      """)
    #expect(article.paragraphs.count >= 2)
    let places = Dictionary(
      article.removals.map { ($0.text, $0.after) }, uniquingKeysWith: { a, _ in a })
    #expect(places["Home Wetter"] == 0)
    #expect(places["Buy now"] == article.paragraphs.count - 1)
    #expect(places["Öffnen"] == article.paragraphs.count)
    #expect(places["Impressum"] == article.paragraphs.count)
    #expect(article.removals.map(\.after) == article.removals.map(\.after).sorted())
  }
}

/// Pages of nested parts, each text with a word of its own that stands nowhere else.
struct GeneratedPage {
  private var state: UInt64
  private(set) var marks: [String] = []

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  private mutating func mark() -> String {
    let name = "merkwort\(marks.count)é"
    marks.append(name)
    return name
  }

  private mutating func text() -> String {
    let fill = ["Wir", "said", "the", "Bürger", "to", "us", "on", "Monday"]
    let words = (0..<[3, 12, 45][below(3)]).map { _ in fill[below(fill.count)] }
    return "\(mark()) \(words.joined(separator: " "))" + (below(2) == 0 ? "." : "")
  }

  private mutating func part(_ depth: Int) -> String {
    let tags = [
      "div", "p", "section", "article", "ul", "li", "table", "tr", "td", "blockquote", "h2",
      "h1", "aside", "figure", "figcaption", "footer", "nav", "header", "span", "a", "b", "pre",
      "button", "form", "label", "center", "dl", "dd",
    ]
    let tag = tags[below(tags.count)]
    let hint = ["", " class=\"article-body\"", " class=\"related\"", " id=\"comments\"", " hidden"]
    var inner = text()
    if depth < 5, !["p", "h1", "h2", "a", "button"].contains(tag) {
      for _ in 0..<below(4) { inner += part(depth + 1) + (below(3) == 0 ? text() : "") }
    }
    return "<\(tag)\(hint[below(hint.count)])>\(inner)</\(tag)> "
  }

  mutating func html() -> String {
    let parts = (0..<(2 + below(6))).map { _ in part(0) }
    return "<html><head><title>Seite</title></head><body>\(parts.joined())</body></html>"
  }
}
