import CLibXML2
import Foundation

/// One of libxml2's push parsers for HTML, kept from page to page with the memory that it has asked
/// for and the names that it knows.
///
/// The one place where something of libxml2's outlives a function: the class is there to own it.
final class PageParser {
  /// Told what stands in a page while it is read; the parser hands them the receiver's address.
  typealias Handler = htmlSAXHandler

  private let context: htmlParserCtxtPtr
  /// Whether nothing of another page is left in the parser.
  private var isFresh = true

  /// How many names a parser may know before another takes its place: libxml2 never forgets one, and
  /// looks them up more slowly the more there are.
  static let mostNames = 8_192

  /// Nothing where libxml2 has no memory for it.
  init?(_ handler: Handler) {
    var handler = handler
    guard
      let context = htmlCreatePushParserCtxt(
        &handler, nil, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
    else { return nil }
    self.context = context
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_HUGE.rawValue
    htmlCtxtUseOptions(context, Int32(options))
  }

  deinit { htmlFreeParserCtxt(context) }

  /// How many names of elements and attributes it has learned from the pages so far.
  var nameCount: Int { Int(xmlDictSize(context.pointee.dict)) }

  /// The parser of the thread that asks, the same at every call until it knows too many names.
  ///
  /// Nothing is shared between threads, so that none waits for another; a parser ends with its
  /// thread.
  static func ofThisThread(_ handler: @autoclosure () -> Handler) -> PageParser? {
    let kept = Thread.current.threadDictionary
    if let parser = kept[Self.key] as? PageParser, parser.isReady { return parser }
    let parser = PageParser(handler())
    kept[Self.key] = parser
    return parser
  }

  private static let key = "copydesk.DeskCleaning.PageParser"

  private var isReady: Bool { isFresh && nameCount <= Self.mostNames }

  /// Reads a page whole; the handler's functions get the receiver.
  func read(_ page: [UInt8], for receiver: UnsafeMutableRawPointer) {
    isFresh = false
    context.pointee.userData = receiver
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
        htmlParseChunk(context, base + start, Int32(count), isLast)
        start += count
      }
    }
    context.pointee.userData = nil
    forget()
  }

  /// Gives back the page that was read and makes ready for the next.
  ///
  /// libxml2 has a reset for pushed XML and one for HTML that is not pushed; the first followed by
  /// what tells HTML from XML is what it does itself for a new parser of pushed HTML.
  private func forget() {
    guard xmlCtxtResetPush(context, nil, 0, nil, nil) == 0 else { return }
    context.pointee.html = 1
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    isFresh = context.pointee.disableSAX == 0
  }
}
