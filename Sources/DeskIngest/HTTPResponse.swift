/// The lines `Name: value` that open a record of an archive or an answer of a server.
struct HeaderFields {
  /// The line above the fields: `HTTP/1.1 200 OK`.
  let firstLine: String
  /// By name in lower case; the first where a name stands twice.
  private var fields: [String: String] = [:]

  subscript(name: String) -> String? { fields[name] }

  /// How many bytes the header takes up, with the blank line after it; nil where it has no end
  /// among the first bytes.
  static func end(of bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Int? {
    var index = 0
    let most = min(bytes.count, limit)
    while index < most {
      if bytes[index] == 0x0A {
        if index + 1 < bytes.count, bytes[index + 1] == 0x0A { return index + 2 }
        if index + 2 < bytes.count, bytes[index + 1] == 0x0D, bytes[index + 2] == 0x0A {
          return index + 3
        }
      }
      index += 1
    }
    return nil
  }

  init(_ bytes: some Sequence<UInt8>) {
    let lines = Array(bytes).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    firstLine = lines.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
    var last: String?
    for line in lines.dropFirst() {
      let text = String(decoding: line, as: UTF8.self)
      if text.first == " " || text.first == "\t" {
        // A line that begins with a blank goes on with the value above it.
        if let last { fields[last]? += " " + Self.trimmed(text) }
        continue
      }
      guard let colon = text.firstIndex(of: ":") else { continue }
      let name = Self.trimmed(text[..<colon]).lowercased()
      last = name
      if fields[name] == nil { fields[name] = Self.trimmed(text[text.index(after: colon)...]) }
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
    return String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}

/// A server's answer as an archive keeps it, its body as the server meant it: in one piece and
/// not compressed.
struct HTTPResponse {
  struct Fault: Error {
    var reason: String
  }

  let status: Int
  let contentType: String?
  let body: [UInt8]

  var isSuccess: Bool { (200..<300).contains(status) }
  var isRedirect: Bool { (300..<400).contains(status) }

  /// - Parameters:
  ///   - bytes: status line, header and body.
  ///   - limit: so long a body may become.
  /// - Throws: why the body can not be had, as a clause.
  init(_ bytes: [UInt8], limit: Int) throws(Fault) {
    guard let end = bytes.withUnsafeBufferPointer({ HeaderFields.end(of: $0, limit: 1 << 20) })
    else { throw Fault(reason: "a server's answer without an end of its header") }
    let header = HeaderFields(bytes[..<end])
    let words = header.firstLine.split(separator: " ")
    guard words.count >= 2, words[0].hasPrefix("HTTP/"), let status = Int(words[1]) else {
      throw Fault(reason: "a server's answer without a status")
    }
    self.status = status
    contentType = header["content-type"]
    var body = Array(bytes[end...])
    if header["transfer-encoding"]?.lowercased().contains("chunked") ?? false {
      // Most archives have joined the pieces and kept the header.
      body = Self.joined(body) ?? body
    }
    switch header["content-encoding"]?.lowercased() ?? "identity" {
    case "", "identity", "utf-8": break
    case "gzip", "x-gzip":
      // Some archives have undone it and kept the header.
      if body.starts(with: [0x1F, 0x8B]) { body = try Self.inflated(body, limit: limit) }
    case let other:
      throw Fault(reason: "a page compressed with '\(other)', which can not be undone")
    }
    self.body = body
  }

  /// The pieces of a chunked body in one; nil where it is not chunked.
  private static func joined(_ body: [UInt8]) -> [UInt8]? {
    var out: [UInt8] = []
    var rest = body[...]
    while true {
      guard let end = rest.prefix(18).firstIndex(of: 0x0A) else { return nil }
      let line = rest[..<end].prefix { $0 != 0x3B && $0 != 0x0D && $0 != 0x20 }
      guard !line.isEmpty, let length = Int(String(decoding: line, as: UTF8.self), radix: 16),
        length >= 0
      else { return nil }
      rest = rest[(end + 1)...]
      if length == 0 { return out }
      guard rest.count >= length else { return nil }
      out += rest.prefix(length)
      rest = rest.dropFirst(length)
      if rest.first == 0x0D { rest = rest.dropFirst() }
      guard rest.first == 0x0A else { return nil }
      rest = rest.dropFirst()
    }
  }

  private static func inflated(_ body: [UInt8], limit: Int) throws(Fault) -> [UInt8] {
    let inflater = Inflater(given: body)
    var out: [UInt8] = []
    var window = [UInt8](repeating: 0, count: 1 << 16)
    while inflater.state == .hungry {
      let count = inflater.inflate(into: &window, from: 0)
      out += window[..<count]
      if out.count > limit {
        throw Fault(reason: "a page of more than \(limit >> 20) MB; too long for one article")
      }
      if count == 0 { inflater.give([]) }
    }
    if case .broken(let reason) = inflater.state, out.isEmpty { throw Fault(reason: reason) }
    return out
  }
}
