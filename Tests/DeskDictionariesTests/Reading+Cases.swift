import Copydesk
import Foundation
import Testing

/// Dictionaries made for the tests, in `Cases`.
enum Case {
  static func bytes(_ file: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return Array(try Data(contentsOf: folder.appending(path: "Cases/\(file)")))
  }

  static func dictionary(_ file: String) throws -> UserDictionary {
    try dictionary(file, bytes(file))
  }

  static func dictionary(_ file: String, _ text: String) throws -> UserDictionary {
    try dictionary(file, Array(text.utf8))
  }

  static func dictionary(_ file: String, _ bytes: [UInt8]) throws -> UserDictionary {
    let format = try #require(dictionaryFormat(named: nil, file: file))
    return try UserDictionary(
      name: "made", DictionaryFile(name: file, bytes: bytes), as: format)
  }

  /// How often each category counts in a text; categories without a count left out.
  static func counts(_ dictionary: UserDictionary, in text: String) -> [String: Int] {
    let reading = Reading(Text(text))
    let matches = Matcher([dictionary.lexicon]).matches(in: reading.words)
    let findings = DictionaryAnalyzer(dictionary).findings(in: reading, matches: matches)
    return Dictionary(grouping: findings) { $0.category ?? "" }.mapValues(\.count)
  }
}
