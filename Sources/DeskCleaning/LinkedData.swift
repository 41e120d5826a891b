import DeskText

/// What a page's JSON-LD says about its article (schema.org's NewsArticle and its kin).
struct LinkedData {
  private(set) var headline: String?
  private(set) var authors: [String] = []
  /// Organisations that stand as author.
  private(set) var houses: [String] = []
  private(set) var published: String?
  /// When it was made, which is not when it came out; and when the page around it came out.
  private(set) var created: String?
  private(set) var pagePublished: String?
  private(set) var publisher: String?
  private(set) var url: String?
  /// The article's text as the publisher tells it to search engines, its line ends kept.
  private(set) var body: String?
  /// Whether the page says that it can be read without paying.
  private(set) var isFree: Bool?
  private(set) var language: String?

  init(_ scripts: [ArraySlice<UInt8>]) {
    for script in scripts {
      guard let tree = JSONTree(Self.unwrapped(script)) else { continue }
      read(tree.root, depth: 0)
    }
    if authors.isEmpty { authors = authorReferences.compactMap { persons[$0] } }
  }

  /// The names of persons by their `@id`, and the ones that the article refers to.
  private var persons: [String: String] = [:]
  private var authorReferences: [String] = []

  /// A script without the comment marks or the CDATA section around it.
  private static func unwrapped(_ script: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func opens(_ byte: UInt8) -> Bool { byte == 0x7B || byte == 0x5B }
    func closes(_ byte: UInt8) -> Bool { byte == 0x7D || byte == 0x5D }
    var rest = script
    while let first = rest.first, first <= 0x20 { rest = rest.dropFirst() }
    for opening in ["<![CDATA[", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "<!--"]
    where rest.starts(with: opening.utf8) { rest = rest.dropFirst(opening.utf8.count) }
    while let last = rest.last, last <= 0x20 || last == 0x2F || last == 0x2A {
      rest = rest.dropLast()
    }
    if rest.suffix(3).elementsEqual("]]>".utf8) { rest = rest.dropLast(3) }
    guard let first = rest.firstIndex(where: opens), let last = rest.lastIndex(where: closes),
      first < last
    else { return rest }
    return rest[first...last]
  }

  private mutating func read(_ value: JSONTree.Value, depth: Int) {
    guard depth < 6 else { return }
    if let list = value.list {
      for item in list.prefix(50) { read(item, depth: depth + 1) }
    } else if value.isObject {
      let object = value
      // Some pages leave out the sign before the word.
      let type = object["@type"] ?? object["type"]
      if Self.isArticle(type) {
        take(object)
      } else {
        if let id = object["@id"]?.string, let name = Self.names(object).first,
          Self.types(type).contains("Person")
        {
          persons[id] = name
        }
        // A page, a recipe, instructions; a video or a picture on the page has a day of its own.
        if !Self.types(type).contains(where: { $0.hasSuffix("Object") }) {
          pagePublished = pagePublished ?? Self.text(object["datePublished"])
        }
        for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
          if let inner = object[key], inner.string == nil { read(inner, depth: depth + 1) }
        }
      }
    }
  }

  private static func types(_ type: JSONTree.Value?) -> [String] {
    type?.list?.compactMap(\.string) ?? type?.string.map { [$0] } ?? []
  }

  private static func isArticle(_ type: JSONTree.Value?) -> Bool {
    types(type).contains {
      $0.hasSuffix("Article") || $0.hasSuffix("BlogPosting") || $0.hasSuffix("Posting")
        || $0 == "Report" || $0.hasSuffix("Report")
    }
  }

  private mutating func take(_ object: JSONTree.Value) {
    headline = headline ?? Self.text(object["headline"]) ?? Self.text(object["name"])
    if authors.isEmpty { takeAuthors(object["author"]) }
    if authors.isEmpty { takeAuthors(object["creator"]) }
    published = published ?? Self.text(object["datePublished"])
    created = created ?? Self.text(object["dateCreated"])
    publisher = publisher ?? Self.names(object["publisher"]).first
    url = url ?? Self.text(object["url"]) ?? Self.text(object["mainEntityOfPage"])
    body = body ?? object["articleBody"]?.string
    isFree = isFree ?? Self.truth(object["isAccessibleForFree"])
    language = language ?? Self.text(object["inLanguage"])
  }

  /// Persons by name or by reference; an organisation is a house.
  private mutating func takeAuthors(_ value: JSONTree.Value?) {
    guard let value else { return }
    for author in value.list ?? [value] {
      if Self.types(author["@type"]).contains(where: { $0.hasSuffix("Organization") }) {
        houses += Self.names(author)
        continue
      }
      let names = Self.names(author)
      if names.isEmpty, let reference = author["@id"]?.string {
        authorReferences.append(reference)
      }
      authors += names
    }
  }

  /// A string, or the `@id` or `@value` of an object.
  private static func text(_ value: JSONTree.Value?) -> String? {
    guard let value else { return nil }
    if let text = value.string {
      let clean = String(decoding: LineShape.collapsed(text.utf8), as: UTF8.self)
      return clean.isEmpty ? nil : clean
    }
    if let list = value.list { return text(list.first) }
    return text(value["@value"]) ?? text(value["@id"])
  }

  /// `true`, `"False"`: a truth value, which many write as text.
  private static func truth(_ value: JSONTree.Value?) -> Bool? {
    guard let word = (value?.string ?? value?.literal)?.lowercased() else { return nil }
    return word.hasSuffix("true") ? true : word.hasSuffix("false") ? false : nil
  }

  /// Names of one or many persons or organisations, as strings or objects.
  private static func names(_ value: JSONTree.Value?) -> [String] {
    guard let value else { return [] }
    if let list = value.list { return list.flatMap { names($0) } }
    if value.isObject { return names(value["name"]) }
    return text(value).map { [$0] } ?? []
  }
}
