public import DeskText

/// One JSON object a line, one article an object.
public struct NDJSONFormat: InputFormat {
  public static let name = "NDJSON"
  public static let fileExtensions = ["ndjson", "jsonl", "json"]
  public static let holdsMany = true
  let options: InputOptions

  public init(_ options: InputOptions) { self.options = options }

  public static func isLikely(_ beginning: UnsafeBufferPointer<UInt8>, options: InputOptions)
    -> Bool
  { beginning.first { $0 > 0x20 } == 0x7B }

  public func read(_ source: inout ByteSource, _ body: (Result<Document, Reject>) -> Bool) {
    var lines = LineReader(limit: options.recordLimit)
    var layout: Layout?
    var goesOn = true
    while goesOn, let line = lines.next(&source) {
      let origin = Origin(input: source.input, line: lines.number)
      switch line {
      case .tooLong:
        goesOn = body(
          .failure(
            Reject(
              origin: origin,
              reason:
                "a line of more than \(options.recordLimit >> 20) MB; too long for one article"
            )))
      case .whole(let length, let ending):
        let result = source.withUnread {
          document(
            UnsafeBufferPointer(rebasing: $0[..<length]), origin: origin, layout: &layout)
        }
        source.advance(by: length + ending)
        if let result { goesOn = body(result) }
      }
    }
  }

  /// The document of a line; nil for a line that holds nothing.
  private func document(
    _ line: UnsafeBufferPointer<UInt8>, origin: Origin, layout: inout Layout?
  ) -> Result<Document, Reject>? {
    guard line.contains(where: { $0 > 0x20 }) else { return nil }
    do throws(Reject) {
      let members: [JSONLine.Member]
      do throws(JSONLine.Fault) {
        members = try JSONLine.members(of: line)
      } catch {
        throw Reject(
          origin: origin, reason: "no sound JSON at column \(error.offset + 1): \(error.reason)")
      }
      let known: Layout
      if let last = layout, last.keys.count == members.count,
        zip(last.keys, members).allSatisfy({ $1.key.equals($0) })
      {
        known = last
      } else {
        known = Layout(
          members.map(\.key.string), options: options)
        layout = known
      }
      if let fault = known.fault {
        throw Reject(origin: origin, reason: fault.replacing("no column", with: "no field"))
      }
      return .success(
        try known.document(origin: origin, options: options) { members[$0].value })
    } catch {
      return .failure(error)
    }
  }
}
