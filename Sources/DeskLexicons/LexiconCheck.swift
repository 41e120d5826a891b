import DeskText

extension Lexicons {
  /// What `lexicon check` has to say: faults stop a list from being used, warnings do not.
  public struct Verdict: Sendable {
    public var faults: [LexiconFault] = []
    public var warnings: [LexiconFault] = []
  }

  /// Checks every file: its form, its sources, its order, entries twice or never to be matched.
  public func check() -> Verdict {
    var verdict = Verdict()
    let known = sourceKeys
    for table in tables {
      if let list = lists.first(where: { $0.file == table.file }) {
        verdict.faults += list.faults
        check(list, sources: known, &verdict)
      } else {
        verdict.faults += table.faults
      }
    }
    return verdict
  }

  /// The keys that entries may name as their source.
  var sourceKeys: Set<String> {
    guard let table = table("sources.tsv") else { return [] }
    return Set(table.rows.compactMap { table.cell($0, "key") })
  }

  private func check(_ list: Lexicon, sources: Set<String>, _ verdict: inout Verdict) {
    var lines: [String: Int] = [:]
    for entry in list.entries {
      for key in (entry.source ?? "").split(separator: " ").map(String.init)
      where !sources.contains(key) {
        verdict.faults.append(
          LexiconFault(
            file: list.file, line: entry.line,
            reason: "source '\(key)' is no key of sources.tsv"))
      }
      let identity = "\(entry.pattern)\t\(entry.when ?? "")"
      if let first = lines[identity] {
        verdict.faults.append(
          LexiconFault(
            file: list.file, line: entry.line,
            reason: "'\(entry.pattern)' stands in line \(first) already"))
      } else {
        lines[identity] = entry.line
      }
    }
    let categories = Set(list.entries.map(\.category))
    for guide in list.guides where !categories.contains(guide.category) {
      verdict.faults.append(
        LexiconFault(
          file: list.file, line: guide.line,
          reason: "a guide on '\(guide.category)', but no entry of that category"))
    }
    if let (entry, before) = firstOutOfOrder(list) {
      verdict.faults.append(
        LexiconFault(
          file: list.file, line: entry.line,
          reason: "'\(entry.pattern)' comes before '\(before.pattern)'; `lexicon check --fix` sorts"
        ))
    }
    verdict.warnings += hiddenEntries(list)
  }

  /// The first entry that should stand above the one before it: by category, then by entry.
  private func firstOutOfOrder(_ list: Lexicon) -> (Lexicon.Entry, Lexicon.Entry)? {
    zip(list.entries.dropFirst(), list.entries).first { Self.order($0, $1) }
  }

  /// Whether one entry stands above another in a sorted file.
  static func order(_ a: Lexicon.Entry, _ b: Lexicon.Entry) -> Bool {
    if a.category != b.category { return a.category < b.category }
    return Folding.folded(a.pattern.utf8).lexicographicallyPrecedes(
      Folding.folded(b.pattern.utf8))
  }

  /// Warns of entries all of whose forms another entry of its category has without a condition.
  ///
  /// Across categories one word may well stand twice: a noun that is also a modifier, a word for
  /// an official that is also a title.
  private func hiddenEntries(_ list: Lexicon) -> [LexiconFault] {
    struct Place: Hashable {
      var category: String
      var form: Pattern.Sequence
    }
    var owners: [Place: Int] = [:]
    for (index, entry) in list.entries.enumerated() where entry.conditions.isEmpty {
      for form in list.forms(of: entry) {
        let place = Place(category: entry.category, form: form)
        if owners[place] == nil { owners[place] = index }
      }
    }
    return list.entries.enumerated().compactMap { index, entry in
      let found = list.forms(of: entry).map { owners[Place(category: entry.category, form: $0)] }
      guard let owner = found.first ?? nil, found.allSatisfy({ $0 != nil && $0 != index }) else {
        return nil
      }
      return LexiconFault(
        file: list.file, line: entry.line,
        reason:
          "'\(entry.pattern)' can never count alone: line \(list.entries[owner].line) has the same words without a condition"
      )
    }
  }
}
