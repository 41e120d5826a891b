import CLibXML2

/// Reads a stripped page through libxml2's push parser into a flat tree.
enum PageReader {
  /// What the parser's callbacks fill.
  private final class Receiver {
    var tree = PageTree()
  }

  /// The page's tree; empty where libxml2 has no memory for it.
  static func tree(of page: [UInt8]) -> PageTree {
    let receiver = Receiver()
    var handler = htmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElement = { context, name, attributes in
      guard let context, let name else { return }
      let receiver = Unmanaged<Receiver>.fromOpaque(context).takeUnretainedValue()
      PageReader.start(&receiver.tree, name, attributes)
    }
    handler.endElement = { context, name in
      guard let context, let name else { return }
      let receiver = Unmanaged<Receiver>.fromOpaque(context).takeUnretainedValue()
      receiver.tree.close(Tag.named(PageReader.bytes(name)))
    }
    handler.characters = { context, bytes, count in
      guard let context, let bytes else { return }
      let receiver = Unmanaged<Receiver>.fromOpaque(context).takeUnretainedValue()
      receiver.tree.add(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.serror = { _, _ in }
    parse(page, &handler, receiver)
    receiver.tree.finish()
    return receiver.tree
  }

  /// All of libxml2's life: made, fed and freed here.
  private static func parse(
    _ page: [UInt8], _ handler: inout htmlSAXHandler, _ receiver: Receiver
  ) {
    let context = Unmanaged.passUnretained(receiver).toOpaque()
    guard
      let parser = htmlCreatePushParserCtxt(
        &handler, context, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
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
        let count = min(1 << 20, raw.count - start)
        htmlParseChunk(parser, base + start, Int32(count), 0)
        start += count
      }
      htmlParseChunk(parser, nil, 0, 1)
    }
    withExtendedLifetime(receiver) {}
  }

  private static func bytes(_ text: UnsafePointer<xmlChar>) -> UnsafeBufferPointer<UInt8> {
    var count = 0
    while text[count] != 0 { count += 1 }
    return UnsafeBufferPointer(start: text, count: count)
  }

  private static func start(
    _ tree: inout PageTree, _ name: UnsafePointer<xmlChar>,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    tree.open(Tag.named(bytes(name))) { tree in
      guard let attributes else { return }
      var index = 0
      while let key = attributes[index] {
        let value = attributes[index + 1]
        index += 2
        guard let kind = kind(bytes(key)) else { continue }
        tree.give(kind, value.map { bytes($0) } ?? UnsafeBufferPointer(start: nil, count: 0))
      }
    }
  }

  private static let kinds: [[UInt8]: PageTree.Name] = Dictionary(
    uniqueKeysWithValues: [
      ("id", .hint), ("class", .hint), ("role", .hint), ("data-testid", .hint),
      ("data-component", .hint), ("data-qa", .hint), ("href", .href), ("itemprop", .itemprop),
      ("property", .property), ("name", .name), ("content", .content), ("value", .content),
      ("rel", .rel),
      ("datetime", .datetime), ("hidden", .hidden), ("type", .type),
    ].map { (name: String, kind: PageTree.Name) in (Array(name.utf8), kind) })

  private static func kind(_ name: UnsafeBufferPointer<UInt8>) -> PageTree.Name? {
    kinds[Array(name)]
  }
}
