import DeskIngest
import DeskText
import Foundation

/// What a format makes of some bytes: a line for each document and each reject.
func read(
  _ type: any InputFormat.Type, _ bytes: [UInt8], options: InputOptions = InputOptions()
) -> [String] {
  var source = ByteSource(bytes: bytes, input: "in")
  var lines: [String] = []
  type.init(options).read(&source) { result in
    lines.append(line(result))
    return true
  }
  return lines
}

func read(_ type: any InputFormat.Type, _ text: String, options: InputOptions = InputOptions())
  -> [String]
{ read(type, Array(text.utf8), options: options) }

/// What inputs give: a line for each document and each reject.
func read(_ arguments: [String], options: InputOptions = InputOptions()) -> [String] {
  var lines: [String] = []
  Inputs(arguments, options: options).read { result in
    lines.append(line(result))
    return true
  }
  return lines
}

/// `id|outlet|title|date|url|byline|text|name=value`, fields that are not there left empty.
func line(_ result: Result<Document, Reject>) -> String {
  switch result {
  case .failure(let reject): return "! \(reject)"
  case .success(let document):
    let fields: [String?] = [
      document.id, document.outlet, document.title, document.date, document.url,
      document.byline.joined(separator: "+"), text(document.content),
    ]
    let columns = document.columns.map { "\($0.name)=\($0.value)" }
    return (fields.map { $0 ?? "" } + columns).joined(separator: "|")
  }
}

private func text(_ content: Document.Content) -> String {
  switch content {
  case .html(let bytes, _): "<html>" + String(decoding: bytes, as: UTF8.self)
  case .text(let bytes): String(decoding: bytes, as: UTF8.self)
  case .rawText(let bytes): "=" + String(decoding: bytes, as: UTF8.self)
  }
}

/// A folder that is gone after the test.
struct Scratch: ~Copyable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(
      path: "copydesk-ingest-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path(percentEncoded: false) }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path(percentEncoded: false)
  }

  /// Runs gzip on a file and returns the path of what it leaves.
  func gzip(_ path: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "gzip \"$0\"", path]
    try process.run()
    process.waitUntilExit()
    return path + ".gz"
  }
}
