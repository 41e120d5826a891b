import DeskCleaning
import DeskIngest
import DeskLexicons
import DeskText
import Foundation
import Testing

/// What a page's `expected.json` says; a field that is not there is not looked at.
struct ExpectedPage: Decodable {
  var title: String?
  var byline: [String]
  var date: String?
  var outlet: String?
  var language: String?
  var remark: String?
  var paragraphs: [String]
  /// Reasons that at least one removal has.
  var reasons: [String]
}

enum Cleaning {
  static let cleaner = Cleaner(lexicons: .embedded)

  static func page(_ html: String) throws -> Article { try page(Array(html.utf8)) }

  static func page(_ bytes: [UInt8], charset: String? = nil) throws -> Article {
    try cleaner.article(
      from: Document(
        id: "page", content: .html(bytes, charset: charset), origin: Origin(input: "page.html")))
  }

  static func text(_ text: String, title: String? = nil) throws -> Article {
    try cleaner.article(
      from: Document(
        id: "text", content: .text(Array(text.utf8)), title: title,
        origin: Origin(input: "text.txt")))
  }
}

extension Article {
  var paragraphStrings: [String] { paragraphs.map { text[$0.extent] } }
}

@Suite struct PageTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pages")
  static let names: [String] = {
    let all = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
    return (all ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }()

  @Test("a page gives its article", arguments: names)
  func cleaned(_ name: String) throws {
    let folder = Self.folder.appending(path: name)
    let source = Array(try Data(contentsOf: folder.appending(path: "source.html")))
    let expected = try JSONDecoder().decode(
      ExpectedPage.self, from: Data(contentsOf: folder.appending(path: "expected.json")))
    let article = try Cleaning.page(source)
    #expect(article.paragraphStrings == expected.paragraphs)
    if let title = expected.title { #expect(article.title == title) }
    #expect(article.byline == expected.byline)
    #expect(article.date == expected.date)
    if let outlet = expected.outlet { #expect(article.outlet == outlet) }
    if let language = expected.language { #expect(article.language == language) }
    #expect(article.remark == expected.remark)
    let reasons = Set(article.removals.map(\.reason))
    #expect(Set(expected.reasons).subtracting(reasons) == [])
  }

  @Test("what the input says wins over what the page says")
  func inputWins() throws {
    let html = try String(
      contentsOf: Self.folder.appending(path: "linked-data/source.html"), encoding: .utf8)
    let article = try Cleaning.cleaner.article(
      from: Document(
        id: "a", content: .html(Array(html.utf8), charset: nil), outlet: "Kuriér",
        title: "Žilina", byline: ["By Ana Ruiz"], date: "1 March 2024",
        url: "https://example.org/a", origin: Origin(input: "a.html")))
    #expect(article.outlet == "Kuriér")
    #expect(article.title == "Žilina")
    #expect(article.byline == ["Ana Ruiz"])
    #expect(article.date == "2024-03-01")
    #expect(article.url == "https://example.org/a")
  }

  @Test("scripts, styles, comments and drawings change nothing in the text")
  func stripping() throws {
    let body = """
      <p>The dam at Älvdalen held through the night, the operator said, although the water stood higher than ever before.</p>
      <p>Some 300 people had left their homes. Most were allowed back on Thursday, when the rain had stopped.</p>
      """
    let noise = """
      <script>document.write("<p>Not a word of this, said the script.</p>")</script><style>p{}</style>
      <!-- <p>Nor of this, said the comment.</p> --><svg><title>Icon</title><text>draw</text></svg>
      """
    let plain = try Cleaning.page(
      "<html><body><h1>The dam of Älvdalen holds</h1>\(body)</body></html>")
    let noisy = try Cleaning.page(
      "<html><body>\(noise)<h1>The dam of Älvdalen holds</h1>\(noise)\(body)\(noise)</body></html>")
    #expect(plain.paragraphStrings == noisy.paragraphStrings)
    #expect(plain.paragraphs.count == 2)
  }

  @Test("kinds of blocks are told apart")
  func kinds() throws {
    let article = try Cleaning.page(
      """
      <article><h1>Council passes the budget</h1><p>The council passed the budget on Tuesday night after nine hours of debate, the clerk said.</p>
      <h2>Three changes</h2><ul><li>The library in Ørsted stays open on Sundays.</li></ul>
      <blockquote><p>“We could not have done it without the citizens,” the mayor wrote in a letter.</p></blockquote>
      <p>The opposition voted against it, and announced that it would go to court over the sale of the theatre.</p></article>
      """)
    #expect(
      article.paragraphs.map(\.kind) == [.paragraph, .heading, .listItem, .quotation, .paragraph])
  }
}
