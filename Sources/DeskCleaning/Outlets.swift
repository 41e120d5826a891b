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
    var rest = address[...]
    if let scheme = rest.range(of: "://") {
      rest = rest[scheme.upperBound...]
    } else if !rest.hasPrefix("www.") {
      return nil
    }
    let host = rest.prefix { !"/?#:>".contains($0) }.lowercased()
    return host.contains(".") ? host : nil
  }
}

extension Substring {
  /// The first place of a literal, without Foundation.
  fileprivate func range(of literal: String) -> Range<Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(literal) {
        return index..<self.index(index, offsetBy: literal.count)
      }
      index = self.index(after: index)
    }
    return nil
  }
}
