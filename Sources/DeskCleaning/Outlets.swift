import DeskLexicons

/// The names of outlets by the host of their pages.
struct Outlets: Sendable {
  private let names: [String: String]

  /// Reads `outlets.tsv`: columns `host` and `outlet`.
  init(_ lexicons: Lexicons) {
    var names: [String: String] = [:]
    if let table = lexicons.table("outlets.tsv") {
      for row in table.rows {
        if let host = table.cell(row, "host"), let outlet = table.cell(row, "outlet") {
          names[host] = outlet
        }
      }
    }
    self.names = names
  }

  /// The outlet of a host, or of the domain that it belongs to.
  func name(forHost host: String) -> String? {
    var rest = host[...]
    while true {
      if let name = names[String(rest)] { return name }
      guard let dot = rest.firstIndex(of: ".") else { return nil }
      rest = rest[rest.index(after: dot)...]
    }
  }

  /// The host of an address, in small letters.
  static func host(of address: String) -> String? {
    let bytes = address.utf8
    var rest = bytes[...]
    if let colon = bytes.indices.first(where: { bytes[$0...].starts(with: "://".utf8) }) {
      rest = bytes[bytes.index(colon, offsetBy: 3)...]
    } else if !bytes.starts(with: "www.".utf8) {
      return nil
    }
    let host = String(decoding: rest.prefix { !"/?#:>".utf8.contains($0) }, as: UTF8.self)
      .lowercased()
    return host.contains(".") ? host : nil
  }
}
