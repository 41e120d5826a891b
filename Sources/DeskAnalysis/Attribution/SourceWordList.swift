import DeskLexicons

/// What a word tells about a source.
struct SourceWords: OptionSet, Sendable {
  let rawValue: UInt16
  static let official = SourceWords(rawValue: 1)
  static let people = SourceWords(rawValue: 2)
  static let socialMedia = SourceWords(rawValue: 4)
  static let outlet = SourceWords(rawValue: 8)
  static let document = SourceWords(rawValue: 16)
  static let organisation = SourceWords(rawValue: 32)
  static let title = SourceWords(rawValue: 64)
  static let outletNoun = SourceWords(rawValue: 128)
  /// A country or a seat of government, which speaks for whoever governs there.
  static let place = SourceWords(rawValue: 256)
  static let female = SourceWords(rawValue: 512)
  static let male = SourceWords(rawValue: 1024)
  /// A given name.
  static let given = SourceWords(rawValue: 2048)
  /// A small word inside a name: "van", "bin".
  static let particle = SourceWords(rawValue: 4096)
  /// What an outlet's name ends with: "Tribune".
  static let outletTail = SourceWords(rawValue: 8192)
  /// The article's own writer: "this reporter".
  static let writer = SourceWords(rawValue: 16384)

  /// What a company or group named before may be called: "the company".
  static let generic = SourceWords(rawValue: 32768)

  /// A person by what he or she does: "spokesman", "residents".
  static let role: SourceWords = [.official, .people]
  /// What speaks for its author: "tweet", "report", "newspaper".
  static let thing: SourceWords = [.socialMedia, .document, .outletNoun]
  /// What is no person's name, however it is written.
  static let noName: SourceWords = [
    .outlet, .organisation, .outletNoun, .title, .document, .socialMedia, .official, .people,
    .outletTail,
  ]
}

/// The words of `source-words.tsv` and `given-names.tsv`.
struct SourceWordList: Sendable {
  /// By the number of the lexicon, then of the entry; nothing for lists of other words.
  private let words: [[SourceWords]]

  init(_ lexicons: [Lexicon]) {
    words = lexicons.map { list in
      let categories: [String: SourceWords]
      switch list.file {
      case "source-words.tsv": categories = Self.categories
      case "given-names.tsv": categories = Self.given
      default: return []
      }
      return list.entries.map { categories[$0.category] ?? [] }
    }
  }

  /// What a match tells; nil where it is of another list.
  func words(of match: Match) -> SourceWords? {
    match.lexicon < words.count && match.entry < words[match.lexicon].count
      ? words[match.lexicon][match.entry] : nil
  }

  private static let categories: [String: SourceWords] = [
    "official": .official, "people": .people, "social-media": .socialMedia, "outlet": .outlet,
    "outlet-noun": .outletNoun, "outlet-tail": .outletTail, "document": .document,
    "organisation": .organisation, "title": .title, "place": .place, "particle": .particle,
    "writer": .writer, "female": .female, "male": .male,
    "generic": .generic,
  ]
  private static let given: [String: SourceWords] = [
    "female": [.given, .female], "male": [.given, .male], "either": .given,
  ]
}
