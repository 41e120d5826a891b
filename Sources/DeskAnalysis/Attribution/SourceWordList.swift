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

  /// A person by what he or she does: "spokesman", "residents".
  static let role: SourceWords = [.official, .people]
  /// What speaks for its author: "tweet", "report", "newspaper".
  static let thing: SourceWords = [.socialMedia, .document, .outletNoun]
}

/// The words of `source-words.tsv`.
struct SourceWordList: Sendable {
  let lexicon: Int
  let words: [SourceWords]

  init(_ list: Lexicon?, number: Int) {
    lexicon = number
    words = (list?.entries ?? []).map { Self.categories[$0.category] ?? [] }
  }

  private static let categories: [String: SourceWords] = [
    "official": .official, "people": .people, "social-media": .socialMedia, "outlet": .outlet,
    "outlet-noun": .outletNoun, "document": .document, "organisation": .organisation,
    "title": .title,
  ]
}
