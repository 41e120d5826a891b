import DeskLexicons
import DeskReading
import DeskText

/// The entries of an analyzer's lists as findings carry them: made once, shared by all findings.
///
/// `Role` says what an entry is to the analyzer, so that no match needs its category's letters.
struct ListedEntries<Role: Sendable>: Sendable {
  /// What a finding takes of its entry.
  struct Member: Sendable {
    var shared: Finding.Shared
    var weight: Double
    var role: Role
  }

  private let members: [[Member]]

  /// - Parameters:
  ///   - lexicons: the lists, in the order in which matches number them.
  ///   - analyzer: the name under which its findings stand.
  ///   - role: what an entry of a category is to the analyzer.
  init(_ lexicons: [Lexicon], of analyzer: String, role: (_ category: String) -> Role) {
    members = lexicons.map { lexicon in
      zip(lexicon.entries, Evidence.all(of: lexicon)).map { entry, evidence in
        Member(
          shared: Finding.Shared(
            Finding.Nature(analyzer: analyzer, category: entry.category, evidence: evidence)),
          weight: entry.weight, role: role(entry.category))
      }
    }
  }

  func role(of match: Match) -> Role { members[match.lexicon][match.entry].role }
  func weight(of match: Match) -> Double { members[match.lexicon][match.entry].weight }
  func shared(of match: Match) -> Finding.Shared { members[match.lexicon][match.entry].shared }
}

extension ListedEntries<Void> {
  /// Entries that are all alike to their analyzer.
  init(_ lexicons: [Lexicon], of analyzer: String) { self.init(lexicons, of: analyzer) { _ in } }
}

extension Finding {
  /// A finding that is one stretch and rests on one entry, as `init(_:_:at:in:lexicons:)` makes it.
  ///
  /// With no details it shares all but its place with the entry's other findings.
  init<Role>(
    _ match: Match, at tokens: Extent<Unit.Token>? = nil, in reading: Reading,
    entries: ListedEntries<Role>, weight: Double?, details: [Detail] = []
  ) {
    let shared = entries.shared(of: match)
    self.init(
      details.isEmpty
        ? shared
        : Shared(
          Nature(
            analyzer: shared.nature.analyzer, category: shared.nature.category,
            evidence: shared.nature.evidence, details: details)), match, at: tokens, in: reading,
      weight: weight)
  }

  /// The same with the entry's weight.
  init<Role>(_ match: Match, in reading: Reading, entries: ListedEntries<Role>) {
    self.init(match, in: reading, entries: entries, weight: entries.weight(of: match))
  }
}
