import DeskText
import Foundation
import Testing

/// Pages in every encoding that pages come in, rightly named, wrongly named and not named.
@Suite struct EncodingTests {
  static let sentence =
    "Le café à Genève — “c’est fini”, said the owner, who has run it since the war ended in 1945."
  static let page =
    "<html><head><title>Café</title></head><body><p>\(sentence)</p><p>\(HostileTests.last)</p></body></html>"

  static func declared(_ meta: String) -> String {
    page.replacing("<head>", with: "<head>\(meta)")
  }

  static func encoded(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
    Array(try #require(text.data(using: encoding)))
  }

  private func expectRead(_ bytes: [UInt8], charset: String? = nil) throws {
    let article = try Cleaning.page(bytes, charset: charset)
    #expect(article.paragraphStrings == [Self.sentence, HostileTests.last])
    #expect(article.title == "Café")
  }

  @Test("a byte order mark decides, whatever the page says")
  func byteOrderMarks() throws {
    let lying = Self.declared("<meta charset=koi8-r>")
    try expectRead([0xEF, 0xBB, 0xBF] + lying.utf8)
    try expectRead([0xFF, 0xFE] + Self.encoded(lying, .utf16LittleEndian))
    try expectRead([0xFE, 0xFF] + Self.encoded(lying, .utf16BigEndian))
  }

  @Test("UTF-16 is told by its zeros where the mark is missing")
  func utf16() throws {
    try expectRead(try Self.encoded(Self.page, .utf16LittleEndian))
    try expectRead(try Self.encoded(Self.page, .utf16BigEndian))
  }

  @Test(
    "valid UTF-8 is UTF-8, whatever the page calls it",
    arguments: [
      "", "iso-8859-1", "windows-1251", "utf-16", "utf8mb4", "shift_jis", "x-unknown", "UTF-8\"",
    ])
  func utf8(_ name: String) throws {
    try expectRead(Array(Self.declared(name.isEmpty ? "" : "<meta charset=\(name)>").utf8))
  }

  @Test(
    "windows-1252 is read as such, however the page calls it",
    arguments: ["", "windows-1252", "ISO-8859-1", "us-ascii", "utf-8", "x-unknown"])
  func windows1252(_ name: String) throws {
    let meta = name.isEmpty ? "" : "<meta charset='\(name)'>"
    try expectRead(try Self.encoded(Self.declared(meta), .windowsCP1252))
  }

  @Test(
    "the encoding is named in a meta, in its old form, in an XML declaration or by the input",
    arguments: [
      "<meta charset=\"windows-1250\">", "<META\nCHARSET = windows-1250 >",
      "<meta http-equiv='Content-Type' content='text/html; charset=windows-1250'/>",
      "<?xml version=\"1.0\" encoding=\"windows-1250\"?>",
      "<!-- <meta charset=koi8-r> --><script charset=euc-kr></script><meta charset=windows-1250>",
    ])
  func named(_ head: String) throws {
    let czech = "Žluťoučký kůň pěl. \(HostileTests.first)"
    let body = "<p>\(czech)</p><p>\(HostileTests.last)</p>"
    let bytes = try Self.encoded(head + body, .windowsCP1250)
    #expect(try Cleaning.page(bytes).paragraphStrings == [czech, HostileTests.last])
    let bare = try Self.encoded("<meta charset=koi8-r>" + body, .windowsCP1250)
    let article = try Cleaning.page(bare, charset: "Windows-1250")
    #expect(article.paragraphStrings == [czech, HostileTests.last])
  }

  @Test(
    "encodings are converted by the name that pages give them",
    arguments: [
      (
        "windows-1250", "Žluťoučký kůň",
        [0x8E, 0x6C, 0x75, 0x9D, 0x6F, 0x75, 0xE8, 0x6B, 0xFD, 0x20, 0x6B, 0xF9, 0xF2]
      ),
      (
        "windows-1251", "Привет, мир",
        [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x2C, 0x20, 0xEC, 0xE8, 0xF0]
      ),
      ("windows-1254", "Iğdır’da", [0x49, 0xF0, 0x64, 0xFD, 0x72, 0x92, 0x64, 0x61]),
      ("iso-8859-9", "Iğdır’da", [0x49, 0xF0, 0x64, 0xFD, 0x72, 0x92, 0x64, 0x61]),
      ("iso-8859-2", "Žluťoučký", [0xAE, 0x6C, 0x75, 0xBB, 0x6F, 0x75, 0xE8, 0x6B, 0xFD]),
      (
        "iso-8859-15", "l'œuvre à 5 €",
        [0x6C, 0x27, 0xBD, 0x75, 0x76, 0x72, 0x65, 0x20, 0xE0, 0x20, 0x35, 0x20, 0xA4]
      ),
      (
        "koi8-r", "Привет, мир", [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4, 0x2C, 0x20, 0xCD, 0xC9, 0xD2]
      ),
      (
        "koi8-u", "Їжак і ґава", [0xB7, 0xD6, 0xC1, 0xCB, 0x20, 0xA6, 0x20, 0xAD, 0xC1, 0xD7, 0xC1]
      ),
      (
        "Shift_JIS", "髙島屋の記事①",
        [0xEE, 0xE0, 0x93, 0x87, 0x89, 0xAE, 0x82, 0xCC, 0x8B, 0x4C, 0x8E, 0x96, 0x87, 0x40]
      ),
      ("EUC-JP", "記事を読む", [0xB5, 0xAD, 0xBB, 0xF6, 0xA4, 0xF2, 0xC6, 0xC9, 0xA4, 0xE0]),
      (
        "iso-2022-jp", "記事を読む",
        [
          0x1B, 0x24, 0x42, 0x35, 0x2D, 0x3B, 0x76, 0x24, 0x72, 0x46, 0x49, 0x24, 0x60, 0x1B, 0x28,
          0x42,
        ]
      ),
      ("GB18030", "新闻中心€", [0xD0, 0xC2, 0xCE, 0xC5, 0xD6, 0xD0, 0xD0, 0xC4, 0xA2, 0xE3]),
      ("gb2312", "朱镕基说", [0xD6, 0xEC, 0xE9, 0x46, 0xBB, 0xF9, 0xCB, 0xB5]),
      ("big5", "新聞中心說", [0xB7, 0x73, 0xBB, 0x44, 0xA4, 0xA4, 0xA4, 0xDF, 0xBB, 0xA1]),
      (
        "EUC-KR", "펲시콜라 뉴스",
        [0xBC, 0x84, 0xBD, 0xC3, 0xC4, 0xDD, 0xB6, 0xF3, 0x20, 0xB4, 0xBA, 0xBD, 0xBA]
      ),
      ("windows-874", "ข่าววันนี้", [0xA2, 0xE8, 0xD2, 0xC7, 0xC7, 0xD1, 0xB9, 0xB9, 0xD5, 0xE9]),
      (
        "macintosh", "“Café” naïve",
        [0xD2, 0x43, 0x61, 0x66, 0x8E, 0xD3, 0x20, 0x6E, 0x61, 0x95, 0x76, 0x65]
      ),
    ] as [(String, String, [UInt8])])
  func converts(_ name: String, _ shown: String, _ bytes: [UInt8]) throws {
    let tail = ". \(HostileTests.last)</p><p>\(HostileTests.last)</p>"
    let page = Array("<html><head><meta charset=\(name)></head><body><p>".utf8) + bytes + tail.utf8
    let article = try Cleaning.page(page)
    #expect(article.paragraphStrings.first == "\(shown). \(HostileTests.last)")
  }

  @Test("one bad byte turns nothing else into other letters")
  func mixed() throws {
    for meta in ["", "<meta charset=utf-8>", "<meta charset=windows-1251>", "<meta charset=gbk>"] {
      for bad in [0x93, 0xFF, 0xC3, 0xE2, 0x80] as [UInt8] {
        var bytes = Array(Self.declared(meta).utf8)
        bytes.insert(bad, at: bytes.count - 20)
        let text = try Cleaning.page(bytes).text.string
        #expect(text.hasPrefix(Self.sentence), "\(meta) \(bad)")
      }
    }
    try expectRead(Array(Self.page.utf8) + [0xE2, 0x80])
  }

  @Test("bytes that an encoding does not have are marked, and the rest is read")
  func faults() throws {
    let page = Array("<meta charset=euc-kr><p>".utf8) + [0xB4, 0xBA, 0xBD, 0xBA, 0xFF, 0xB4, 0xBA]
    let text = try Cleaning.page(
      page + Array("</p><p>\(HostileTests.last)</p><p>\(HostileTests.last)</p>".utf8)
    ).text.string
    #expect(text.contains(HostileTests.last))
    // Nearly nothing is Korean here: the name is wrong.
    try expectRead(
      try Self.encoded(Self.declared("<meta charset=euc-kr>"), .windowsCP1252))
  }

  @Test("text that was encoded twice is decoded twice, and only then")
  func twice() throws {
    let latin = String(String.UnicodeScalarView(Self.page.utf8.map { Unicode.Scalar($0) }))
    try expectRead(Array(latin.utf8))
    // “ and ’ as windows-1252 shows their bytes; some quotation marks only, as in old databases.
    let half = Self.page.replacing("“", with: "â€œ").replacing("’", with: "â€™")
    try expectRead(Array(half.utf8))
    let own = "Ã is a letter, and â too; so are Ã‰ and €. \(HostileTests.last)"
    let article = try Cleaning.page("<p>\(own)</p><p>\(HostileTests.last)</p>")
    #expect(article.paragraphStrings.first == own)
  }

  @Test(
    "character references give what browsers show",
    arguments: [
      ("a&comma; b&period;", "a, b."), ("A &amp B", "A & B"), ("R&D, AT&T", "R&D, AT&T"),
      ("&eacute;&#xE9;&#233;&#233", "éééé"), ("caf&eacutes", "cafés"),
      ("&ThickSpace;&hellip;", "…"),
      ("x &#0; &#xD800; &#1114112; y", "x \u{FFFD} \u{FFFD} \u{FFFD} y"),
      ("&bogus; &", "&bogus; &"),
      ("&lt;b&gt; &amp;amp;", "<b> &amp;"), ("&nGt;", "≫⃒"),
    ])
  func references(_ written: String, _ shown: String) throws {
    #expect(try Self.first(written).hasPrefix(shown + " "))
  }

  @Test(
    "characters without a shape, or of one with others, are put right",
    arguments: [
      ("com&shy;mit\u{AD}tee", "committee"), ("Wed\u{200B}nes&#8203;day", "Wednesday"),
      ("\u{FEFF}\u{2060}word\u{FEFF}", "word"), ("\u{202A}left\u{202C}\u{2066}x\u{2069}", "leftx"),
      ("a&nbsp;b\u{A0}c\u{202F}d\u{2009}e\u{3000}f\u{2028}g", "a b c d e f g"),
      (
        "o\u{FB03}cial \u{FB01}re \u{FB02}ow e\u{FB00}ect \u{FB04} \u{FB06}",
        "official fire flow effect ffl st"
      ),
      ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("👩\u{200D}🚒", "👩\u{200D}🚒"),
      ("soft\u{200D}", "soft"),
      ("nul\u{0}l\u{7F} b\u{85}c", "null b c"), ("form\u{C}feed", "form feed"),
    ])
  func shapeless(_ written: String, _ shown: String) throws {
    #expect(try Self.first(written).hasPrefix(shown + " "))
    let plain = try Cleaning.text(
      "Title here\n\n\(written.replacing("&shy;", with: "").replacing("&#8203;", with: "").replacing("&nbsp;", with: " ")) \(HostileTests.first)\n\n\(HostileTests.last)"
    )
    #expect(plain.text.string.contains(shown + " The council"))
  }

  private static func first(_ written: String) throws -> String {
    try Cleaning.page("<p>\(written) \(HostileTests.first)</p><p>\(HostileTests.last)</p>")
      .text.string
  }
}
