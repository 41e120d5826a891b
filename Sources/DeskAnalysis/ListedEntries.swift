import DeskLexicons
import DeskReading
import DeskText

/// The entries of an analyzer's lists as findings carry them: made once, shared by all findings.
///
/// `Role` says what an entry is to the analyzer, so that no match needs its category's letters.
struct ListedEntries<Role: Sendable>: Sendable {
  /// What a finding takes of its entry.
  struct Member: Sendable {
    var category: String
    var weight: Double
    var evidence: Evidence
    var role: Role
  }

  private let members: [[Member]]

  /// - Parameters:
  ///   - lexicons: the lists, in the order in which matches number them.
  ///   - role: what an entry of a category is to the analyzer.
  init(_ lexicons: [Lexicon], role: (_ category: String) -> Role) {
    members = lexicons.map { lexicon in
      zip(lexicon.entries, Evidence.all(of: lexicon)).map { entry, evidence in
        Member(
          category: entry.category, weight: entry.weight, evidence: evidence,
          role: role(entry.category))
      }
    }
  }

  subscript(_ match: Match) -> Member { members[match.lexicon][match.entry] }

  func role(of match: Match) -> Role { members[match.lexicon][match.entry].role }
}

extension ListedEntries<Void> {
  /// Entries that are all alike to their analyzer.
  init(_ lexicons: [Lexicon]) { self.init(lexicons) { _ in } }
}

extension Finding {
  /// A finding that is one stretch and rests on one entry, as `init(_:_:at:in:lexicons:)` makes it.
  init<Role>(
    _ analyzer: String, _ match: Match, at place: Extent<Unit.Token>? = nil,
    in reading: Reading, entries: ListedEntries<Role>
  ) {
    let entry = entries[match]
    self.init(
      analyzer, match, at: place, in: reading, category: entry.category, weight: entry.weight,
      evidence: entry.evidence)
  }
}
