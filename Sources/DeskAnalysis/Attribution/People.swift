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
    /// The token at which the person spoke last.
    var lastSeen: Int
  }

  private var people: [Person] = []
  private var last: (type: SourceType, entity: String?, token: Int)?

  /// The type of a source, and the name of whom a short name or a pronoun stands for.
  ///
  /// A pronoun is taken for the source before it where that is not far: at most 120 tokens.
  mutating func resolve(_ source: TokenSpan, _ scan: Scan) -> (type: SourceType, entity: String?) {
    guard let type = scan.sourceType(of: source) else {
      let isNear = last.map { source.start - $0.token < 120 } ?? false
      let kind = scan.kinds[source.start]
      if let last, isNear || kind == .who {
        self.last = (last.type, last.entity, source.start)
        return (last.type, last.entity)
      }
      return (
        kind == .it || kind == .which || kind == .that
          ? .documentOrOrganisation : .unnamedPeople, nil
      )
    }
    var entity: String?
    if type == .namedPerson { entity = name(source, scan) }
    last = (type, entity, source.start)
    return (type, entity)
  }

  /// The full name of a named source: the one an earlier source of that surname bore.
  private mutating func name(_ source: TokenSpan, _ scan: Scan) -> String? {
    let names = scan.nameTokens(in: source)
    guard let first = names.first else { return nil }
    var end = first
    while end + 1 < source.end, names.contains(end + 1) { end += 1 }
    let surname = scan.tokens[end].hash
    let written = scan.reading.words.text[scan.reading.words.bytes(TokenSpan(first, end + 1))]
    if let known = people.firstIndex(where: { $0.surname == surname }) {
      people[known].lastSeen = source.start
      if end > first, people[known].name.utf8.count < written.utf8.count {
        people[known].name = written
      }
      return people[known].name
    }
    people.append(Person(name: written, surname: surname, lastSeen: source.start))
    return written
  }
}
