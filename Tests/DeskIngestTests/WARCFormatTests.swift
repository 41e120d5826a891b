import DeskIngest
import Foundation
import Testing

/// Web archives: which records are articles, and how their pages come out.
@Suite struct WARCFormatTests {
  /// A record of a type with a block.
  private static func record(
    _ type: String, _ block: String, id: String = "<urn:uuid:ä>",
    url: String = "https://a.example/ü",
    fields: String = ""
  ) -> String {
    """
    WARC/1.1\r
    WARC-Type: \(type)\r
    WARC-Record-ID: \(id)\r
    WARC-Date: 2026-01-31T08:00:00Z\r
    WARC-Target-URI: \(url)\r
    \(fields)Content-Length: \(block.utf8.count)\r
    \r
    \(block)\r
    \r

    """
  }

  private static func answer(_ header: String, _ body: String) -> String {
    "HTTP/1.1 \(header)\r\n\r\n\(body)"
  }

  private static let page = answer(
    "200 OK\r\nContent-Type: text/html; charset=utf-8", "<p>Zoë left.</p>")

  static let sample =
    record("warcinfo", "software: x\r\n") + record("response", page)
    + record("response", page, id: "<urn:uuid:b>")

  private func read(_ text: String) -> [String] { DeskIngestTests.read(WARCFormat.self, text) }

  @Test("responses with a page are articles; what the crawler notes is passed over")
  func records() {
    #expect(
      read(Self.sample) == [
        "urn:uuid:ä||||https://a.example/ü||<html><p>Zoë left.</p>|warc_date=2026-01-31T08:00:00Z",
        "urn:uuid:b||||https://a.example/ü||<html><p>Zoë left.</p>|warc_date=2026-01-31T08:00:00Z",
      ])
  }

  @Test("pictures and redirects are passed over, faults of the server are told with their record")
  func passedOver() {
    let text =
      Self.record("response", Self.answer("200 OK\r\nContent-Type: image/png", "x"))
      + Self.record(
        "response", Self.answer("301 Moved\r\nContent-Type: text/html", "<p>Moved</p>"))
      + Self.record(
        "response", Self.answer("404 Not Found\r\nContent-Type: text/html", "<p>Gone</p>"))
      + Self.record("request", "GET / HTTP/1.1\r\n\r\n")
    #expect(read(text) == ["! in:3: the server answered with status 404"])
  }

  @Test("the charset that the server named goes along")
  func charset() throws {
    var bytes = Array(
      Self.record(
        "response",
        Self.answer("200 OK\r\nContent-Type: text/html;charset=\"ISO-8859-2\"", "<p>x</p>")
      ).utf8)
    let place = try #require(bytes.firstRange(of: Array("<p>x".utf8)))
    bytes[place.upperBound - 1] = 0xB1
    var source = ByteSource(bytes: bytes, input: "in")
    var named: String?
    WARCFormat(InputOptions()).read(&source) { result in
      if case .success(let document) = result, case .html(let page, let charset) = document.content
      {
        named = charset
        #expect(page == [0x3C, 0x70, 0x3E, 0xB1] + Array("</p>".utf8))
      }
      return true
    }
    #expect(named == "ISO-8859-2")
  }

  @Test("a body in pieces is joined; one that is in pieces by its header alone is left")
  func chunked() {
    let header = "200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked"
    let pieces = Self.answer(header, "4\r\n<p>Z\r\n3;x=1\r\noë\r\n4\r\n</p>\r\n0\r\n\r\n")
    #expect(read(Self.record("response", pieces))[0].contains("<html><p>Zoë</p>"))
    #expect(
      read(Self.record("response", Self.answer(header, "<p>Zoë</p>")))[0]
        .contains("<html><p>Zoë</p>"))
  }

  @Test("a page that the server compressed is undone; what can not be undone is told")
  func compressed() throws {
    let scratch = try Scratch()
    let file = try scratch.gzip(scratch.write("page", "<p>Zoë left, gzipped.</p>"))
    let body = try [UInt8](Data(contentsOf: URL(filePath: file)))
    let head = Array(
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n".utf8)
    let opening =
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: \(head.count + body.count)\r\n\r\n"
    let bytes = Array(opening.utf8) + head + body + Array("\r\n\r\n".utf8)
    #expect(
      DeskIngestTests.read(WARCFormat.self, bytes) == [
        "1||||||<html><p>Zoë left, gzipped.</p>|warc_date="
      ])
    let other = Self.answer("200 OK\r\nContent-Encoding: br", "xyz")
    #expect(
      read(Self.record("response", other)) == [
        "! in:1: a page compressed with 'br', which can not be undone"
      ])
  }

  @Test("texts of an archive of texts are read as plain text")
  func texts() {
    let text = Self.record("conversion", "Zoë left.", fields: "Content-Type: text/plain\r\n")
    #expect(read(text)[0].contains("|Zoë left.|"))
  }

  @Test("what is no record is told once, and the next record is read")
  func damage() {
    #expect(
      read("x\u{0}y\r\n" + Self.sample).map { String($0.prefix(40)) } == [
        "! in:1: no WARC record begins here; went",
        "urn:uuid:ä||||https://a.example/ü||<html",
        "urn:uuid:b||||https://a.example/ü||<html",
      ])
    let cut = String(Self.sample.dropLast(20))
    #expect(read(cut).last == "! in:3: the file ends inside a record")
    #expect(
      read("WARC/1.0\r\nWARC-Type: response\r\n\r\n" + Self.sample)[0]
        == "! in:1: a record that states no Content-Length")
  }

  @Test("records gzipped one by one read as those of a plain file, known by name or first bytes")
  func gzipped() throws {
    let scratch = try Scratch()
    let plain = try scratch.write("a.warc", Self.sample)
    let expected = DeskIngestTests.read([plain])
    #expect(expected.count == 2)
    let first = try scratch.gzip(scratch.write("b.warc", Self.record("response", Self.page)))
    let second = try scratch.gzip(
      scratch.write("c.warc", Self.record("response", Self.page, id: "<urn:uuid:b>")))
    let joined = scratch.url.appending(path: "d.warc.gz")
    try (Data(contentsOf: URL(filePath: first)) + Data(contentsOf: URL(filePath: second)))
      .write(to: joined)
    #expect(DeskIngestTests.read([joined.path(percentEncoded: false)]) == expected)
    let nameless = scratch.url.appending(path: "e")
    try Data(contentsOf: joined).write(to: nameless)
    #expect(DeskIngestTests.read([nameless.path(percentEncoded: false)]) == expected)
  }
}
