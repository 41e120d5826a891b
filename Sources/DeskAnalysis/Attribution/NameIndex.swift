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
  /// Each name once, by its words.
  private var entries: [Name] = []
  private var numbers = NumberTable()
  /// The numbers of the names of several words by their last and by their first word.
  private var byLast = NameChains()
  private var byFirst = NameChains()
  /// Roles that the article gives: the token of the role's noun, and the last name of the bearer.
  private var roles: [(noun: Int, last: UInt32)] = []

  /// What the article tells of a name.
  private struct Name {
    var evidence = 0
    var gender: SourceWords = []
    /// Where it stands first as one that may be a person's, if it has several words.
    var run: NameRun?
  }

  static let suffixes = ["jr", "sr", "ii", "iii", "iv"].map {
    Folding.hash(folded: Array($0.utf8))
  }

  init(_ scan: Scan) {
    mentions.reserveCapacity(64)
    entries.reserveCapacity(48)
    for sentence in scan.reading.sentences where !Self.isHeadline(sentence, scan) {
      scan.forEachName(in: sentence.tokens) { add($0, in: sentence.tokens, scan) }
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
    let number = numbers.number(of: run.key, else: entries.count)
    if number == entries.count { entries.append(Name()) }
    entries[number].evidence += look.points
    if run.count > 1, look.points >= 0, entries[number].run == nil {
      entries[number].run = run
      byLast.append(number, to: run.last)
      byFirst.append(number, to: run.first)
    }
    if look.points > 0 { entries[number].gender.formUnion(look.gender) }
    if let role = look.role { roles.append((role, run.last)) }
    mentions.append(
      Mention(
        run: run,
        isActing: !scan.isQuoted(run.tokens.start)
          && !scan.kind(run.tokens.start - 1, in: bounds).isOne(of: .prepositions)
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

  private func evidence(_ run: NameRun) -> Int {
    numbers.number(of: run.key).map { entries[$0].evidence } ?? 0
  }

  /// The most that speaks for one of the full names of which a word is part.
  private func bestEvidence(ofFullNamesOf run: NameRun) -> Int? {
    var best: Int?
    byLast.forEach(run.last) { best = max(best ?? .min, entries[$0].evidence) }
    byFirst.forEach(run.first) { best = max(best ?? .min, entries[$0].evidence) }
    return best
  }

  /// Whether the article treats a name as a person's.
  func isPerson(_ run: NameRun) -> Bool {
    let own = evidence(run)
    if run.count > 1 { return own >= 0 }
    return own + (bestEvidence(ofFullNamesOf: run) ?? 0) > 0
  }

  /// Whether the article leaves no doubt that a name is a person's.
  func isSurelyPerson(_ run: NameRun) -> Bool {
    let own = evidence(run)
    if run.count > 1 { return own > 2 }
    return own + (bestEvidence(ofFullNamesOf: run) ?? 0) > 2
  }

  /// The full names that a short one can stand for, each person once.
  ///
  /// Of several who bear it, those count whom the article has introduced by then.
  func fullNames(of run: NameRun) -> [NameRun] {
    let all = allFullNames(of: run)
    guard all.contains(where: { $0.tokens.start < run.tokens.start }) else { return all }
    return all.filter { $0.tokens.start < run.tokens.start }
  }

  private func allFullNames(of run: NameRun) -> [NameRun] {
    var out: [NameRun] = []
    func add(_ name: NameRun) {
      if isPerson(name), !out.contains(where: { $0.agrees(with: name) }) { out.append(name) }
    }
    byLast.forEach(run.last) {
      if let name = entries[$0].run, name.agrees(with: run) { add(name) }
    }
    guard out.isEmpty, run.count == 1 else { return out }
    byFirst.forEach(run.first) {
      if let name = entries[$0].run { add(name) }
    }
    return out
  }

  /// `female`, `male`, or nothing where the article does not tell or tells both.
  func gender(of run: NameRun) -> SourceWords {
    var gender = ownGender(of: run)
    if run.count == 1 {
      for name in fullNames(of: run) { gender.formUnion(ownGender(of: name)) }
    }
    return gender == [.female, .male] ? [] : gender
  }

  private func ownGender(of run: NameRun) -> SourceWords {
    numbers.number(of: run.key).map { entries[$0].gender } ?? []
  }

  /// The names to whose bearers the article gives a role.
  ///
  /// "Gov." gives the role of a governor: an abbreviated title is the beginning of its noun.
  func names(withRole role: [UInt8], _ scan: Scan) -> [NameRun] {
    var out: [NameRun] = []
    for (noun, last) in roles where !out.contains(where: { $0.last == last }) {
      let word = scan.folded(noun)
      guard word == role || word.count == 3 && role.starts(with: word) else { continue }
      var bearer: NameRun?
      byLast.forEach(last) { number in
        if bearer == nil, let name = entries[number].run, isPerson(name) { bearer = name }
      }
      if let bearer { out.append(bearer) }
    }
    return out.sorted { $0.tokens < $1.tokens }
  }
}
