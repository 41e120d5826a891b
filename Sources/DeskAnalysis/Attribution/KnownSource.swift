import DeskReading
import DeskText

/// A source that an article has cited, and by what it can be known again.
struct KnownSource {
  var type: SourceType
  /// As first written; of a person in full, if the article ever gives the full name.
  var name: String
  /// Of a person with a name.
  var run: NameRun?
  /// Nouns and modifiers of a phrase that is no person's name.
  var words: [UInt32]
  /// The noun on which the phrase turns.
  var head: UInt32
  /// The capital words of an organisation's or outlet's name, and their first letters.
  var capitals: [UInt32] = []
  var initials: [UInt8] = []
  /// The letters of a name that is one word in capitals.
  var letters: [UInt8] = []
  /// One person: someone for whom "he" or "she" can stand.
  var isPerson: Bool
  /// Several, or an organisation: somebody for whom "they" can stand.
  var isMany: Bool
  var gender: SourceWords = []
  /// Where it was last cited.
  var lastToken: Int
}

/// What a source of a finding turns out to be.
struct ResolvedSource {
  var type: SourceType
  /// The number of the source in its article, from 1; nil where it is left open.
  var number: Int?
  /// Whom a pronoun, a short name or a description stands for.
  var entity: String?
  /// The word on which its phrase turns; of a person the last name.
  var head = 0
}

/// The sources of an article so far; joins the variants under which one is cited.
///
/// "Amrullah Saleh", "Mr. Saleh", "Saleh", "the former vice president" and "he" are one source
/// where the article leaves no doubt. Where it does, the source is left open rather than guessed:
/// an open source is nobody's, and is counted as open.
struct SourceRegister {
  var known: [KnownSource] = []
  let names: NameIndex
  private var hasWriter: Int?

  init(_ scan: Scan) { names = NameIndex(scan) }

  /// The kind of a source and its number in the article.
  mutating func resolve(_ source: TokenSpan, _ scan: Scan) -> ResolvedSource {
    let reading = scan.sourceReading(of: source, names)
    var resolved = reading.map { resolve(source, $0, scan) } ?? pronoun(source.start, scan)
    resolved.head = reading.map { $0.name.map { $0.tokens.end - 1 } ?? $0.head } ?? source.start
    return resolved
  }

  private mutating func resolve(
    _ source: TokenSpan, _ reading: SourceReading, _ scan: Scan
  ) -> ResolvedSource {
    if let name = reading.name {
      guard reading.others.isEmpty else { return joint(source, reading, scan) }
      return person(name, scan)
    }
    if reading.type == .ownWriter { return writer(source.start) }
    return phrase(source, reading, scan)
  }

  /// The article's own writer, who is one source.
  mutating func writer(_ token: Int) -> ResolvedSource {
    let index = hasWriter ?? known.count
    if hasWriter == nil {
      hasWriter = index
      known.append(
        KnownSource(
          type: .ownWriter, name: "the writer", words: [], head: 0, isPerson: false, isMany: false,
          lastToken: token))
    }
    return cite(index, at: token, isNamed: true)
  }

  /// Marks a source as cited, and says what it is.
  mutating func cite(_ index: Int, at token: Int, isNamed: Bool) -> ResolvedSource {
    known[index].lastToken = token
    return ResolvedSource(
      type: known[index].type, number: index + 1, entity: isNamed ? known[index].name : nil)
  }

  // MARK: Names

  /// The person whom a name means; open where several bear it.
  mutating func person(_ run: NameRun, _ scan: Scan) -> ResolvedSource {
    let gender = honorific(before: run, scan)
    var same: Int?
    for index in known.indices where known[index].isPerson {
      guard let name = known[index].run, name.agrees(with: run),
        Self.agree(known[index].gender, gender)
      else { continue }
      guard same == nil else {
        return ResolvedSource(type: .namedPerson, number: nil, entity: nil)
      }
      same = index
    }
    if let same { return cite(same, at: run.tokens.start, isNamed: true) }
    let full = names.fullNames(of: run).filter { Self.agree(names.gender(of: $0), gender) }
    guard full.count < 2 || run.count > 1 else {
      return ResolvedSource(type: .namedPerson, number: nil, entity: nil)
    }
    let name = run.count > 1 ? run : full.first ?? run
    // "Zoë" for Zoë Núñez, who has been cited.
    if let index = known.firstIndex(where: { $0.run?.key == name.key }) {
      return cite(index, at: run.tokens.start, isNamed: true)
    }
    known.append(
      KnownSource(
        type: .namedPerson, name: scan.written(name.tokens), run: name, words: [], head: name.last,
        isPerson: true, isMany: false,
        gender: gender.isEmpty ? names.gender(of: name) : gender, lastToken: run.tokens.start))
    return cite(known.count - 1, at: run.tokens.start, isNamed: true)
  }

  /// Several people who speak as one are a source of their own.
  private mutating func joint(
    _ source: TokenSpan, _ reading: SourceReading, _ scan: Scan
  ) -> ResolvedSource {
    guard let first = reading.name else { return ResolvedSource(type: .namedPerson) }
    let all = [first] + reading.others
    let words = all.map(\.last)
    if let index = known.firstIndex(where: { $0.isMany && $0.words == words }) {
      return cite(index, at: source.start, isNamed: true)
    }
    let full = all.map { scan.written((names.fullNames(of: $0).first ?? $0).tokens) }
    known.append(
      KnownSource(
        type: .namedPerson, name: full.joined(separator: " and "), words: words, head: first.last,
        isPerson: false, isMany: true, lastToken: source.start))
    return cite(known.count - 1, at: source.start, isNamed: true)
  }

  /// What "Mr." or "spokeswoman" before a name tells.
  private func honorific(before run: NameRun, _ scan: Scan) -> SourceWords {
    var before = run.tokens.start - 1
    if before > 0, scan.kinds[before] == .stop { before -= 1 }
    return before >= 0 ? scan.sourceWords[before].intersection([.female, .male]) : []
  }

  /// Whether two genders can be one person's; an unknown one agrees with both.
  static func agree(_ a: SourceWords, _ b: SourceWords) -> Bool {
    a.isEmpty || b.isEmpty || a == b
  }
}

extension Scan {
  /// Words as they stand in the text.
  func written(_ span: TokenSpan) -> String { reading.words.text[reading.words.bytes(span)] }
}
