/// What `lexicon stats` tells of a list: its size, by category, and what its entries rest on.
public struct LexiconStatistics: Sendable {
  public struct Group: Hashable, Sendable {
    public var name: String
    public var entries: Int
    /// Single words and phrases that the entries stand for, inflections spelt out.
    public var forms: Int
  }

  public let file: String
  public let title: String
  public let version: String
  public let licence: String
  public let all: Group
  public let categories: [Group]
  /// How many entries name each source, the most named first.
  public let sources: [Group]
  public let conditioned: Int
  public let phrases: Int

  public init(_ list: Lexicon) {
    file = list.file
    title = list.title
    version = list.version
    licence = list.licence
    all = Self.group("all", list.entries)
    categories = Dictionary(grouping: list.entries, by: \.category)
      .map { Self.group($0.key, $0.value) }.sorted { $0.name < $1.name }
    var named: [String: [Lexicon.Entry]] = [:]
    for entry in list.entries {
      for key in (entry.source ?? "").split(separator: " ") {
        named[String(key), default: []].append(entry)
      }
    }
    sources = named.map { Self.group($0.key, $0.value) }
      .sorted { ($1.entries, $0.name) < ($0.entries, $1.name) }
    conditioned = list.entries.filter { !$0.conditions.isEmpty }.count
    phrases = list.entries.filter { $0.shape.forms.contains { $0.count > 1 } }.count
  }

  private static func group(_ name: String, _ entries: [Lexicon.Entry]) -> Group {
    Group(
      name: name, entries: entries.count, forms: entries.reduce(0) { $0 + $1.shape.formCount })
  }
}
