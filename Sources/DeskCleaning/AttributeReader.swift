/// Reads a tag's attributes, and keeps those that cleaning asks for apart from the page.
///
/// libxml2 would look each name up, copy and unescape each value, only to hand them on; so it sees
/// none of them, but the number of the element that they belong to.
struct AttributeReader {
  /// The attributes that mean something, by how the tree calls them.
  private enum Wanted: UInt8, Sendable {
    case id, classes, href, itemprop, property, name, content, rel, datetime, hidden, style, type
    case lang, role, testid, component, qa

    var name: PageTree.Name? {
      switch self {
      case .id: .id
      case .classes, .role, .testid, .component, .qa: .hint
      case .href: .href
      case .itemprop: .itemprop
      case .property: .property
      case .name: .name
      case .content: .content
      case .rel: .rel
      case .datetime: .datetime
      case .hidden: .hidden
      case .style, .lang, .type: nil
      }
    }
  }

  private static let wanted = NameTable<Wanted>([
    ("id", .id), ("class", .classes), ("href", .href), ("itemprop", .itemprop),
    ("property", .property), ("name", .name), ("content", .content), ("value", .content),
    ("rel", .rel),
    ("datetime", .datetime), ("hidden", .hidden), ("style", .style), ("type", .type),
    ("lang", .lang), ("role", .role), ("data-testid", .testid), ("data-component", .component),
    ("data-qa", .qa),
  ])

  /// Longer values, and more attributes of one element, are no writing of people.
  private static let longestValue = 4_000
  private static let most = 12

  private let page: PageBytes
  private let entities: Entities
  private let wanted = Self.wanted
  private var kept: [(name: Wanted, value: Range<Int>)] = []

  init(_ page: PageBytes, entities: Entities) {
    self.page = page
    self.entities = entities
  }

  /// Reads from behind a tag's name.
  ///
  /// - Returns: the place behind the tag's `>`, and whether it closes itself.
  mutating func read(from start: Int) -> (end: Int, isSelfClosed: Bool) {
    kept.removeAll(keepingCapacity: true)
    var isSelfClosed = false
    var at = start
    while at < page.count {
      let byte = page[at]
      if byte == 0x3E { return (at + 1, isSelfClosed) }
      if byte == 0x3C { break }  // the tag was never ended
      if byte <= 0x20 || byte == 0x2F || byte == 0x3D || byte == 0x22 || byte == 0x27 {
        isSelfClosed = byte == 0x2F
        at += 1
        continue
      }
      isSelfClosed = false
      var hash = NameHash()
      while at < page.count, page[at] > 0x20, page[at] != 0x3D, page[at] != 0x3E, page[at] != 0x2F {
        hash.add(page[at])
        at += 1
      }
      let (value, end) = value(behind: at)
      at = end
      if let name = wanted.value(hash.value), kept.count < Self.most,
        !kept.contains(where: { $0.name == name })
      {
        kept.append((name, value))
      }
    }
    return (at, isSelfClosed)
  }

  /// The place of the value behind an attribute's name, empty where it has none; and where it ends.
  @inline(__always)
  private func value(behind name: Int) -> (value: Range<Int>, end: Int) {
    var index = name
    while index < page.count, page[index] <= 0x20 { index += 1 }
    guard index < page.count, page[index] == 0x3D else { return (name..<name, name) }
    index += 1
    while index < page.count, page[index] <= 0x20 { index += 1 }
    guard index < page.count else { return (index..<index, index) }
    let quote = page[index]
    if quote == 0x22 || quote == 0x27, let close = page.find(quote, from: index + 1) {
      return (index + 1..<close, close + 1)
    }
    let start = index
    while index < page.count, page[index] > 0x20, page[index] != 0x3E { index += 1 }
    return (start..<index, index)
  }

  /// The `lang` of the tag that was read.
  var language: Range<Int>? { kept.first { $0.name == .lang }?.value }

  /// Whether the tag that was read is of a script that holds JSON-LD.
  var isLinkedData: Bool {
    kept.contains { $0.name == .type && page.contains("ld+json", in: $0.value) }
  }

  /// Adds the attributes of the tag that was read to a tree's; false where it has none.
  func give(to attributes: inout PageAttributes) -> Bool {
    let before = attributes.list.count
    for (wanted, value) in kept {
      if let name = wanted.name {
        let low = attributes.values.count
        append(value, to: &attributes.values)
        attributes.add(name, from: low)
      } else if wanted == .style, isHiding(value) {
        attributes.add(.hidden, from: attributes.values.count)
      }
    }
    return attributes.list.count > before
  }

  /// Whether a style shows nothing of an element: not at all, or cut to a point and left to who hears
  /// the page.
  private func isHiding(_ style: Range<Int>) -> Bool {
    page.contains("display:none", in: style) || page.contains("clip:rect(0", in: style)
      || page.contains("clip:rect(1px,1px", in: style)
  }

  /// Appends a value as it is meant, character references resolved.
  private func append(_ value: Range<Int>, to out: inout [UInt8]) {
    var index = value.lowerBound
    var end = value.upperBound
    if end - index > Self.longestValue {
      end = index + Self.longestValue
      while end > index, page[end] & 0xC0 == 0x80 { end -= 1 }
    }
    guard page.hasReferenceOrControl(index..<end) else {
      out.append(contentsOf: page[index..<end])
      return
    }
    while index < end {
      let start = index
      while index < end, page[index] != 0x26, page[index] >= 0x20 { index += 1 }
      out.append(contentsOf: page[start..<index])
      guard index < end else { break }
      if page[index] == 0x26 {
        index += appendReference(index, to: &out)
      } else {
        out.append(0x20)
        index += 1
      }
    }
  }

  /// Appends what stands at an ampersand, and gives the bytes that it took up.
  private func appendReference(_ index: Int, to out: inout [UInt8]) -> Int {
    guard let reference = entities.reference(page.bytes, at: index, isInValue: true) else {
      out.append(0x26)
      return 1
    }
    switch reference.meaning {
    case .character(let value): out += Decoding.utf8(of: value)
    case .text(let range): out += entities.texts[range]
    case .unknown:
      let name = page.bytes[index + 1..<index + reference.length - 1]
      if let value = Entities.known(name) {
        out += Decoding.utf8(of: value)
      } else {
        out.append(contentsOf: page[index..<index + reference.length])
      }
    }
    return reference.length
  }
}

/// The attributes of a page's elements, element after element.
struct PageAttributes {
  private(set) var list: [PageTree.Attribute] = []
  /// Their values, one after the other.
  var values: [UInt8] = []
  /// Where each element's attributes begin in `list`, and, at last, where the last one's end.
  private(set) var starts: [Int32] = [0]

  /// The number that the next element gets.
  var elementCount: Int { starts.count - 1 }

  /// Adds one whose value was appended to `values`.
  mutating func add(_ name: PageTree.Name, from low: Int) {
    list.append(PageTree.Attribute(name: name, low: Int32(low), high: Int32(values.count)))
  }

  /// Ends an element's attributes.
  mutating func endElement() { starts.append(Int32(list.count)) }

  /// The place of an element's attributes; empty for a number that no element has.
  func range(ofElement number: Int) -> Range<Int32> {
    guard starts.indices.contains(number), number + 1 < starts.count else { return 0..<0 }
    return starts[number]..<starts[number + 1]
  }
}
