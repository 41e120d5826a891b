/// What `lexicon stats` tells of a list: its size, by category, and what its entries rest on.
public struct LexiconStatistics: Sendable {
  /// The entries of one category, or of one source, counted.
  public struct Group: Hashable, Sendable {
    public var name: String
    public var entries: Int
    /// Single words and phrases that the entries stand for, inflections spelt out.
    public var forms: Int
    /// Entries that count under a condition only.
    public var conditioned = 0
    /// Entries that were found in annotated texts.
    public var judged = 0
  }

  /// How right the entries of a category have been on one corpus, together.
  public struct Judgement: Hashable, Sendable {
    public var category: String
    public var entries: Int
    public var precision: MeasuredPrecision
  }

  public let file: String
  public let title: String
  public let version: String
  public let licence: String
  public let all: Group
  public let categories: [Group]
  /// How many entries name each source, the most named first.
  public let sources: [Group]
  /// Entries of several words.
  public let phrases: Int
  /// By category, then corpus; the first of all categories together, as `all`.
  public let judgements: [Judgement]

  public init(_ list: Lexicon) {
    file = list.file
    title = list.title
    version = list.version
    licence = list.licence
    all = Self.group("all", list.entries, in: list)
    categories = Dictionary(grouping: list.entries, by: \.category)
      .map { Self.group($0.key, $0.value, in: list) }.sorted { $0.name < $1.name }
    var named: [String: [Lexicon.Entry]] = [:]
    for entry in list.entries {
      for key in (entry.source ?? "").split(separator: " ") {
        named[String(key), default: []].append(entry)
      }
    }
    sources = named.map { Self.group($0.key, $0.value, in: list) }
      .sorted { ($1.entries, $0.name) < ($0.entries, $1.name) }
    phrases = list.entries.filter { list.forms(of: $0).contains { $0.count > 1 } }.count
    judgements =
      Self.judgements("all", list.entries, in: list)
      + categories.flatMap { group in
        Self.judgements(group.name, list.entries.filter { $0.category == group.name }, in: list)
      }
  }

  private static func judgements(
    _ category: String, _ entries: [Lexicon.Entry], in list: Lexicon
  ) -> [Judgement] {
    var sums: [String: Judgement] = [:]
    for row in entries.flatMap(list.precision(of:)) {
      let key = "\(row.corpus)\t\(row.unit)"
      let none = MeasuredPrecision(corpus: row.corpus, unit: row.unit, hits: 0, right: 0)
      sums[key, default: Judgement(category: category, entries: 0, precision: none)] += row
    }
    return sums.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func group(
    _ name: String, _ entries: [Lexicon.Entry], in list: Lexicon
  ) -> Group {
    Group(
      name: name, entries: entries.count,
      forms: entries.reduce(0) { $0 + list.patterns.formCount($1.shape) },
      conditioned: entries.count { !$0.conditions.isEmpty },
      judged: entries.count { !list.precision(of: $0).isEmpty })
  }
}

extension LexiconStatistics.Judgement {
  fileprivate static func += (sum: inout Self, row: MeasuredPrecision) {
    sum.entries += 1
    sum.precision.hits += row.hits
    sum.precision.right += row.right
  }
}
