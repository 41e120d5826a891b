import CLibXML2

/// Reads a stripped page through libxml2's push parser into a flat tree.
enum PageReader {
  /// What the parser's callbacks fill; they get its address, so that none of them counts references.
  private struct Receiver {
    var tree: PageTree
    let attributes: PageAttributes
    let texts: PageTexts?

    /// Takes what libxml2 shows as text: white space, or a text's number.
    mutating func take(_ shown: UnsafeBufferPointer<UInt8>) {
      guard let texts, let first = shown.first, first > 0x20 else { return tree.add(shown) }
      tree.add(texts.bytes[texts.range(ofText: PageReader.number(shown))])
    }
  }

  /// The page's tree; empty where libxml2 has no memory for it.
  static func tree(of stripped: Stripping) -> PageTree {
    tree(of: stripped.page, stripped.attributes, stripped.texts)
  }

  /// The tree of a page whose elements name their attributes by number, and whose texts are numbers
  /// unless there are no `texts`.
  static func tree(
    of page: [UInt8], _ attributes: PageAttributes, _ texts: PageTexts? = nil
  ) -> PageTree {
    let letters = texts?.bytes.count ?? page.count / 2
    var receiver = Receiver(
      tree: PageTree(attributes, room: page.count, letters: letters), attributes: attributes,
      texts: texts)
    var handler = htmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElement = { context, name, attributes in
      guard let receiver = PageReader.receiver(context), let name else { return }
      let number = PageReader.number(attributes)
      receiver.pointee.tree.open(
        PageReader.tag(name), receiver.pointee.attributes.range(ofElement: number))
    }
    handler.endElement = { context, name in
      guard let receiver = PageReader.receiver(context), let name else { return }
      receiver.pointee.tree.close(PageReader.tag(name))
    }
    handler.characters = { context, bytes, count in
      guard let receiver = PageReader.receiver(context), let bytes else { return }
      receiver.pointee.take(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.serror = { _, _ in }
    withUnsafeMutablePointer(to: &receiver) { parse(page, &handler, $0) }
    receiver.tree.finish()
    return receiver.tree
  }

  /// All of libxml2's life: made, fed and freed here.
  private static func parse(
    _ page: [UInt8], _ handler: inout htmlSAXHandler,
    _ receiver: UnsafeMutablePointer<Receiver>
  ) {
    guard
      let parser = htmlCreatePushParserCtxt(
        &handler, receiver, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
    else { return }
    defer { htmlFreeParserCtxt(parser) }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_HUGE.rawValue
    htmlCtxtUseOptions(parser, Int32(options))
    page.withUnsafeBytes { raw in
      guard let base = raw.bindMemory(to: CChar.self).baseAddress else { return }
      var start = 0
      while start < raw.count {
        var count = min(1 << 20, raw.count - start)
        // No text's number is cut in two.
        if start + count < raw.count,
          let tag = raw[start + 1..<start + count].lastIndex(of: 0x3C)
        {
          count = tag - start
        }
        // Told that nothing follows, libxml2 does not look ahead for the end of every tag and text:
        // a tenth of its time on pages of one piece.
        let isLast: Int32 = start + count == raw.count ? 1 : 0
        htmlParseChunk(parser, base + start, Int32(count), isLast)
        start += count
      }
    }
  }

  @inline(__always)
  private static func receiver(
    _ context: UnsafeMutableRawPointer?
  ) -> UnsafeMutablePointer<Receiver>? {
    context?.assumingMemoryBound(to: Receiver.self)
  }

  @inline(__always)
  private static func tag(_ name: UnsafePointer<xmlChar>) -> Tag {
    var hash = NameHash()
    var next = name
    while next.pointee != 0 {
      hash.add(next.pointee)
      next += 1
    }
    return Tag.named(hash: hash.value)
  }

  /// The number that `Stripping` gave the element's attributes; -1 where it has none.
  @inline(__always)
  private static func number(
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> Int {
    guard let attributes, let key = attributes[0], key[0] == 0x61,
      let digits = key[1] == 0 ? attributes[1] : key + 1
    else { return -1 }
    return number(UnsafeBufferPointer(start: digits, count: mostDigits))
  }

  private static let mostDigits = 18

  /// The number that digits make, the lowest first, up to what is no digit.
  @inline(__always)
  private static func number(_ digits: UnsafeBufferPointer<UInt8>) -> Int {
    var number = 0
    var power = 1
    for byte in digits.prefix(mostDigits) {
      guard byte &- 0x30 < 10 else { break }
      number += Int(byte &- 0x30) * power
      power *= 10
    }
    return number
  }
}
