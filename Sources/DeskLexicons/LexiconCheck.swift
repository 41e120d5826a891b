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

  /// Warns of entries all of whose forms another entry of the list has without a condition.
  private func hiddenEntries(_ list: Lexicon) -> [LexiconFault] {
    var owners: [Pattern.Sequence: Int] = [:]
    for (index, entry) in list.entries.enumerated() where entry.conditions.isEmpty {
      for form in entry.shape.forms where owners[form] == nil { owners[form] = index }
    }
    var out: [LexiconFault] = []
    for (index, entry) in list.entries.enumerated() {
      let forms = entry.shape.forms
      let hidden = forms.allSatisfy { form in
        owners[form].map { $0 != index } ?? false
      }
      guard hidden, let form = forms.first, let owner = owners[form] else { continue }
      out.append(
        LexiconFault(
          file: list.file, line: entry.line,
          reason:
            "'\(entry.pattern)' can never count alone: line \(list.entries[owner].line) has the same words without a condition"
        ))
    }
    return out
  }
}
