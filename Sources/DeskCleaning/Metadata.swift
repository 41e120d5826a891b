import DeskText

/// What a page says about its article outside the text: `<meta>`, `<time>`, microdata, headings.
struct Metadata {
  private(set) var data: LinkedData
  var language: String?
  private(set) var documentTitle: String?
  private(set) var headings: [(node: Int, text: String)] = []
  private(set) var canonical: String?
  /// Authors by microdata or `rel=author`, with the node that says so.
  private var markedAuthors: [(node: Int, name: String)] = []
  /// Persons whose name links to a page of theirs, with the node.
  private var authorLinks: [(node: Int, name: String)] = []
  private(set) var dates = PageDates()
  /// Persons in parts that call themselves byline, in page order.
  private var shownAuthors: [[String]] = []
  private var textStart = 0
  /// What `<meta>` elements state: the values of the same name stand together.
  private var stated: [MetaNames.Meaning: [Int: [String]]] = [:]
  private let names: MetaNames
  /// The titles that the page states, without the name of the site.
  private(set) var saidTitles: [String] = []
  /// The main heading that says what the page states as its title.
  private(set) var titleHeading: (node: Int, text: String)?

  init(_ tree: PageTree, _ data: LinkedData, names: MetaNames) {
    self.data = data
    self.names = names
    for index in tree.nodes.indices where tree.nodes[index].tag != .text { read(index, tree) }
    saidTitles = [data.headline, statedTitle, documentTitle].compactMap { $0 }.map(withoutSite)
    titleHeading = titleHeading(saidTitles)
  }

  private mutating func read(_ index: Int, _ tree: PageTree) {
    let node = tree.nodes[index]
    switch node.tag {
    case .meta:
      let name =
        tree.value(index, .property) ?? tree.value(index, .name) ?? tree.value(index, .itemprop)
      if let name, let entry = names.entry(name), let content = tree.value(index, .content) {
        let clean = String(decoding: LineShape.collapsed(content), as: UTF8.self)
        if !clean.isEmpty {
          stated[entry.meaning, default: [:]][entry.rank, default: []].append(clean)
        }
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
      if headings.count < 8, let heading = text(index, tree) { headings.append((index, heading)) }
    case .time:
      if let time = tree.string(index, .datetime) ?? text(index, tree) {
        dates.add(time, node: index, isUpdate: speaksOfUpdate(index, tree))
      }
    default: break
    }
    readMarked(index, tree)
  }

  /// Microdata, `rel=author` and class names that mean an author.
  private mutating func readMarked(_ index: Int, _ tree: PageTree) {
    guard tree.nodes[index].low < tree.nodes[index].high else { return }  // no attributes
    if let property = tree.string(index, .itemprop) {
      if property == "datePublished" {
        let value = tree.string(index, .datetime) ?? tree.string(index, .content)
        if let value = value ?? text(index, tree) {
          dates.add(value, node: index, isMarked: true, isUpdate: false)
        }
      } else if property == "author", markedAuthors.count < 8 {
        if let value = tree.string(index, .content) ?? text(index, tree) {
          markedAuthors.append((index, value))
        }
      }
    }
    if tree.nodes[index].tag == .a, authorLinks.count < 40,
      let address = tree.value(index, .href), Self.isAuthorPage(address),
      let name = text(index, tree), Byline.isPersons(name)
    {
      authorLinks.append((index, name))
    }
    if tree.nodes[index].tag == .a, markedAuthors.count < 8,
      tree.string(index, .rel)?.lowercased() == "author", let value = text(index, tree)
    {
      markedAuthors.append((index, value))
    }
  }

  /// Looks at the names of folders, by their hashes: a page has hundreds of links.
  private static func isAuthorPage(_ address: ArraySlice<UInt8>) -> Bool {
    let folders = authorFolders
    guard var start = address.firstIndex(of: 0x2F) else { return false }
    start += 1
    for index in start..<address.endIndex where address[index] == 0x2F {
      let isShort = index - start <= longestFolder
      if isShort, folders.value(NameHash.of(address[start..<index])) != nil { return true }
      start = index + 1
    }
    return false
  }

  /// The length of `contributors`.
  private static let longestFolder = 12

  private static let authorFolders = NameTable<Bool>(
    [
      "author", "authors", "profile", "profiles", "writer", "writers", "columnists", "by",
      "staff", "contributor", "contributors",
    ].map { ($0, true) })

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
    for index in timestamps.prefix(60) + bylines.prefix(20) {
      guard let text = text(index, tree), text.utf8.count <= 200 else { continue }
      dates.add(text, node: index, isUpdate: speaksOfUpdate(index, tree))
    }
  }

  /// Whether an element's class, itemprop or first words tell of an update.
  private func speaksOfUpdate(_ index: Int, _ tree: PageTree) -> Bool {
    for name in [PageTree.Name.hint, .itemprop] {
      if let value = tree.value(index, name), names.speaksOfUpdate(value) { return true }
    }
    return names.speaksOfUpdate(tree.text(below: index).prefix(24))
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

  /// What `<meta>` elements state, the most trusted name first.
  private func stated(_ meaning: MetaNames.Meaning) -> [[String]] {
    (stated[meaning] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
  }

  /// The title that `<meta>` elements state.
  var statedTitle: String? { first(.title) }

  private func first(_ meaning: MetaNames.Meaning) -> String? { stated(meaning).first?.first }

  // MARK: What the page says, best witness first

  var siteName: String? {
    data.publisher ?? first(.outlet)
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
    for (node, text) in above where last.node - node < 12 {
      for name in Byline.persons(in: text) where !out.contains(name) { out.append(name) }
    }
    return out
  }

  private var authorWitnesses: [[String]] {
    [data.authors] + stated(.byline) + [authorsAboveText]
  }

  /// The persons whom the page names as its writers.
  var byline: [String] {
    for names in authorWitnesses {
      var persons: [String] = []
      for name in names where !Self.isAddress(name) {
        for person in Byline.persons(in: name) where !persons.contains(person) {
          persons.append(person)
        }
      }
      persons.removeAll(where: isSite)
      if !persons.isEmpty { return persons }
    }
    // A house that is stated gives way to a full name alone, not to "Agencies".
    let isHouseStated = !houseByline.isEmpty
    let shown = shownAuthors.lazy.map {
      $0.filter { !isSite($0) && (!isHouseStated || Byline.isPerson($0)) }
    }
    return shown.first { !$0.isEmpty } ?? linkedAuthors
  }

  /// The house, or a name that looks like no person's, that the page states as its writer.
  var houseByline: [String] {
    let names = authorWitnesses.lazy.compactMap(\.first) + data.houses
    for name in names where !Self.isAddress(name) {
      let bare = Byline.withoutOpening(name)
      if !bare.isEmpty, Block(Array(bare.utf8)).wordCount <= 6 { return [bare] }
    }
    return []
  }

  private static func isAddress(_ name: String) -> Bool {
    let bytes = name.utf8
    return bytes.indices.contains { bytes[$0...].starts(with: "://".utf8) }
  }

  private func isSite(_ name: String) -> Bool {
    guard let siteName else { return false }
    return Block(Array(name.utf8)).folded == Block(Array(siteName.utf8)).folded
  }

  /// The day that the page states, in its head, its address, or where it says so above the text.
  func date(url: String?) -> String? {
    let order = NewsDate.Order(language: statedLanguage, url: url)
    let date = dates.date(
      stated: [data.published].compactMap { $0 } + stated(.published).compactMap(\.first)
        + [data.created, data.pagePublished].compactMap { $0 },
      url: url, head: headNode, textStart: textStart, order: order)
    return date ?? self.url.flatMap(Facts.dateInAddress) ?? dateInTitle(order)
  }

  /// The day behind the last bar of a title: `Ferry sails again | Øernes Avis | 24.08.2021`.
  private func dateInTitle(_ order: NewsDate.Order?) -> String? {
    for title in [documentTitle, statedTitle] {
      if let parts = title?.split(separator: "|"), parts.count > 1, let last = parts.last,
        last.utf8.count <= 32, let date = NewsDate(written: String(last), order: order)
      {
        return date.description
      }
    }
    return nil
  }

  /// A day that stands below the text, or far above it, where nothing better is said.
  func farDate(url: String?) -> String? {
    dates.farDate(
      head: headNode, textStart: textStart,
      order: NewsDate.Order(language: statedLanguage, url: url))
  }

  /// Where the article begins to be told: the main heading.
  private var headNode: Int? {
    titleHeading?.node ?? headings.last { $0.node < textStart }?.node
  }

  var url: String? {
    ([canonical] + stated(.url).map(\.first) + [data.url]).lazy.compactMap { $0 }
      .map { String(decoding: LineShape.collapsed($0.utf8), as: UTF8.self) }
      .first { $0.hasPrefix("http") }
  }

  var statedLanguage: String? { data.language ?? language ?? first(.language) }
}

extension Facts {
  /// Fills what the input left open with what the page says.
  mutating func fill(from page: Metadata, outlets: Outlets) {
    title = title ?? page.title
    if byline.isEmpty { byline = page.byline }
    url = url ?? page.url
    date = date ?? page.date(url: url)
    language = language ?? page.statedLanguage.flatMap(Self.languageTag)
    let host = (page.url ?? url).flatMap { Outlets.host(of: $0) }
    outlet =
      outlet ?? page.siteName ?? host.flatMap { outlets.name(forHost: $0) ?? page.site(ofHost: $0) }
  }

  /// Fills what is still open with what the page says less surely.
  mutating func fillAtLast(from page: Metadata) {
    if byline.isEmpty { byline = page.houseByline }
    date = date ?? page.farDate(url: url)
  }

  /// `en_US` as `en-US`; nil for what is no tag of BCP 47.
  private static func languageTag(_ stated: String) -> String? {
    let tag = String(stated.map { $0 == "_" ? "-" : $0 })
    let parts = tag.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    let isTag =
      parts.count <= 8
      && parts.allSatisfy { part in
        (1...8).contains(part.count)
          && part.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 }
      }
    return isTag ? tag : nil
  }

  /// The day in an address such as `/2021/08/25/`, or `/2021/08/210825-`, where the figures of a day
  /// repeat those of the year and month before it.
  static func dateInAddress(_ address: String) -> String? {
    let bytes = Array(address.utf8)
    for index in bytes.indices where bytes[index] == 0x2F && index + 11 <= bytes.count {
      guard bytes[index + 5] == 0x2F || bytes[index + 5] == 0x2D else { continue }
      var digits = Array(bytes[(index + 1)...].prefix(15))
      if digits.count >= 14, digits[8..<12].elementsEqual(digits[2..<4] + digits[5..<7]) {
        digits.removeSubrange(8..<12)
      }
      if let date = NewsDate(digits: digits) { return date.description }
    }
    return nil
  }
}
