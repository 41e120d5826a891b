import DeskText
import Foundation

/// What a page's JSON-LD says about its article (schema.org's NewsArticle and its kin).
struct LinkedData {
  private(set) var headline: String?
  private(set) var authors: [String] = []
  private(set) var published: String?
  private(set) var publisher: String?
  private(set) var url: String?
  private(set) var body: String?
  private(set) var language: String?

  init(_ scripts: [[UInt8]]) {
    for script in scripts {
      // Raw line ends inside strings are no JSON, but common.
      let cleaned = script.map { $0 < 0x20 ? 0x20 : $0 }
      guard let value = try? JSONSerialization.jsonObject(with: Data(cleaned)) else { continue }
      read(value, depth: 0)
    }
  }

  private mutating func read(_ value: Any, depth: Int) {
    guard depth < 6 else { return }
    if let list = value as? [Any] {
      for item in list.prefix(50) { read(item, depth: depth + 1) }
    } else if let object = value as? [String: Any] {
      if Self.isArticle(object["@type"]) {
        take(object)
      } else {
        for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
          if let inner = object[key], !(inner is String) { read(inner, depth: depth + 1) }
        }
      }
    }
  }

  private static func isArticle(_ type: Any?) -> Bool {
    let names =
      (type as? [Any])?.compactMap { $0 as? String } ?? (type as? String).map { [$0] } ?? []
    return names.contains {
      $0.hasSuffix("Article") || $0.hasSuffix("BlogPosting") || $0.hasSuffix("Posting")
        || $0 == "Report" || $0.hasSuffix("Report")
    }
  }

  private mutating func take(_ object: [String: Any]) {
    headline = headline ?? Self.text(object["headline"]) ?? Self.text(object["name"])
    if authors.isEmpty { authors = Self.names(object["author"]) }
    if authors.isEmpty { authors = Self.names(object["creator"]) }
    published = published ?? Self.text(object["datePublished"]) ?? Self.text(object["dateCreated"])
    publisher = publisher ?? Self.names(object["publisher"]).first
    url = url ?? Self.text(object["url"]) ?? Self.text(object["mainEntityOfPage"])
    body = body ?? Self.text(object["articleBody"])
    language = language ?? Self.text(object["inLanguage"])
  }

  /// A string, or the `@id` or `@value` of an object.
  private static func text(_ value: Any?) -> String? {
    if let text = value as? String {
      let clean = String(decoding: LineShape.collapsed(text.utf8), as: UTF8.self)
      return clean.isEmpty ? nil : clean
    }
    if let list = value as? [Any] { return text(list.first) }
    guard let object = value as? [String: Any] else { return nil }
    return text(object["@value"]) ?? text(object["@id"])
  }

  /// Names of one or many persons or organisations, as strings or objects.
  private static func names(_ value: Any?) -> [String] {
    if let list = value as? [Any] { return list.flatMap { names($0) } }
    if let object = value as? [String: Any] { return names(object["name"]) }
    return text(value).map { [$0] } ?? []
  }
}
