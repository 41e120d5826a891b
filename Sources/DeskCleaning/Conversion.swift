import CLibXML2

/// Conversion to UTF-8 by the encoders of libxml2, which are those of iconv.
enum Conversion {
  private static let pieceSize = 1 << 16

  /// The text as UTF-8, U+FFFD for what the encoding does not have.
  ///
  /// nil where nobody knows an encoding of this name, or so much is wrong that the text is in
  /// another one.
  static func utf8(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    guard let handler = xmlFindCharEncodingHandler(name) else { return nil }
    defer { xmlCharEncCloseFunc(handler) }
    guard let input = xmlBufferCreate() else { return nil }
    defer { xmlBufferFree(input) }
    guard let output = xmlBufferCreate() else { return nil }
    defer { xmlBufferFree(output) }
    var faults = bytes.reduce(0) { $0 + ($1 >= 0x80 ? 1 : 0) } / 10 + 1
    var next = 0
    // Piece by piece: what is left of the input is moved after every fault.
    while next < bytes.count || xmlBufferLength(input) > 0 {
      if xmlBufferLength(input) < pieceSize / 2, next < bytes.count {
        let end = min(bytes.count, next + pieceSize)
        bytes[next..<end].withUnsafeBufferPointer {
          _ = xmlBufferAdd(input, $0.baseAddress, Int32($0.count))
        }
        next = end
      }
      let before = xmlBufferLength(input)
      _ = xmlCharEncInFunc(handler, output, input)
      guard xmlBufferLength(input) == before else { continue }
      // The first byte of a character whose others come with the next piece.
      if before < 8, next < bytes.count { continue }
      guard faults > 0 else { return nil }
      faults -= 1
      xmlBufferAdd(output, [0xEF, 0xBF, 0xBD], 3)
      xmlBufferShrink(input, 1)
    }
    guard let content = xmlBufferContent(output) else { return nil }
    return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(output))))
  }
}
