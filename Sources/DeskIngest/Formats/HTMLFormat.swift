public import DeskText

/// A page as a browser saves it.
public struct HTMLFormat: InputFormat {
  public static let name = "HTML"
  public static let fileExtensions = ["html", "htm", "xhtml", "shtml"]
  public static let holdsMany = false
  let options: InputOptions

  public init(_ options: InputOptions) { self.options = options }

  public static func isLikely(_ beginning: UnsafeBufferPointer<UInt8>, options: InputOptions)
    -> Bool
  {
    guard let first = beginning.firstIndex(where: { $0 > 0x20 }), beginning[first] == 0x3C,
      first + 1 < beginning.count
    else { return false }
    let next = beginning[first + 1] | 0x20
    return next == 0x21 || next == 0x3F || (0x61...0x7A).contains(next)
  }

  public func read(_ source: inout ByteSource, _ body: (Result<Document, Reject>) -> Bool) {
    _ = body(
      wholeFile(&source, options: options) { bytes, origin in
        Document(
          id: fileName(origin.input), content: .html(bytes, charset: nil), origin: origin)
      })
  }
}

/// Reads a source to its end as one document.
func wholeFile(
  _ source: inout ByteSource, options: InputOptions,
  _ document: ([UInt8], Origin) -> Document
) -> Result<Document, Reject> {
  let origin = Origin(input: source.input)
  while source.unread <= options.recordLimit, source.fill() {}
  func reject(_ reason: String) -> Result<Document, Reject> {
    .failure(Reject(origin: origin, reason: reason))
  }
  guard source.unread <= options.recordLimit else {
    return reject("longer than \(options.recordLimit >> 20) MB; too long for one article")
  }
  let bytes = source.withUnread { Array($0) }
  source.advance(by: bytes.count)
  guard bytes.contains(where: { $0 > 0x20 }) else {
    return reject("empty; nothing to read")
  }
  guard !looksBinary(bytes) else {
    return reject("a binary file, not text; save the article as HTML or text")
  }
  return .success(document(bytes, origin))
}

/// Whether bytes are no text in any encoding that pages come in.
///
/// UTF-16 has zero bytes too, but a byte order mark or a regular beat of them.
func looksBinary(_ bytes: [UInt8]) -> Bool {
  let head = bytes.prefix(8_192)
  if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return false }
  var zeros = 0
  var evenZeros = 0
  var controls = 0
  for (index, byte) in head.enumerated() {
    if byte == 0 {
      zeros += 1
      if index & 1 == 0 { evenZeros += 1 }
    } else if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0C, byte != 0x0D, byte != 0x1B {
      controls += 1
    }
  }
  if zeros * 10 > head.count * 4, evenZeros == 0 || evenZeros == zeros { return false }
  return (zeros + controls) * 20 > head.count
}
