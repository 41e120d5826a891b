import Foundation
import Testing

@testable import DeskReports

@Suite("Writing")
struct WritingTests {
  @Test(
    "numbers are written as people and programs read them",
    arguments: [
      (0.0, 1, "0.0"), (2.25, 1, "2.3"), (-2.25, 1, "-2.3"), (-0.01, 1, "0.0"),
      (1234.5678, 3, "1234.568"),
      (0.05, 2, "0.05"), (9.999, 2, "10.00"), (7, 0, "7"),
    ])
  func numbers(_ number: Double, _ digits: Int, _ wanted: String) {
    #expect(Made.written { $0.write(number, digits: digits) } == wanted)
  }

  @Test(
    "whole numbers",
    arguments: [(0, "0"), (-40, "-40"), (12_345, "12345"), (Int.min, "\(Int.min)")])
  func integers(_ number: Int, _ wanted: String) {
    #expect(Made.written { $0.write(number: number) } == wanted)
  }

  @Test("a literal is a byte, never a number")
  func literals() { #expect(Made.written { $0.write(0x2C) } == ",") }

  @Test("cells are quoted where they must be, and only there (RFC 4180)")
  func cells() {
    let row = Made.written {
      var csv = CSVWriter()
      csv.row(["naïve", "a,b", "say “x” or \"y\"", "two\nlines", ""], to: &$0)
    }
    #expect(row == "naïve,\"a,b\",\"say “x” or \"\"y\"\"\",\"two\nlines\",\n")
  }

  @Test(
    "for spreadsheets, words that would be a formula stand behind an apostrophe; numbers do not",
    arguments: [
      ("=1+1", "'=1+1"), ("+49 30", "'+49 30"), ("-", "'-"), ("@süd", "'@süd"), ("\tx", "'\tx"),
      ("＝1", "'＝1"), ("-0.5", "-0.5"), ("+7", "+7"), ("-1-1", "'-1-1"), ("a=1", "a=1"), ("", ""),
      ("'=1", "'=1"), ("–12", "–12"),
    ])
  func guarding(_ text: String, _ wanted: String) {
    #expect(SpreadsheetCell.safe(text) == wanted)
    if text != wanted { #expect(SpreadsheetCell.unguarded(wanted) == text) }
  }

  @Test("for spreadsheets, a number stays a number, negative too, and lines end in CRLF")
  func excelNumbers() {
    var output = Output(.excel)
    var csv = CSVWriter()
    csv.cell("é=1", to: &output)
    csv.cell(-7, to: &output)
    csv.cell(-0.25, digits: 2, to: &output)
    csv.cell("=é\n\"", to: &output)
    csv.endRow(to: &output)
    #expect(String(decoding: output.bytes, as: UTF8.self) == "é=1,-7,-0.25,\"'=é\n\"\"\"\r\n")
  }

  @Test("for spreadsheets, a cell is cut at 32,767 UTF-16 units, between characters, and says so")
  func excelLimit() {
    let fitting = String(repeating: "ü", count: 32_767)
    #expect(SpreadsheetCell.safe(fitting) == fitting)
    for character in ["ü", "🌉", "e\u{301}", "👩‍👩‍👧"] {
      let cut = SpreadsheetCell.safe(String(repeating: character, count: 40_000))
      #expect(cut.utf16.count <= 32_767)
      #expect(cut.utf16.count > 32_700)
      #expect(cut.hasSuffix("\(character) … [cut; 40,000 characters in all]"))
    }
  }

  @Test(
    "strings survive JSON", arguments: ["", "plain", "Ødegård\u{0}\u{1F}\n\t\r\\\"", "🌉\u{2028}"])
  func json(_ text: String) throws {
    let written = Made.written {
      var json = JSONWriter()
      json.beginArray(to: &$0)
      json.string(text, to: &$0)
      json.number(1, to: &$0)
      json.endArray(to: &$0)
    }
    let read = try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [Any]
    #expect(read?.first as? String == text)
    #expect(read?.count == 2)
  }

  @Test("nothing from an article is markup in HTML")
  func html() {
    #expect(
      HTML.escaped("<script>alert('x')</script> & \"é\"")
        == "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;é&quot;")
    #expect(HTML.escaped("Übung") == "Übung")
  }

  @Test("nothing from an article is markup in Markdown")
  func markdown() {
    #expect(
      Markdown.escaped("# *A* [x](y) <b> a_b _c_ | c")
        == "\\# \\*A\\* \\[x\\](y) &lt;b> a_b \\_c\\_ \\| c")
    #expect(Markdown.cell("é\né") == "é é")
  }

  @Test("a Markdown table lines up as plain text too")
  func table() {
    #expect(
      Markdown.table(["outlet", "n"], [["Äther", "1"], ["B", "12"]], numeric: [1])
        == """
        | outlet |   n |
        | ------ | --: |
        | Äther  |   1 |
        | B      |  12 |

        """)
  }

  @Test(
    "SHA-256 gives the digests of FIPS 180-4's examples",
    arguments: [
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func digest(_ text: String, _ wanted: String) {
    #expect(SHA256.hexadecimal(of: Array(text.utf8)) == wanted)
  }

  @Test("lists and numbers in words")
  func wording() {
    #expect(Wording.grouped(1_234_567) == "1,234,567")
    #expect(Wording.count(1, "article", "articles") == "one article")
    #expect(Wording.count(13, "article", "articles") == "13 articles")
    let names = ["Äther", "Bote", "Çan"].map { TellingSentence(.foreign($0)) }
    #expect(Wording.list(names).plain == "Äther, Bote and Çan")
    #expect(Wording.list(Array(names.prefix(1))).plain == "Äther")
  }

  @Test("an output that drains hands on the bytes that another one holds, and holds little")
  func draining() {
    func write(_ output: inout Output) {
      var csv = CSVWriter()
      for number in 0..<9_000 {
        csv.cell("é, \(number)", to: &output)
        csv.cell(String(repeating: "ß", count: number % 71), to: &output)
        csv.cell(number * 3, to: &output)
        csv.endRow(to: &output)
      }
      csv.cell(String(repeating: "x", count: 300_000), to: &output)
    }
    var held = Output()
    write(&held)
    var handed: [UInt8] = []
    var largest = 0
    var output = Output(draining: {
      handed += $0
      largest = max(largest, $0.count)
    })
    write(&output)
    #expect(output.bytes.count <= 400_000)
    #expect(largest > 60_000 && largest < 200_000)
    handed += output.take()
    #expect(handed == Array(held.bytes))
  }
}
