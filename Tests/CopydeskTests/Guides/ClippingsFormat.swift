import Copydesk

/// Many articles in one text file, as clipping services mail them: each begins with a line
/// `=== outlet: headline`.
struct ClippingsFormat: InputFormat {
  static let name = "clippings"
  static let fileExtensions = ["clippings"]
  static let holdsMany = true
  private static let mark = Array("=== ".utf8)
  private let options: InputOptions

  init(_ options: InputOptions) { self.options = options }

  static func isLikely(_ beginning: UnsafeBufferPointer<UInt8>, options: InputOptions) -> Bool {
    beginning.starts(with: mark)
  }

  func read(_ source: inout ByteSource, _ body: (Result<Document, Reject>) -> Bool) {
    var lines = LineReader(limit: options.recordLimit)
    var clipping = Clipping(origin: Origin(input: source.input, line: 1))
    while let line = lines.next(&source) {
      guard case .whole(let length, let ending) = line else {
        clipping.isTooLong = true
        continue
      }
      let bytes = source.withUnread { Array($0[..<length]) }
      source.advance(by: length + ending)
      if bytes.starts(with: Self.mark) {
        if let result = clipping.result(options), !body(result) { return }
        clipping = Clipping(origin: Origin(input: source.input, line: lines.number))
        clipping.heading = String(decoding: bytes.dropFirst(Self.mark.count), as: UTF8.self)
      } else if clipping.text.count + length < options.recordLimit {
        clipping.text += bytes + [0x0A]
      } else {
        clipping.isTooLong = true
      }
    }
    if let result = clipping.result(options) { _ = body(result) }
  }
}

/// One article of the file while it is being read.
private struct Clipping {
  var origin: Origin
  var heading: String?
  var text: [UInt8] = []
  var isTooLong = false

  init(origin: Origin) { self.origin = origin }

  /// The document; nil for empty lines before the first heading.
  func result(_ options: InputOptions) -> Result<Document, Reject>? {
    let isBlank = text.allSatisfy { $0 <= 0x20 }
    if heading == nil, isBlank, !isTooLong { return nil }
    guard let heading else { return reject("text before the first '=== outlet: headline' line") }
    guard !isTooLong else { return reject("too long for one article") }
    guard !isBlank else { return reject("a heading without a text") }
    let parts = heading.split(separator: ": ", maxSplits: 1).map(String.init)
    return .success(
      Document(
        id: origin.description, content: options.takesRawText ? .rawText(text) : .text(text),
        outlet: parts.count == 2 ? parts[0] : nil, title: parts.last, origin: origin))
  }

  private func reject(_ reason: String) -> Result<Document, Reject> {
    .failure(Reject(origin: origin, reason: reason))
  }
}
