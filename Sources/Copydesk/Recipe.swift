/// All that decides what a run counts, beside its input: results of equal recipes may be added up.
public struct Recipe: Hashable, Sendable {
  /// Names and values, in a fixed order.
  public private(set) var parts: [Column]

  /// - Parameters:
  ///   - version: the program's.
  ///   - lexicons: the word lists, and the user's dictionaries; their bytes count, not their names.
  ///   - ignoring: what a reader does not want counted.
  ///   - analyzers: the names of those that run; nil for all.
  ///   - options: what else bears on the figures.
  public init(
    version: String, lexicons: Lexicons, ignoring: IgnoreList? = nil, analyzers: Set<String>? = nil,
    options: [Column] = []
  ) {
    let lists = lexicons.tables.map { "\($0.file) \(SHA256.hexadecimal(of: $0.bytes))\n" }
    parts = [
      Column(name: "version", value: version),
      Column(name: "lexicons", value: SHA256.hexadecimal(of: Array(lists.joined().utf8))),
    ]
    for dictionary in lexicons.dictionaries {
      parts.append(
        Column(
          name: "dictionary",
          value: "\(dictionary.name) \(SHA256.hexadecimal(of: dictionary.bytes))"))
    }
    if let ignoring {
      parts.append(Column(name: "ignore", value: SHA256.hexadecimal(of: ignoring.bytes)))
    }
    if let analyzers {
      parts.append(Column(name: "analyzers", value: analyzers.sorted().joined(separator: ",")))
    }
    parts += options
  }

  /// The names of the analyzers that run; nil for all.
  var analyzers: Set<String>? {
    parts.first { $0.name == "analyzers" }.map {
      Set($0.value.split(separator: ",").map(String.init))
    }
  }

  /// As read from a file.
  init(parts: [Column]) { self.parts = parts }

  /// What the other has and this one has not, as a clause; nil where they are the same.
  public func difference(from other: Recipe) -> String? {
    for part in other.parts where !parts.contains(part) {
      let own = parts.first { $0.name == part.name }?.value
      switch part.name {
      case "version": return "made by copydesk \(part.value), not \(own ?? "this version")"
      case "lexicons": return "made with other word lists"
      case "dictionary": return "made with another --dictionary"
      case "ignore": return "made with another --ignore"
      default: return "made with --\(part.name) \(part.value)" + (own.map { ", not \($0)" } ?? "")
      }
    }
    guard let part = parts.first(where: { !other.parts.contains($0) }) else {
      return parts == other.parts ? nil : "made with its options in another order"
    }
    return "made without --\(part.name)"
  }
}
