import DeskText

/// A page's bytes made small and harmless before libxml2 sees them.
///
/// Scripts, styles, comments, SVG and the like go; JSON-LD is kept aside, and so are the attributes
/// that cleaning asks for. End tags without a start, nesting beyond `deepest` and what only HTML 5
/// knows would cost libxml2 2.9 quadratic time or lost text; here they are put right in one pass.
struct Stripping {
  /// What is parsed: well-formed tags, and the number in `texts` for each text between them.
  ///
  /// An element with attributes has one, `a` and its number in `attributes`.
  private(set) var page: [UInt8] = []
  private(set) var texts = PageTexts()
  private(set) var attributes = PageAttributes()
  /// The contents of `<script type="application/ld+json">`, as places in the bytes.
  private(set) var linkedData: [Range<Int>] = []
  /// The `lang` of `<html>`.
  private(set) var language: String?

  private let bytes: PageBytes
  private let entities: Entities
  private var reader: AttributeReader
  private let tags = Tag.byName
  private var at = 0
  private var open = [Int32](repeating: 0, count: Tag.allCases.count)
  private var dropped = [Int32](repeating: 0, count: Tag.allCases.count)
  private var depth = 0
  /// Whether the last tag began a block.
  private var isAtBlock = false
  /// Elements whose end tag was looked for and is nowhere further on.
  private var unclosed: Set<Tag> = []
  private var unevenNests = 0

  static let deepest = 200

  init(_ bytes: UnsafeBufferPointer<UInt8>, entities: Entities) {
    self.bytes = PageBytes(bytes: bytes)
    self.entities = entities
    reader = AttributeReader(self.bytes, entities: entities)
    page.reserveCapacity(bytes.count / 4)
    texts.reserveCapacity(bytes.count / 8)
    run()
  }

  private mutating func run() {
    while at < bytes.count {
      let start = at
      at = textEnd(at)
      if at > start { texts.append(contentsOf: bytes[start..<at]) }
      guard at < bytes.count else { break }
      switch bytes[at] {
      case 0x0C:
        texts.append(0x20)  // a form feed is a space, which libxml2 does not know
        at += 1
      case 0x09, 0x0A, 0x0D, 0x20: skipSpace()
      case 0x3C: markup()
      case 0x26: appendReference()
      default: at += 1  // a control character is no text
      }
    }
    endText(startsBlock: false)
  }

  /// Puts the number of the text before a tag in its place.
  ///
  /// White space stays itself, for libxml2 leaves it out in places. Beside the start of a block it
  /// divides nothing.
  private mutating func endText(startsBlock: Bool) {
    defer { isAtBlock = startsBlock }
    guard !texts.current.isEmpty else { return }
    guard texts.isBlank else {
      appendNumber(texts.count)
      texts.end()
      return
    }
    if keepsSpace || !(isAtBlock || startsBlock) {
      page.append(contentsOf: texts.bytes[texts.current])
    }
    texts.drop()
  }

  /// Whether white space is kept as it stands, in preformatted text.
  private var keepsSpace: Bool { open[Int(Tag.pre.rawValue)] > 0 }

  /// Skips white space that follows white space: indentation is a fifth of what libxml2 would read.
  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] == 0x20 || (0x09...0x0D).contains(bytes[at]) { at += 1 }
  }

  /// The next place from an index on where something stands that is no plain text: markup, a
  /// reference, a control character, or the second of two spaces outside of preformatted text.
  @inline(__always)
  private func textEnd(_ start: Int) -> Int {
    let keepsSpace = keepsSpace
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      // Letters first: nearly all bytes are such.
      if byte > 0x3C { continue }
      if byte <= 0x20 {
        if byte < 0x20, byte != 0x0A, byte != 0x09, byte != 0x0D { return index - 1 }
        if keepsSpace { continue }
        if index < bytes.count, bytes[index] <= 0x20 { return index }
      } else if byte == 0x3C || byte == 0x26 {
        return index - 1
      }
    }
    return index
  }

  /// Appends what stands at an ampersand.
  private mutating func appendReference() {
    guard let reference = entities.reference(bytes.bytes, at: at) else {
      texts.append(0x26)
      at += 1
      return
    }
    let place = at..<at + reference.length
    at = place.upperBound
    switch reference.meaning {
    case .text(let range): texts.append(contentsOf: entities.texts[range])
    case .character(let value): texts.append(codePoint: value)
    case .unknown:
      if let value = Entities.known(bytes.bytes[place.dropFirst().dropLast()]) {
        texts.append(codePoint: value)
      } else {
        texts.append(contentsOf: bytes[place])
      }
    }
  }

  @inline(__always)
  private mutating func append(_ literal: StaticString) {
    page.append(
      contentsOf: UnsafeBufferPointer(
        start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  private mutating func markup() {
    let next = at + 1 < bytes.count ? bytes[at + 1] : 0
    if bytes.isLetter(at + 1) {
      startTag()
    } else if next == 0x2F, bytes.isLetter(at + 2) {
      endTag()
    } else if next == 0x21 || next == 0x3F || next == 0x2F {
      at = bytes.behindDeclaration(at)
    } else {
      texts.append(0x3C)
      at += 1
    }
  }

  private mutating func endTag() {
    let start = at + 2
    let (end, hash) = bytes.name(from: start)
    at = bytes.behindTag(from: end)
    let tag = tags.value(hash) ?? .other
    if tag == .br {
      endText(startsBlock: false)
      append("<br>")
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
    endText(startsBlock: false)
    appendName(start - 2..<end, tag)
    page.append(0x3E)
  }

  /// Appends a tag from its `<` to the end of its name; libxml2 makes capitals small.
  private mutating func appendName(_ place: Range<Int>, _ tag: Tag) {
    let isKnown = tag != .other
    // A name that libxml2 may not take is replaced, so that every page parses alike.
    let opening = bytes[place.lowerBound + 1] == 0x2F ? 2 : 1
    let name = bytes[place.dropFirst(opening).prefix(PageBytes.longestName)]
    if isKnown || name.allSatisfy(Self.isNameByte) {
      page.append(contentsOf: bytes[place.prefix(opening + PageBytes.longestName)])
    } else {
      page.append(contentsOf: bytes[place.prefix(opening)])
      append("x-other")
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D
  }

  private mutating func startTag() {
    let start = at + 1
    let (end, hash) = bytes.name(from: start)
    let tag = tags.value(hash) ?? .other
    let isSelfClosed: Bool
    (at, isSelfClosed) = reader.read(from: end)
    if tag.isDropped {
      drop(tag, isSelfClosed)
      return
    }
    switch tag {
    case .html:
      if language == nil, let lang = reader.language {
        language = String(decoding: bytes[lang], as: UTF8.self)
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
    endText(startsBlock: tag.isBlock)
    appendName(start - 1..<end, tag)
    appendAttributes()
    page.append(0x3E)
  }

  /// Puts the number of the element's attributes in their place.
  private mutating func appendAttributes() {
    let number = attributes.elementCount
    guard reader.give(to: &attributes) else { return }
    attributes.endElement()
    append(" a")
    if number >= Self.mostNames { page.append(0x3D) }
    appendNumber(number)
  }

  /// From here on numbers are values: libxml2 keeps each name that it reads, in a table that stops
  /// growing, so that half a million of them took five seconds.
  private static let mostNames = 4_096

  /// Appends a number, its lowest digit first.
  private mutating func appendNumber(_ number: Int) {
    var rest = number
    repeat {
      page.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
  }

  /// Skips an element with its content; JSON-LD is kept aside.
  private mutating func drop(_ tag: Tag, _ isSelfClosed: Bool) {
    if isSelfClosed, tag != .script, tag != .style { return }
    let content = at
    guard !unclosed.contains(tag), let close = bytes.closing(tag, from: at, &unevenNests) else {
      unclosed.insert(tag)
      // A browser, too, takes all that follows an unclosed script for script.
      if tag == .script || tag == .style { at = bytes.count }
      return
    }
    if tag == .script, linkedData.count < 32, close - content < 2_000_000, reader.isLinkedData {
      linkedData.append(content..<close)
    }
    at = bytes.behindTag(from: close)
  }
}
