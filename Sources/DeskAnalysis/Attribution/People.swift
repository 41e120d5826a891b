import DeskReading
import DeskText

/// The people whom an article has named as sources.
///
/// Short names ("Mr. Saleh") and pronouns find their full names here.
struct People {
  private struct Person {
    /// As first written in full.
    var name: String
    /// The hash of the last name.
    var surname: UInt32
  }

  private struct Mention {
    var type: SourceType
    var entity: String?
    var token: Int
  }

  private var people: [Person] = []
  /// The last source of each sort: one person, a group of people, a thing.
  private var lastPerson: Mention?
  private var lastGroup: Mention?
  private var lastThing: Mention?
  private let singular: Set<UInt32>

  /// How far back an antecedent may stand, in tokens.
  private static let reach = 150

  init() {
    singular = Set(
      ["he", "she", "him", "her", "himself", "herself", "i"].map {
        Folding.hash(folded: Array($0.utf8))
      })
  }

  /// The type of a source, and the name of whom a short name or a pronoun stands for.
  ///
  /// "He" is taken for the person who spoke last where that is near; where nobody did, he is
  /// still one whom the article has named.
  mutating func resolve(_ source: TokenSpan, _ scan: Scan) -> (type: SourceType, entity: String?) {
    guard let type = scan.sourceType(of: source) else { return pronoun(source.start, scan) }
    let entity = type == .namedPerson ? name(source, scan) : nil
    let mention = Mention(type: type, entity: entity, token: source.start)
    switch type {
    case .namedPerson: lastPerson = mention
    case .unnamedOfficial, .unnamedPeople: lastGroup = mention
    case .socialMedia, .newsOutlet, .documentOrganisation, .nobody: lastThing = mention
    }
    return (type, entity)
  }

  private mutating func pronoun(_ token: Int, _ scan: Scan) -> (type: SourceType, entity: String?) {
    func near(_ mention: Mention?) -> Mention? {
      mention.flatMap { token - $0.token < Self.reach ? $0 : nil }
    }
    switch scan.kinds[token] {
    case .who:
      let name = scan.nameBefore(token)
      return name.map { (.namedPerson, $0) } ?? (scan.typeBefore(token) ?? .unnamedPeople, nil)
    case .it, .which, .that:
      return (near(lastThing)?.type ?? .documentOrganisation, nil)
    case .pronoun where singular.contains(scan.tokens[token].hash):
      guard let person = near(lastPerson) else { return (.namedPerson, nil) }
      lastPerson?.token = token
      return (.namedPerson, person.entity)
    default:
      let group = [near(lastGroup), near(lastThing)].compactMap { $0 }.max { $0.token < $1.token }
      return (group?.type ?? .unnamedPeople, nil)
    }
  }

  /// The full name of a named source: the one an earlier source of that surname bore.
  private mutating func name(_ source: TokenSpan, _ scan: Scan) -> String? {
    guard let run = scan.personRun(in: source) else { return nil }
    let surname = scan.tokens[scan.surnameToken(of: run)].hash
    let written = scan.reading.words.text[scan.reading.words.bytes(run)]
    if let known = people.firstIndex(where: { $0.surname == surname }) {
      if run.count > 1, people[known].name.utf8.count < written.utf8.count {
        people[known].name = written
      }
      return people[known].name
    }
    people.append(Person(name: written, surname: surname))
    return written
  }
}

extension Scan {
  /// The words of a source that name the person, among all names in it.
  ///
  /// "The ambassador to Tajikistan, Zahir Aghbar" names Aghbar; "Resistance leader Ahmad Massoud"
  /// begins with a capital that is no name; "Ahmad Massoud, son of Ahmad Shah Massoud" names the
  /// first.
  fileprivate func personRun(in source: TokenSpan) -> TokenSpan? {
    let names = Set(nameTokens(in: source))
    var runs: [TokenSpan] = []
    var index = source.start
    while index < source.end {
      defer { index += 1 }
      guard names.contains(index) else { continue }
      let start = index
      while index + 1 < source.end, names.contains(index + 1) { index += 1 }
      runs.append(TokenSpan(start, index + 1))
    }
    func isBare(_ run: TokenSpan) -> Bool {
      run.start > source.start && WordKind.prepositions.contains(kinds[run.start - 1])
    }
    if let first = runs.first, first.start == source.start,
      first.count > 1 || first.end == source.end || tokens[first.end].kind != .word
        || kinds[first.end] == .who
    {
      return first
    }
    let rest = runs.filter { !isBare($0) && $0.start > source.start }
    return rest.first { $0.count > 1 } ?? rest.first ?? runs.first
  }

  /// The last name of a person: the last word but "Jr" and its like.
  fileprivate func surnameToken(of run: TokenSpan) -> Int {
    let isSuffix = ["jr", "sr", "ii", "iii", "iv"].contains(reading.words.folded(run.end - 1))
    return isSuffix && run.count > 1 ? run.end - 2 : run.end - 1
  }

  /// The name that ends before a relative pronoun: "Saleh, who".
  fileprivate func nameBefore(_ token: Int) -> String? {
    var end = token
    if end > 0, kinds[end - 1] == .comma { end -= 1 }
    var start = end
    while start > 0, !nameTokens(in: TokenSpan(start - 1, start)).isEmpty { start -= 1 }
    guard start < end else { return nil }
    return reading.words.text[reading.words.bytes(TokenSpan(start, end))]
  }

  /// The type of the noun before a relative pronoun: "officials who".
  fileprivate func typeBefore(_ token: Int) -> SourceType? {
    var end = token
    if end > 0, kinds[end - 1] == .comma { end -= 1 }
    guard end > 0, tokens[end - 1].kind == .word else { return nil }
    return sourceType(of: TokenSpan(end - 1, end))
  }
}
