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
    of page: [UInt8], _ attributes: PageAttributes, _ texts: PageTexts? = nil,
    by parser: PageParser? = .ofThisThread(handler)
  ) -> PageTree {
    let letters = texts?.bytes.count ?? page.count / 2
    var receiver = Receiver(
      tree: PageTree(attributes, room: page.count, letters: letters), attributes: attributes,
      texts: texts)
    withUnsafeMutablePointer(to: &receiver) { parser?.read(page, for: $0) }
    receiver.tree.finish()
    return receiver.tree
  }

  /// What libxml2 calls: each function finds the receiver at the address that it is given.
  static var handler: PageParser.Handler {
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
    return handler
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
