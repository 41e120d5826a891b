import DeskText

/// What a page says about its article outside the text: `<meta>`, `<time>`, microdata, headings.
struct Metadata {
  private(set) var data: LinkedData
  var language: String?
  private(set) var documentTitle: String?
  private(set) var headings: [String] = []
  private(set) var canonical: String?
  /// Authors by microdata or `rel=author`, with the node that says so.
  private var markedAuthors: [(node: Int, name: String)] = []
  /// Persons whose name links to a page of theirs, with the node.
  private var authorLinks: [(node: Int, name: String)] = []
  private(set) var markedDates: [String] = []
  private(set) var times: [String] = []
  /// Persons and days in parts that call themselves byline or timestamp, in page order.
  private var shownAuthors: [[String]] = []
  private var shownDates: [String] = []
  private var textStart = 0
  /// `<meta>` by its property, name or itemprop in small letters; the first of each counts.
  private var meta: [String: [String]] = [:]

  init(_ tree: PageTree, _ blocks: [PageBlocks.PageBlock], _ data: LinkedData, outlets: Outlets) {
    self.data = data
    for index in tree.nodes.indices where tree.nodes[index].tag != .text { read(index, tree) }
  }

  private mutating func read(_ index: Int, _ tree: PageTree) {
    let node = tree.nodes[index]
    switch node.tag {
    case .meta:
      let name =
        tree.string(index, .property) ?? tree.string(index, .name) ?? tree.string(index, .itemprop)
      if let name, let content = tree.string(index, .content) {
        let clean = String(decoding: LineShape.collapsed(content.utf8), as: UTF8.self)
        if !clean.isEmpty { meta[name.lowercased(), default: []].append(clean) }
      }
      return
    case .title:
      if documentTitle == nil { documentTitle = text(index, tree) }
      return
    case .link:
      if tree.string(index, .rel)?.lowercased() == "canonical" {
        canonical = canonical ?? tree.string(index, .href)
      }
      return
    case .h1:
      if headings.count < 8, let heading = text(index, tree) { headings.append(heading) }
    case .time:
      if let time = tree.string(index, .datetime), times.count < 8 { times.append(time) }
    default: break
    }
    readMarked(index, tree)
  }

  /// Microdata, `rel=author` and class names that mean an author.
  private mutating func readMarked(_ index: Int, _ tree: PageTree) {
    if let property = tree.string(index, .itemprop) {
      if property == "datePublished" {
        let value = tree.string(index, .datetime) ?? tree.string(index, .content)
        if let value = value ?? text(index, tree) { markedDates.append(value) }
      } else if property == "author", markedAuthors.count < 8 {
        if let value = tree.string(index, .content) ?? text(index, tree) {
          markedAuthors.append((index, value))
        }
      }
    }
    if tree.nodes[index].tag == .a, authorLinks.count < 40,
      let address = tree.value(index, .href), Self.isAuthorPage(address),
      let name = text(index, tree), Byline.isPerson(name)
    {
      authorLinks.append((index, name))
    }
    if tree.nodes[index].tag == .a, markedAuthors.count < 8,
      tree.string(index, .rel)?.lowercased() == "author", let value = text(index, tree)
    {
      markedAuthors.append((index, value))
    }
  }

  /// Looks at bytes: a page has hundreds of links, and most of them end here.
  private static func isAuthorPage(_ address: ArraySlice<UInt8>) -> Bool {
    var rest = address
    while let slash = rest.firstIndex(of: 0x2F) {
      rest = rest[(slash + 1)...]
      if authorFolders.contains(where: { rest.starts(with: $0) }) { return true }
    }
    return false
  }

  private static let authorFolders = [
    "author/", "authors/", "by/", "staff/", "contributor/", "contributors/",
  ].map { Array($0.utf8) }

  /// Takes what parts of the page say that call themselves byline or timestamp.
  ///
  /// `textStart` is the node with which the running text begins.
  mutating func read(bylines: [Int], timestamps: [Int], textStart: Int, _ tree: PageTree) {
    self.textStart = textStart
    for index in bylines.prefix(20) {
      guard let text = text(index, tree), text.utf8.count <= 200 else { continue }
      let block = Block(Array(text.utf8))
      if let names = Byline.names(inLine: block) {
        shownAuthors.append(names)
      } else if block.wordCount <= 4, !block.endsSentence {
        shownAuthors.append(Byline.persons(in: text))
      } else {
        shownAuthors.append(persons(below: index, tree))
      }
    }
    for index in timestamps.prefix(20) + bylines.prefix(20) {
      if let text = text(index, tree), text.utf8.count <= 200 { shownDates.append(text) }
    }
  }

  /// Links and spans of a byline that are a person's name each.
  private func persons(below node: Int, _ tree: PageTree) -> [String] {
    var out: [String] = []
    for index in node + 1..<max(node + 1, Int(tree.nodes[node].end)) {
      guard [.a, .span, .b, .strong, .p, .div].contains(tree.nodes[index].tag),
        let text = text(index, tree), text.utf8.count <= 60
      else { continue }
      let name = Byline.withoutOpening(text)
      if Byline.isPerson(name), !out.contains(name) { out.append(name) }
    }
    return out
  }

  private func text(_ index: Int, _ tree: PageTree) -> String? {
    let text = tree.text(below: index)
    return text.isEmpty || text.count > 500 ? nil : String(decoding: text, as: UTF8.self)
  }

  private func first(_ names: [String]) -> String? {
    for name in names { if let value = meta[name]?.first { return value } }
    return nil
  }

  // MARK: What the page says, best witness first

  var siteName: String? {
    data.publisher ?? first(["og:site_name", "application-name", "dc.publisher", "cre"])
  }

  var title: String? {
    let stated = first(["og:title", "twitter:title", "dc.title", "title", "parsely-title"])
    let said = [data.headline, stated, documentTitle].compactMap { $0 }.map(withoutSite)
    let site = siteName
    let headings = headings.filter { heading in !(site.map { heading == $0 } ?? false) }
    // The heading above the text is the title that readers see; the others are its witnesses.
    for heading in headings where said.contains(where: { Self.agree(heading, $0) }) {
      // A rubric may stand in the same element before the title.
      return said.first { $0 != heading && heading.hasSuffix(" " + $0) } ?? withoutRubric(heading)
    }
    if data.headline != nil || stated != nil { return said.first }
    if headings.count == 1, Block(Array(headings[0].utf8)).wordCount >= 4 { return headings[0] }
    return said.first ?? headings.first
  }

  /// A heading without the part of the site that stands behind a bar.
  private func withoutRubric(_ heading: String) -> String {
    heading.contains(" | ") ? withoutSite(heading) : heading
  }

  /// Whether most words of a heading stand in a title.
  private static func agree(_ heading: String, _ title: String) -> Bool {
    let a = Block(Array(heading.utf8)).folded
    let b = Set(Block(Array(title.utf8)).folded)
    guard a.count >= 2 else { return false }
    return a.filter(b.contains).count * 10 >= a.count * 7
      && a.count * 10 >= min(b.count, 12) * 4
  }

  /// A title without the name of the site behind its last bar or dash.
  private func withoutSite(_ title: String) -> String {
    for separator in [" | ", " - ", " – ", " — ", " :: ", " » ", " · "] {
      let parts = Self.split(title, separator)
      guard parts.count > 1, let last = parts.last else { continue }
      let head = parts.dropLast().joined(separator: separator)
      let isSite = siteName.map { Self.agree(last, $0) || last == $0 } ?? false
      if isSite || (separator != " - " && Block(Array(last.utf8)).wordCount <= 4)
        || (Block(Array(last.utf8)).wordCount <= 4 && Block(Array(head.utf8)).wordCount >= 4)
      {
        return head
      }
    }
    return title
  }

  private static func split(_ text: String, _ separator: String) -> [String] {
    var out = [""]
    var rest = text[...]
    while let first = rest.first {
      if rest.hasPrefix(separator) {
        out.append("")
        rest = rest.dropFirst(separator.count)
      } else {
        out[out.count - 1].append(first)
        rest = rest.dropFirst()
      }
    }
    return out
  }

  /// Marked authors before the text, where comments and teasers can not be meant; else the first.
  private var authorsAboveText: [String] {
    let above = markedAuthors.filter { $0.node < textStart }.map(\.name)
    return above.isEmpty ? markedAuthors.prefix(1).map(\.name) : above
  }

  /// The last linked persons before the text, where they stand close to each other.
  private var linkedAuthors: [String] {
    let above = authorLinks.filter { $0.node < textStart }
    guard let last = above.last else { return [] }
    var out: [String] = []
    for (node, name) in above where last.node - node < 20 && !out.contains(name) {
      out.append(name)
    }
    return out
  }

  var byline: [String] {
    for names in [
      data.authors, meta["author"] ?? [], meta["parsely-author"] ?? [],
      meta["sailthru.author"] ?? [], meta["article:author"] ?? [], meta["dc.creator"] ?? [],
      meta["byl"] ?? [], meta["dcterms.creator"] ?? [], authorsAboveText,
    ] {
      var persons: [String] = []
      for name in names where !name.contains("://") {
        for person in Byline.persons(in: name) where !persons.contains(person) {
          persons.append(person)
        }
      }
      if persons.count > 1, let siteName { persons.removeAll { $0 == siteName } }
      if !persons.isEmpty { return persons }
      // An organisation, or a person whose name looks like none, stands as it is stated.
      if let name = names.first, !name.contains("://"), Block(Array(name.utf8)).wordCount <= 6,
        !Byline.withoutOpening(name).isEmpty
      {
        return [Byline.withoutOpening(name)]
      }
    }
    return shownAuthors.first { !$0.isEmpty } ?? linkedAuthors
  }

  var date: String? {
    let stated =
      [data.published].compactMap { $0 }
      + [
        "article:published_time", "article:published", "og:published_time", "parsely-pub-date",
        "sailthru.date", "datepublished", "pubdate", "publishdate", "publish-date", "published",
        "publication_date", "dc.date.issued", "dcterms.created", "dc.date", "date", "displaydate",
        "ptime", "created", "rnews:datepublished", "originalpublicationdate",
        "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime", "dateposted", "article:post_date",
      ].compactMap { meta[$0]?.first }
      + markedDates + times + shownDates
    for value in stated { if let date = NewsDate(written: value) { return date.description } }
    return nil
  }

  var url: String? {
    [canonical, first(["og:url"]), data.url].compactMap { $0 }.first { $0.hasPrefix("http") }
  }

  var statedLanguage: String? {
    data.language ?? language ?? first(["og:locale", "content-language", "language"])
  }
}

extension Facts {
  /// Fills what the input left open with what the page says.
  mutating func fill(from page: Metadata, outlets: Outlets) {
    title = title ?? page.title
    if byline.isEmpty { byline = page.byline }
    date = date ?? page.date
    url = url ?? page.url
    language = language ?? page.statedLanguage.map(Self.languageTag)
    let host = (page.url ?? url).flatMap { Outlets.host(of: $0) }
    outlet = outlet ?? page.siteName ?? host.flatMap { outlets.name(forHost: $0) }
    if date == nil, let url { date = Self.dateInAddress(url) }
  }

  /// `en_US` as `en-US`.
  private static func languageTag(_ stated: String) -> String {
    String(stated.map { $0 == "_" ? "-" : $0 })
  }

  /// The day in an address such as `/2021/08/25/`.
  static func dateInAddress(_ address: String) -> String? {
    let bytes = Array(address.utf8)
    for index in bytes.indices where bytes[index] == 0x2F && index + 11 <= bytes.count {
      let rest = Array(bytes[(index + 1)...].prefix(11))
      if rest[4] == 0x2F || rest[4] == 0x2D, let date = NewsDate(digits: rest) {
        return date.description
      }
    }
    return nil
  }
}
