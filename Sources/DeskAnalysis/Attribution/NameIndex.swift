import DeskReading
import DeskText

/// Every name of an article, and whether the article treats it as a person's.
///
/// The same look of capital letters names people, companies and capitals. What stands around each
/// mention tells them apart: honorifics, roles and ages beside it, a given name before it, "the"
/// or "in" before it, and how it is spelt.
struct NameIndex {
  /// A place where somebody is named.
  struct Mention {
    var run: NameRun
    /// Whether the writer names a person there as one who may act: outside quotation marks, not
    /// after a preposition, not before a possessive.
    var isActing: Bool
  }

  private(set) var mentions: [Mention] = []
  private var evidence: [UInt64: Int] = [:]
  private var genders: [UInt64: SourceWords] = [:]
  /// Names of several words by last word.
  private var byLast: [UInt32: [NameRun]] = [:]
  private var byFirst: [UInt32: [NameRun]] = [:]
  /// Roles, as their nouns or titles are written, of names by last word.
  private var roles: [UInt32: Set<[UInt8]>] = [:]

  static let suffixes = Set(
    ["jr", "sr", "ii", "iii", "iv"].map { Folding.hash(folded: Array($0.utf8)) })

  init(_ scan: Scan) {
    for sentence in scan.reading.sentences where !Self.isHeadline(sentence, scan) {
      for run in scan.nameRuns(in: sentence.tokens) { add(run, in: sentence.tokens, scan) }
    }
  }

  /// A line in which nearly all words are capitals tells nothing by a capital.
  private static func isHeadline(_ sentence: Sentence, _ scan: Scan) -> Bool {
    guard let last = sentence.tokens.range.last, scan.kinds[last] != .stop else { return false }
    var words = 0
    var capitals = 0
    for index in sentence.tokens.range where scan.tokens[index].kind == .word {
      let token = scan.tokens[index]
      guard token.end - token.start > 3 else { continue }
      words += 1
      if token.flags.contains(.capital) { capitals += 1 }
    }
    return words > 3 && capitals * 10 > words * 7
  }

  private mutating func add(_ run: NameRun, in bounds: TokenSpan, _ scan: Scan) {
    let look = NameSurroundings(run, in: bounds, scan)
    let points = look.points
    evidence[run.key, default: 0] += points
    if run.words.count > 1 {
      if points >= 0 {
        if !(byLast[run.last] ?? []).contains(where: { $0.words == run.words }) {
          byLast[run.last, default: []].append(run)
          byFirst[run.first, default: []].append(run)
        }
      }
    }
    if points > 0 {
      let gender = look.gender
      if !gender.isEmpty { genders[run.key, default: []].formUnion(gender) }
    }
    if let role = look.role { roles[run.last, default: []].insert(role) }
    mentions.append(
      Mention(
        run: run,
        isActing: !scan.isQuoted(run.tokens.start)
          && !WordKind.prepositions.contains(scan.kind(run.tokens.start - 1, in: bounds))
          && scan.kind(run.tokens.end, in: bounds) != .clitic))
  }

  /// The places inside a stretch of text where somebody is named, in order.
  func mentions(in span: TokenSpan) -> ArraySlice<Mention> {
    func first(_ token: Int) -> Int {
      var low = 0
      var high = mentions.count
      while low < high {
        let middle = (low + high) / 2
        if mentions[middle].run.tokens.start < token { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return mentions[first(span.start)..<max(first(span.start), first(span.end))]
  }

  /// Whether the article treats a name as a person's.
  func isPerson(_ run: NameRun) -> Bool {
    let own = evidence[run.key] ?? 0
    if run.words.count > 1 { return own >= 0 }
    let full = (byLast[run.last] ?? []) + (byFirst[run.first] ?? [])
    let best = full.map { evidence[$0.key] ?? 0 }.max()
    if let best { return own + best > 0 }
    return own > 0
  }

  /// Whether the article leaves no doubt that a name is a person's.
  func isSurelyPerson(_ run: NameRun) -> Bool {
    let full = run.words.count > 1 ? [run] : (byLast[run.last] ?? []) + (byFirst[run.first] ?? [])
    let best = full.map { evidence[$0.key] ?? 0 }.max() ?? 0
    return isPerson(run) && (run.words.count > 1 ? best : best + (evidence[run.key] ?? 0)) > 2
  }

  /// The full names that a short one can stand for, each person once.
  ///
  /// Of several who bear it, those count whom the article has introduced by then.
  func fullNames(of run: NameRun) -> [NameRun] {
    let all = allFullNames(of: run)
    let before = all.filter { $0.tokens.start < run.tokens.start }
    return before.isEmpty ? all : before
  }

  private func allFullNames(of run: NameRun) -> [NameRun] {
    var out: [NameRun] = []
    let all = run.words.count > 1 ? byLast[run.last] ?? [] : (byLast[run.last] ?? [])
    for name in all where name.agrees(with: run) && isPerson(name) {
      if !out.contains(where: { $0.agrees(with: name) }) { out.append(name) }
    }
    guard out.isEmpty, run.words.count == 1 else { return out }
    for name in byFirst[run.first] ?? [] where isPerson(name) {
      if !out.contains(where: { $0.agrees(with: name) }) { out.append(name) }
    }
    return out
  }

  /// `female`, `male`, or nothing where the article does not tell or tells both.
  func gender(of run: NameRun) -> SourceWords {
    var gender = genders[run.key] ?? []
    if run.words.count == 1 {
      for name in fullNames(of: run) { gender.formUnion(genders[name.key] ?? []) }
    }
    return gender == [.female, .male] ? [] : gender
  }

  /// The names to whose bearers the article gives a role.
  ///
  /// "Gov." gives the role of a governor: an abbreviated title is the beginning of its noun.
  func names(withRole role: [UInt8]) -> [NameRun] {
    roles.filter { $0.value.contains { $0 == role || $0.count == 3 && role.starts(with: $0) } }
      .compactMap { last, _ in (byLast[last] ?? []).first { isPerson($0) } }
      .sorted { $0.tokens < $1.tokens }
  }
}
