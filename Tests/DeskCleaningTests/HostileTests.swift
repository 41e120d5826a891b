import DeskCleaning
import DeskIngest
import DeskLexicons
import DeskText
import Foundation
import Testing

@Suite struct HostileTests {
  static let first =
    "The council of Nový Bor voted on Tuesday to close the bridge until the autumn, officials said."
  static let last =
    "Residents said that they had not been told of the plan before the meeting, which took three hours."
  static let two = "<p>\(first)</p><p>\(last)</p>"

  @Test(
    "no page loses its text to nesting, floods, or what libxml2 does not know",
    arguments: [
      (
        "300 open spans",
        "<p>\(first)</p>" + String(repeating: "<span>", count: 300) + "<p>\(last)</p>"
      ),
      (
        "nesting",
        "<p>\(first)</p>" + String(repeating: "<div>", count: 20_000)
          + String(repeating: "</div>", count: 20_000) + "<p>\(last)</p>"
      ),
      (
        "stray ends",
        two + String(repeating: "<div>", count: 5_000)
          + String(repeating: "</span>", count: 50_000)
      ),
      (
        "attributes",
        "<p " + (0..<20_000).map { "a\($0)=1" }.joined(separator: " ") + ">x</p>" + two
      ),
      (
        "a long value",
        "<div data-x='" + String(repeating: "x", count: 2_000_000) + "'></div>" + two
      ),
      ("an unclosed comment", two + "<!-- " + last),
      ("an unclosed script", two + "<script>var a = 1;"),
      ("CDATA", "<![CDATA[ junk ]]>" + two), ("conditions", "<![if !IE]>" + two + "<![endif]>"),
      ("a second body", "<p>\(first)</p></body></html><html><body><p>\(last)</p>"),
      ("lone marks", "< & <3 &;" + two),
      ("a million brackets", two + String(repeating: "<", count: 1_000_000)),
    ])
  func survives(_ name: String, _ inside: String) throws {
    let article = try Cleaning.page("<html><body><h1>Bridge</h1>\(inside)</body></html>")
    #expect(article.text.string.contains(Self.first))
    #expect(article.text.string.contains(Self.last))
    #expect(!article.text.string.contains("CDATA"))
    #expect(!article.text.string.contains("var a"))
  }

  @Test(
    "almost nothing gives an empty text and says why",
    arguments: [
      "", " ", "<", "<!DOCTYPE html>", "<!-- x -->", "<p", "</", "&", "&#", "<a href='",
      "\u{1}\u{2}",
    ])
  func tiny(_ html: String) throws {
    let article = try Cleaning.page(html)
    #expect(article.text.isEmpty)
    #expect(article.remark != nil)
  }

  @Test("a page cut at any byte still gives a result")
  func cut() throws {
    let whole = Array(
      "<html><head><title>Brücke</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\"}</script></head><body>\(Self.two)&eacute;<svg><!-- x --></svg></body>"
        .utf8)
    for end in whole.indices { _ = try Cleaning.page(Array(whole[..<end])) }
  }

  @Test("what is no text is set aside with one clause")
  func binary() {
    for bytes in [
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A] as [UInt8], (0..<4_000).map { UInt8($0 * 7 & 0xFF) },
    ] {
      #expect(throws: Reject.self) { try Cleaning.page(bytes) }
    }
    #expect(throws: Reject.self) { try Cleaning.text(" \n ") }
    #expect(throws: Reject.self) { try Cleaning.text(String(repeating: "\u{0}\u{1}é", count: 99)) }
  }

  @Test("one line of megabytes is read")
  func longLine() throws {
    let text = String(repeating: Self.first + " ", count: 20_000)
    #expect(try Cleaning.text(text, title: "Nový Bor").paragraphs.count == 1)
  }
}

@Suite struct RemovalTests {
  @Test("every removal names a rule that exists")
  func rules() throws {
    let folder = PageTests.folder
    var removals: [Removal] = []
    for name in PageTests.names {
      let file = folder.appending(path: "\(name)/source.html")
      removals += try Cleaning.page(Array(Data(contentsOf: file))).removals
    }
    for line in ["Share this", "2.4k", "By Åse Lund", "* * *", "Jo Berg/AFP"] {
      removals += try Cleaning.text("Harbour of Tromsø closed\n\n\(line)\n\n\(PlainTextTests.body)")
        .removals
    }
    #expect(removals.count > 20)
    for removal in removals {
      let parts = removal.rule.split(separator: ":")
      if parts.count == 2, let line = Int(parts[1]) {
        let table = try #require(Lexicons.embedded.table(String(parts[0])))
        let row = try #require(table.rows.first { $0.line == line })
        #expect(table.cell(row, "category") == removal.reason)
      } else {
        #expect(Cleaner.structuralRules[removal.rule] == removal.reason)
      }
    }
  }
}
