public import DeskText

/// A form in which articles come in.
///
/// To add one: a file in `Formats/`, and a line in `inputFormats`.
public protocol InputFormat: Sendable {
  /// As it stands in messages: `NDJSON`.
  static var name: String { get }
  /// In lower case, without the stop; `.gz` after them is undone before.
  static var fileExtensions: [String] { get }
  /// Whether an input holds many articles, so that a record's id is its own and not the file's.
  static var holdsMany: Bool { get }
  /// Whether it is all text, so that other bytes tell of a mistake.
  static var isText: Bool { get }

  init(_ options: InputOptions)

  /// Whether an input that no file extension tells of begins like this format.
  static func isLikely(_ beginning: UnsafeBufferPointer<UInt8>, options: InputOptions) -> Bool

  /// Reads one document after the other, until the input ends or `body` returns false.
  ///
  /// A record that can not be read is handed over as a reject, and the next one goes on.
  func read(_ source: inout ByteSource, _ body: (Result<Document, Reject>) -> Bool)
}

extension InputFormat {
  public static var isText: Bool { true }
}

/// Every input format; one that comes first is tried first on an input of unknown form.
public let inputFormats: [any InputFormat.Type] = [
  WARCFormat.self, NDJSONFormat.self, HTMLFormat.self, CSVFormat.self, TSVFormat.self,
  MarkdownFormat.self,
  TextFormat.self,
]

/// The format that a file's name tells; `.gz` is looked through.
public func inputFormat(ofFile path: String) -> (any InputFormat.Type)? {
  var parts = fileName(path).lowercased().split(separator: ".", omittingEmptySubsequences: false)
  if parts.last == "gz" { parts.removeLast() }
  guard parts.count > 1, let last = parts.last else { return nil }
  return inputFormats.first { $0.fileExtensions.contains(String(last)) }
}

/// The format that an input's first bytes tell; plain text when none is surer.
func inputFormat(ofBytes source: borrowing ByteSource, options: InputOptions)
  -> any InputFormat.Type
{
  source.withUnread { bytes in
    let start = bytes.starts(with: byteOrderMark) ? 3 : 0
    let rest = UnsafeBufferPointer(rebasing: bytes[start..<min(bytes.count, start + 65_536)])
    return inputFormats.first { $0.isLikely(rest, options: options) } ?? TextFormat.self
  }
}

/// UTF-8's byte order mark, which spreadsheets put first.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// What stands after the last slash.
func fileName(_ path: String) -> String {
  String(path.split(separator: "/").last ?? Substring(path))
}
