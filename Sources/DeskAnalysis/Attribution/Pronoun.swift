/// For whom a word stands that names nobody itself.
enum Pronoun: UInt8, Sendable {
  case none, he, she
  /// The article's own writer, or whoever is quoted.
  case writer
  case you, others

  /// Whether it is "he" or "she".
  @inline(__always)
  var isOnePerson: Bool { self == .he || self == .she }

  /// The words of each, alone or with the beginning of a verb.
  static let lists: [(Pronoun, String)] = [
    (.he, "he him himself he's he'd he'll"),
    (.she, "she her herself she's she'd she'll"),
    (.writer, "i we me us myself ourselves i'm i've i'd we're we've we'd i'll we'll"),
    (.you, "you you're you've you'd you'll"),
    (.others, "it's it'll they're they've they'd they'll"),
  ]
}
