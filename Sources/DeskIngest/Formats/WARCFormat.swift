public import DeskText

/// A web archive (ISO 28500): pages as servers sent them, many to a file.
///
/// Read are `response` records that hold a page or a text, `resource` records of pages, and the
/// texts of `conversion` records; redirects, pictures, requests and notes of the crawler are
/// passed over, since no article is lost with them. A record's number, from 1, stands where other
/// formats have a line.
public struct WARCFormat: InputFormat {
  public static let name = "WARC"
  public static let fileExtensions = ["warc", "wet"]
  public static let holdsMany = true
  public static let isText = false
  let options: InputOptions

  /// Longer headers are no headers.
  private static let headerLimit = 1 << 16

  public init(_ options: InputOptions) { self.options = options }

  public static func isLikely(_ beginning: UnsafeBufferPointer<UInt8>, options: InputOptions)
    -> Bool
  { beginning.starts(with: "WARC/".utf8) }

  public func read(_ source: inout ByteSource, _ body: (Result<Document, Reject>) -> Bool) {
    var number = 0
    var goesOn = true
    while goesOn, skipBlankLines(&source) {
      number += 1
      let origin = Origin(input: source.input, line: number)
      do throws(Reject) {
        let header = try header(&source, origin)
        if let document = try document(header, &source, origin) {
          goesOn = body(.success(document))
        }
      } catch {
        goesOn = body(.failure(error))
      }
    }
  }

  /// Leaves the blank lines between records behind; false at the end of the input.
  private func skipBlankLines(_ source: inout ByteSource) -> Bool {
    while true {
      let blank = source.withUnread { $0.prefix { $0 == 0x0D || $0 == 0x0A }.count }
      source.advance(by: blank)
      if source.unread > 0 { return true }
      if !source.fill() { return false }
    }
  }

  /// The lines that open a record, left behind as read.
  private func header(
    _ source: inout ByteSource, _ origin: Origin
  ) throws(Reject) -> HeaderFields {
    while source.unread < 5, source.fill() {}
    guard source.withUnread({ $0.starts(with: "WARC/".utf8) }) else {
      skipToRecord(&source)
      throw Reject(
        origin: origin, reason: "no WARC record begins here; went on with the next one that does")
    }
    while true {
      if let end = source.withUnread({ HeaderFields.end(of: $0, limit: Self.headerLimit) }) {
        let fields = source.withUnread { HeaderFields($0[..<end]) }
        source.advance(by: end)
        return fields
      }
      guard source.unread <= Self.headerLimit, source.fill() else {
        let reason =
          source.unread > Self.headerLimit
          ? "the record's header has no end" : "the file ends inside a record's header"
        source.advance(by: min(5, source.unread))
        skipToRecord(&source)
        throw Reject(origin: origin, reason: reason)
      }
    }
  }

  /// Goes on to the next line that begins like a record.
  private func skipToRecord(_ source: inout ByteSource) {
    let mark = Array("\nWARC/".utf8)
    while true {
      if let found = source.withUnread({ bytes in
        bytes.indices.first {
          bytes[$0] == 0x0A && bytes[$0...].starts(with: mark)
        }
      }) {
        source.advance(by: found + 1)
        return
      }
      source.advance(by: max(0, source.unread - mark.count + 1))
      guard source.fill() else {
        source.advance(by: source.unread)
        return
      }
    }
  }

  /// The document of a record; nil for one that holds no article.
  private func document(
    _ header: HeaderFields, _ source: inout ByteSource, _ origin: Origin
  ) throws(Reject) -> Document? {
    guard let length = header["content-length"].flatMap({ Int($0) }), length >= 0 else {
      skipToRecord(&source)
      throw Reject(origin: origin, reason: "a record that states no Content-Length")
    }
    let type = header["warc-type"]?.lowercased() ?? ""
    guard ["response", "resource", "conversion"].contains(type) else {
      try skip(length, of: &source, origin)
      return nil
    }
    guard length <= options.recordLimit else {
      try skip(length, of: &source, origin)
      throw Reject(
        origin: origin,
        reason: "a record of more than \(options.recordLimit >> 20) MB; too long for one article")
    }
    while source.unread < length, source.fill() {}
    guard source.unread >= length else {
      source.advance(by: source.unread)
      throw Reject(origin: origin, reason: "the file ends inside a record")
    }
    let block = source.withUnread { Array($0[..<length]) }
    source.advance(by: length)
    guard let content = try content(of: block, type: type, header, origin) else { return nil }
    let address = header["warc-target-uri"].map(Self.withoutBrackets)
    let id = header["warc-record-id"].map(Self.withoutBrackets)
    return Document(
      id: id ?? address ?? "\(origin.line ?? 0)", content: content, url: address, origin: origin,
      columns: [Column(name: "warc_date", value: header["warc-date"] ?? "")])
  }

  private func content(
    of block: [UInt8], type: String, _ header: HeaderFields, _ origin: Origin
  ) throws(Reject) -> Document.Content? {
    guard type == "response" else {
      return Self.content(of: block, type: header["content-type"], isText: type == "conversion")
    }
    // Answers of other protocols, such as DNS, are kept as responses too.
    guard header["warc-target-uri"]?.lowercased().contains("http") ?? true else { return nil }
    do throws(HTTPResponse.Fault) {
      let response = try HTTPResponse(block, limit: options.recordLimit)
      guard !response.isRedirect else { return nil }
      let content = Self.content(of: response.body, type: response.contentType, isText: true)
      guard content == nil || response.isSuccess else {
        throw HTTPResponse.Fault(reason: "the server answered with status \(response.status)")
      }
      return content
    } catch {
      throw Reject(origin: origin, reason: error.reason)
    }
  }

  /// A page or a text by the type that the server stated; nil for pictures and the like.
  private static func content(
    of body: [UInt8], type stated: String?, isText: Bool
  ) -> Document.Content? {
    guard body.contains(where: { $0 > 0x20 }) else { return nil }
    let parts = (stated ?? "text/html").split(separator: ";")
    let type = (parts.first ?? "").lowercased().filter { $0 != " " }
    let charset = parts.dropFirst().lazy.compactMap { part -> String? in
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].lowercased().filter({ $0 != " " }) == "charset" else {
        return nil
      }
      return String(pair[1].filter { $0 != " " && $0 != "\"" && $0 != "'" })
    }.first
    switch type {
    case "text/html", "application/xhtml+xml": return .html(body, charset: charset)
    case "text/plain" where isText: return .text(body)
    default: return nil
    }
  }

  /// Leaves a record's block behind without holding it.
  private func skip(
    _ length: Int, of source: inout ByteSource, _ origin: Origin
  ) throws(Reject) {
    var left = length
    while left > 0 {
      if source.unread == 0, !source.fill() {
        throw Reject(origin: origin, reason: "the file ends inside a record")
      }
      let step = min(left, source.unread)
      source.advance(by: step)
      left -= step
    }
  }

  private static func withoutBrackets(_ text: String) -> String {
    text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
  }
}
