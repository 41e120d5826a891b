import DeskText
import DeskTestSupport
import Foundation
import Testing

/// What libxml2 2.9 does to pages that browsers show well, one test for each.
@Suite struct LibXML2Tests {
  static let first = HostileTests.first
  static let last = HostileTests.last

  /// The paragraphs of a page that has this inside its article.
  private func paragraphs(_ inside: String, head: String = "") throws -> [String] {
    try Cleaning.page(
      "<html><head><title>Most v Novém Boru</title>\(head)</head><body><article>\(inside)</article></body></html>"
    ).paragraphStrings
  }

  @Test(
    "text inside and after more than 256 open elements is kept",
    arguments: ["div", "span", "font", "x-part"], [300, 5_000])
  func depth(_ tag: String, _ count: Int) throws {
    let open = String(repeating: "<\(tag)>", count: count)
    let close = String(repeating: "</\(tag)>", count: count)
    let both = [Self.first, Self.last]
    #expect(try paragraphs("<p>\(Self.first)</p>\(open)\(close)<p>\(Self.last)</p>") == both)
    #expect(try paragraphs("\(open)<p>\(Self.first)</p>\(close)<p>\(Self.last)</p>") == both)
    #expect(try paragraphs("\(open)<p>\(Self.first)</p><p>\(Self.last)</p>") == both)
  }

  @Test("a text of more than 10 MB is not cut, nor what follows it", .timeLimit(.minutes(2)))
  func size() throws {
    let long = "<select><option>\(String(repeating: "x", count: 10_500_000))</select>"
    let text = try paragraphs("<p>\(Self.first)</p>\(long)<p>\(Self.last)</p>")
    #expect(text == [Self.first, Self.last])
  }

  @Test("open elements with as many stray end tags take no quadratic time")
  func strayEnds() throws {
    try expectLinearPages { count in
      "<p>\(Self.first)</p><p>\(Self.last)</p>" + String(repeating: "<div>", count: count)
        + String(repeating: "</span>", count: count)
    }
  }

  @Test("thousands of attributes on one element take no quadratic time")
  func attributes() throws {
    try expectLinearPages { count in
      "<p " + (0..<count).map { "a\($0)=1" }.joined(separator: " ")
        + ">\(Self.first)</p><p>\(Self.last)</p>"
    }
  }

  @Test("a page that names no encoding is no ISO-8859-1")
  func encoding() throws {
    #expect(try paragraphs("<p>\(Self.first)</p><p>\(Self.last)</p>").first == Self.first)
    let named = try paragraphs(
      "<p>\(Self.first)</p><p>\(Self.last)</p>",
      head: "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>")
    #expect(named.first == Self.first)
  }

  @Test("one invalid byte spoils no character after it")
  func invalidByte() throws {
    var page = Array("<html><body><p>Zlé ".utf8)
    page.append(0x93)
    page += "uvozovky. \(Self.first)</p><p>Žluťoučký kůň. \(Self.last)</p></body></html>".utf8
    let text = try Cleaning.page(page).text.string
    #expect(text.hasPrefix("Zlé “uvozovky. The council of Nový Bor"))
    #expect(text.contains("Žluťoučký kůň."))
  }

  @Test(
    "a paragraph ends where an element of HTML 5 begins",
    arguments: [
      "article", "section", "figure", "aside", "header", "footer", "main", "nav", "details",
      "figcaption", "div", "ul", "h2", "table", "blockquote", "pre", "form", "address",
    ])
  func openParagraph(_ tag: String) throws {
    let page = "<body><div><p>\(Self.first)<\(tag)></\(tag)>\(Self.last)</div></body>"
    #expect(try Cleaning.page(page).paragraphStrings == [Self.first, Self.last])
  }

  @Test("source, track and wbr swallow no sibling", arguments: ["source", "track", "wbr"])
  func void(_ tag: String) throws {
    let media = "<video><\(tag) src=a><\(tag) src=b></video>"
    #expect(
      try paragraphs("\(media)<p>\(Self.first)</p><p><\(tag)>\(Self.last)</p>")
        == [Self.first, Self.last])
    let split =
      "<p>\(Self.first.replacing("bridge", with: "bri<\(tag)>dge"))</p><p>\(Self.last)</p>"
    #expect(try paragraphs(split) == [Self.first, Self.last])
  }

  @Test("what a template holds is not shown")
  func template() throws {
    let hidden = "<p>A template’s words, said nobody, are shown to no reader of any page.</p>"
    #expect(
      try paragraphs("<template>\(hidden)</template><p>\(Self.first)</p><p>\(Self.last)</p>")
        == [Self.first, Self.last])
  }

  @Test("conditional comments are comments, and what they let through is text")
  func conditions() throws {
    let text = try paragraphs(
      """
      <!--[if lt IE 9]><p>Your browser is too old for this page, said the page to it.</p><![endif]-->
      <![if !IE]><p>\(Self.first)</p><![endif]><!--[if !IE]><!--><p>\(Self.last)</p><!--<![endif]-->
      """)
    #expect(text == [Self.first, Self.last])
  }

  @Test("CDATA sections leave no marks and take no text along")
  func characterData() throws {
    let text = try paragraphs(
      "<![CDATA[ <b> ]]><p>\(Self.first)</p><p><![CDATA[x]]>\(Self.last)</p><!---->")
    #expect(!text.joined().contains("CDATA"))
    #expect(!text.joined().contains("]]>"))
    #expect(text.contains(Self.first))
    #expect(text.last?.hasSuffix(Self.last) == true)
  }

  @Test("the title of a drawing is not the page’s")
  func drawing() throws {
    let article = try Cleaning.page(
      "<html><head><title>Most v Novém Boru</title></head><body><svg><title>Sdílet</title><text>draw</text></svg><p>\(Self.first)</p><p>\(Self.last)</p></body></html>"
    )
    #expect(article.title == "Most v Novém Boru")
    #expect(article.paragraphStrings == [Self.first, Self.last])
  }

  @Test(
    "a block astray in the head pushes neither title nor metadata into the text",
    arguments: [
      "<div id=app></div>", "<p>Loading</p>", "<noscript><p>Turn on scripts.</p></noscript>",
      "<img src=x>", "<iframe></iframe>", "text",
    ])
  func strayBlock(_ block: String) throws {
    let article = try Cleaning.page(
      "<html><head>\(block)<title>Most v Novém Boru</title><meta name=author content='Eva Nová'></head><body><p>\(Self.first)</p><p>\(Self.last)</p></body></html>"
    )
    #expect(article.title == "Most v Novém Boru")
    #expect(article.byline == ["Eva Nová"])
    #expect(!article.text.string.contains("Most v"))
    #expect(article.text.string.hasSuffix("\(Self.first)\n\n\(Self.last)"))
  }

  @Test("a second html or body element begins no other page")
  func secondPage() throws {
    let text = try Cleaning.page(
      "<html><body><article><p>\(Self.first)</p><html lang=cs><head></head><body class=x><p>\(Self.last)</p></body></html></article></body></html>"
    ).paragraphStrings
    #expect(text == [Self.first, Self.last])
  }

  @Test(
    "numeric references from 128 to 159 are windows-1252’s characters",
    arguments: [
      (128, "€"), (130, "‚"), (133, "…"), (145, "‘"), (146, "’"), (147, "“"), (148, "”"),
      (149, "•"), (150, "–"), (151, "—"), (153, "™"), (156, "œ"), (159, "Ÿ"),
    ])
  func numericReference(_ number: Int, _ shown: String) throws {
    let hexadecimal = String(number, radix: 16)
    let text = try paragraphs(
      "<p>a&#\(number);b&#x\(hexadecimal);c&#\(number) d \(Self.first)</p><p>\(Self.last)</p>")
    #expect(text.first == "a\(shown)b\(shown)c\(shown) d \(Self.first)")
  }

  @Test("a reference without its semicolon is one where browsers take it for one")
  func bareReference() throws {
    let text = try paragraphs(
      "<p>Novák &amp Syn, R&D, &copy 2024, caf&eacute, &unknown; &ampere \(Self.first)</p><p>\(Self.last)</p>"
    )
    #expect(text.first == "Novák & Syn, R&D, © 2024, café, &unknown; &ere \(Self.first)")
  }

  @Test("a page that gives libxml2 no element at all has no text, and says so")
  func noRoot() throws {
    for page in [
      "", "\n", "<!DOCTYPE html>", "<?xml version='1.0'?>", "</html>", "<!---->", "\u{0}",
    ] {
      let article = try Cleaning.page(page)
      #expect(article.text.isEmpty)
      #expect(article.remark == "the page has no text")
    }
  }

  @Test("nothing that libxml2 complains of comes out on standard error")
  func silence() throws {
    let scratch = FileManager.default.temporaryDirectory.appending(
      path: "copydesk-page-\(UUID().uuidString).html")
    defer { try? FileManager.default.removeItem(at: scratch) }
    var page = Data(
      "<!DOCTYPE html SYSTEM 'file:///etc/hostname'><meta charset=utf-16><meta charset=x-none><p"
        .utf8)
    page +=
      Data(" =\"<p></i></table>&#xFFFFFFFF;&bogus;<b><p \u{1}>".utf8) + [0xFF, 0xC3, 0x28, 0xED]
    page += Data("<svg:g xmlns='bad uri:'><p>\(Self.first)</p><p>\(Self.last)</p>".utf8)
    for head in ["", "<meta charset=koi8-r>", "<meta charset=euc-kr>", "<meta charset=utf-7>"] {
      try (Data(head.utf8) + page).write(to: scratch)
      let run = try ProgramRun(["clean", scratch.path()])
      #expect(run.errors == "")
      #expect(run.output.contains("Residents said"))
    }
  }

  @Test("external entities and document types are never opened")
  func externalEntities() throws {
    let secret = FileManager.default.temporaryDirectory.appending(
      path: "copydesk-secret-\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: secret) }
    try Data("Tajné číslo je 4711.".utf8).write(to: secret)
    let address = "file://\(secret.path())"
    let article = try Cleaning.page(
      """
      <?xml version="1.0"?><?xml-stylesheet href="\(address)"?>
      <!DOCTYPE html PUBLIC "-//x//y" "\(address)" [<!ENTITY s SYSTEM "\(address)"><!ENTITY % p SYSTEM "\(address)"> %p;]>
      <html xmlns:xi="http://www.w3.org/2001/XInclude"><head><link rel=import href="\(address)"></head><body>
      <p>The number is &s; or %p; here. \(Self.first)</p><p>\(Self.last)</p>
      <xi:include href="\(address)" parse="text"/><iframe src="\(address)"></iframe><object data="\(address)"></object></body></html>
      """)
    #expect(article.text.string.contains("The number is &s; or %p; here."))
    #expect(!(article.text.string + (article.title ?? "")).contains("4711"))
    for removal in article.removals { #expect(!removal.text.contains("4711")) }
  }
}
