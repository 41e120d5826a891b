import DeskText

/// A page's bytes made small and harmless before libxml2 sees them.
///
/// Scripts, styles, comments, SVG and the like go, as do all attributes that cleaning does not ask
/// for; JSON-LD is kept aside. End tags without a start, nesting beyond `deepest` and what only
/// HTML 5 knows would cost libxml2 2.9 quadratic time or lost text; here they are put right in one
/// pass.
struct Stripping {
  /// What is parsed: well-formed tags, valid UTF-8.
  private(set) var page: [UInt8] = []
  /// The contents of `<script type="application/ld+json">`.
  private(set) var linkedData: [[UInt8]] = []
  /// The `lang` of `<html>`.
  private(set) var language: String?

  private let bytes: UnsafeBufferPointer<UInt8>
  private let entities: Entities
  private var at = 0
  private var open = [Int32](repeating: 0, count: Tag.allCases.count)
  private var dropped = [Int32](repeating: 0, count: Tag.allCases.count)
  private var depth = 0
  /// Elements whose end tag was looked for and is nowhere further on.
  private var unclosed: Set<Tag> = []

  static let deepest = 200
  private static let longestValue = 4_000

  /// One attribute that is kept, as it stood.
  private struct Attribute {
    var name: Range<Int>
    var value: Range<Int>
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, entities: Entities) {
    self.bytes = bytes
    self.entities = entities
    page.reserveCapacity(bytes.count / 2)
    run()
  }

  private mutating func run() {
    while at < bytes.count {
      let start = at
      while at < bytes.count {
        let byte = bytes[at]
        if byte == 0x3C || byte == 0x26 || (byte < 0x20 && !(0x09...0x0D).contains(byte)) { break }
        at += 1
      }
      if at > start { page.append(contentsOf: bytes[start..<at]) }
      guard at < bytes.count else { break }
      switch bytes[at] {
      case 0x3C: markup()
      case 0x26:
        let length = appendReference(at)
        at += length
      default: at += 1  // a control character is no text
      }
    }
  }

  /// Appends what stands at an ampersand, and gives the bytes that it took up.
  private mutating func appendReference(_ index: Int) -> Int {
    guard let (length, text) = entities.reference(bytes, at: index) else {
      page += "&amp;".utf8
      return 1
    }
    if text.isEmpty {
      page.append(contentsOf: bytes[index..<index + length])
    } else {
      appendEscaped(text)
    }
    return length
  }

  private mutating func appendEscaped(_ text: [UInt8]) {
    for byte in text {
      switch byte {
      case 0x3C: page += "&lt;".utf8
      case 0x26: page += "&amp;".utf8
      case 0x22: page += "&quot;".utf8
      default: page.append(byte)
      }
    }
  }

  private mutating func markup() {
    let next = at + 1 < bytes.count ? bytes[at + 1] : 0
    if (next | 0x20) &- 0x61 < 26 {
      startTag()
    } else if next == 0x2F, at + 2 < bytes.count, (bytes[at + 2] | 0x20) &- 0x61 < 26 {
      endTag()
    } else if next == 0x21 || next == 0x3F || next == 0x2F {
      declaration()
    } else {
      page += "&lt;".utf8
      at += 1
    }
  }

  /// Skips a comment, or to the `>` of a declaration.
  private mutating func declaration() {
    let isComment = at + 3 < bytes.count && bytes[at + 2] == 0x2D && bytes[at + 3] == 0x2D
    guard isComment else {
      at = (find(0x3E, from: at) ?? bytes.count - 1) + 1
      return
    }
    var index = at + 4
    if index < bytes.count, bytes[index] == 0x3E {
      at = index + 1
      return
    }
    while let close = find(0x3E, from: index) {
      let isEnd =
        bytes[close - 1] == 0x2D && bytes[close - 2] == 0x2D && close - 2 >= at + 2
        || (bytes[close - 1] == 0x21 && bytes[close - 2] == 0x2D && bytes[close - 3] == 0x2D)
      if isEnd {
        at = close + 1
        return
      }
      index = close + 1
    }
    at = bytes.count
  }

  private func find(_ byte: UInt8, from: Int) -> Int? {
    var index = from
    while index < bytes.count {
      if bytes[index] == byte { return index }
      index += 1
    }
    return nil
  }

  /// The end of a tag's name that begins at an index.
  private func nameEnd(_ start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      if byte <= 0x20 || byte == 0x3E || byte == 0x2F || byte == 0x3C { break }
      end += 1
    }
    return end
  }

  private func folded(_ range: Range<Int>) -> [UInt8] {
    bytes[range].map { Folding.lowerASCII($0) }
  }

  private mutating func endTag() {
    let end = nameEnd(at + 2)
    let name = folded(at + 2..<min(end, at + 42))
    at = (find(0x3E, from: end) ?? bytes.count - 1) + 1
    let tag = Tag.named(name)
    if tag == .br {
      page += "<br>".utf8
      return
    }
    guard !tag.isVoid, tag != .html, tag != .head, tag != .body else { return }
    let number = Int(tag.rawValue)
    if tag.closesItself {
      guard open[number] > 0 else { return }
      if tag == .p { open[number] = 0 }
    } else {
      if dropped[number] > 0 {
        dropped[number] -= 1
        return
      }
      guard open[number] > 0 else { return }
      open[number] -= 1
      depth -= 1
    }
    page += "</".utf8
    appendName(name, tag)
    page.append(0x3E)
  }

  private mutating func appendName(_ name: [UInt8], _ tag: Tag) {
    // A name that libxml2 may not take is replaced, so that every page parses alike.
    if tag == .other, !name.allSatisfy({ $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D }) {
      page += "x-other".utf8
    } else {
      page += name
    }
  }

  private mutating func startTag() {
    let start = at
    let end = nameEnd(at + 1)
    let name = folded(at + 1..<min(end, at + 41))
    let tag = Tag.named(name)
    at = end
    let (attributes, isSelfClosed) = attributes()
    if tag.isDropped {
      drop(tag, attributes, isSelfClosed)
      return
    }
    switch tag {
    case .html:
      if let lang = attributes.first(where: { folded($0.name) == Array("lang".utf8) }) {
        language = language ?? String(decoding: bytes[lang.value], as: UTF8.self)
      }
      return
    case .head, .body, .source, .track, .wbr, .col: return
    default: break
    }
    if !tag.isVoid {
      let number = Int(tag.rawValue)
      if tag.closesItself {
        open[number] += 1
      } else if depth >= Self.deepest {
        dropped[number] += 1
        return
      } else {
        open[number] += 1
        depth += 1
      }
    }
    _ = start
    page.append(0x3C)
    appendName(name, tag)
    for attribute in attributes { append(attribute) }
    page.append(0x3E)
  }

  private mutating func append(_ attribute: Attribute) {
    let name = folded(attribute.name)
    if name == Array("style".utf8) {
      let style = folded(attribute.value).filter { $0 > 0x20 }
      if Self.contains(style, "display:none") { page += " hidden=\"\"".utf8 }
      return
    }
    page.append(0x20)
    page += name
    page += "=\"".utf8
    var index = attribute.value.lowerBound
    var end = attribute.value.upperBound
    if end - index > Self.longestValue {
      end = index + Self.longestValue
      while end > index, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    }
    while index < end {
      let byte = bytes[index]
      switch byte {
      case 0x26: index += appendReference(index) - 1
      case 0x22: page += "&quot;".utf8
      case 0x3C: page += "&lt;".utf8
      case 0..<0x20: page.append(0x20)
      default: page.append(byte)
      }
      index += 1
    }
    page.append(0x22)
  }

  private static func contains(_ bytes: [UInt8], _ literal: String) -> Bool {
    let wanted = Array(literal.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains { start in
      bytes[start..<start + wanted.count].elementsEqual(wanted)
    }
  }

  /// Skips an element with its content; JSON-LD is kept aside.
  private mutating func drop(_ tag: Tag, _ attributes: [Attribute], _ isSelfClosed: Bool) {
    if isSelfClosed, tag != .script, tag != .style { return }
    let content = at
    guard !unclosed.contains(tag), let close = closing(tag) else {
      unclosed.insert(tag)
      // A browser, too, takes all that follows an unclosed script for script.
      if tag == .script || tag == .style { at = bytes.count }
      return
    }
    if tag == .script, linkedData.count < 32, close - content < 2_000_000,
      attributes.contains(where: {
        folded($0.name) == Array("type".utf8) && Self.contains(folded($0.value), "ld+json")
      })
    {
      linkedData.append(Array(bytes[content..<close]))
    }
    at = (find(0x3E, from: close) ?? bytes.count - 1) + 1
  }

  /// Where the end tag stands that closes an element opened just before `at`.
  private func closing(_ tag: Tag) -> Int? {
    let name = Array("\(tag)".utf8)
    let nests = tag == .svg || tag == .template || tag == .object
    var level = 1
    var index = at
    while let mark = find(0x3C, from: index) {
      index = mark + 1
      let isEnd = index < bytes.count && bytes[index] == 0x2F
      let start = isEnd ? index + 1 : index
      guard isEnd || nests, matches(name, at: start) else { continue }
      level += isEnd ? -1 : 1
      if level == 0 { return mark }
    }
    // Nesting that does not come out even: the first end tag will do.
    return nests && level > 1 ? firstEnd(name) : nil
  }

  private func firstEnd(_ name: [UInt8]) -> Int? {
    var index = at
    while let mark = find(0x3C, from: index) {
      index = mark + 1
      if index < bytes.count, bytes[index] == 0x2F, matches(name, at: index + 1) { return mark }
    }
    return nil
  }

  private func matches(_ name: [UInt8], at start: Int) -> Bool {
    guard start + name.count <= bytes.count else { return false }
    for (offset, byte) in name.enumerated()
    where Folding.lowerASCII(bytes[start + offset]) != byte { return false }
    let after = start + name.count
    return after >= bytes.count || bytes[after] <= 0x20 || bytes[after] == 0x3E
      || bytes[after] == 0x2F
  }

  /// Reads a tag's attributes up to its `>`; keeps those that cleaning asks for.
  private mutating func attributes() -> (kept: [Attribute], isSelfClosed: Bool) {
    var kept: [Attribute] = []
    var isSelfClosed = false
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x3E {
        at += 1
        return (kept, isSelfClosed)
      }
      if byte == 0x3C { return (kept, isSelfClosed) }  // the tag was never ended
      if byte <= 0x20 || byte == 0x2F || byte == 0x3D || byte == 0x22 || byte == 0x27 {
        isSelfClosed = byte == 0x2F
        at += 1
        continue
      }
      isSelfClosed = false
      let start = at
      while at < bytes.count, bytes[at] > 0x20, bytes[at] != 0x3D, bytes[at] != 0x3E,
        bytes[at] != 0x2F
      {
        at += 1
      }
      let attribute = Attribute(name: start..<at, value: value())
      if kept.count < 12, Self.isWanted(folded(attribute.name)),
        !kept.contains(where: { folded($0.name) == folded(attribute.name) })
      {
        kept.append(attribute)
      }
    }
    return (kept, isSelfClosed)
  }

  /// The place of the value after an attribute's name; empty where it has none.
  private mutating func value() -> Range<Int> {
    var index = at
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    guard index < bytes.count, bytes[index] == 0x3D else { return at..<at }
    index += 1
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    guard index < bytes.count else {
      at = index
      return index..<index
    }
    let quote = bytes[index]
    if quote == 0x22 || quote == 0x27, let close = find(quote, from: index + 1) {
      at = close + 1
      return index + 1..<close
    }
    let start = index
    while index < bytes.count, bytes[index] > 0x20, bytes[index] != 0x3E { index += 1 }
    at = index
    return start..<index
  }

  private static let wanted: Set<[UInt8]> = Set(
    [
      "id", "class", "href", "itemprop", "property", "name", "content", "rel", "datetime",
      "hidden", "style", "type", "lang", "role", "data-testid", "data-component", "data-qa",
    ].map { Array($0.utf8) })

  private static func isWanted(_ name: [UInt8]) -> Bool {
    name.count <= 14 && wanted.contains(name)
  }
}
