public import DeskText

/// An article pasted or exported as plain text, furniture and all.
public struct TextFormat: InputFormat {
  public static let name = "text"
  public static let fileExtensions = ["txt", "text"]
  public static let holdsMany = false
  let options: InputOptions

  public init(_ options: InputOptions) { self.options = options }

  public static func isLikely(_ beginning: UnsafeBufferPointer<UInt8>, options: InputOptions)
    -> Bool
  { true }

  public func read(_ source: inout ByteSource, _ body: (Result<Document, Reject>) -> Bool) {
    let takesRawText = options.takesRawText
    _ = body(
      wholeFile(&source, options: options) { bytes, origin in
        Document(
          id: fileName(origin.input), content: takesRawText ? .rawText(bytes) : .text(bytes),
          origin: origin)
      })
  }
}
