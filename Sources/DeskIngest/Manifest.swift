import DeskText

/// What a folder's `manifest.csv` says of the files beside it.
struct Manifest {
  static let fileName = "manifest.csv"

  /// The columns that no document has a place of its own for.
  let ownColumns: [Column]
  /// By file; the file column aside, in the manifest's order.
  private let rows: [String: [(name: String, value: String)]]

  /// Reads a folder's manifest; nil where there is none.
  ///
  /// - Throws: a reject where there is one that can not be read.
  init?(folder: String) throws(Reject) {
    let path = joined(folder, Self.fileName)
    guard FileKind(path) == .file else { return nil }
    var source = try ByteSource(path: path)
    guard let first = header(&source, delimiter: nil, limit: 1 << 20) else {
      throw Reject(origin: Origin(input: path), reason: "an empty manifest")
    }
    var reader = first.reader
    let names = first.names
    guard let key = Self.keyColumn(names) else {
      throw Reject(
        origin: Origin(input: path, line: reader.line),
        reason: "no column 'file' that names the files; the manifest is not used")
    }
    var rows: [String: [(name: String, value: String)]] = [:]
    while let record = reader.next(&source) {
      guard case .whole(let length) = record else { continue }
      let values = reader.strings(source)
      source.advance(by: length)
      guard key < values.count, !values[key].isEmpty else { continue }
      rows[values[key]] = zip(names, values).enumerated()
        .filter { $0.offset != key }
        .map { ($0.element.0, $0.element.1) }
    }
    self.rows = rows
    ownColumns = names.enumerated().filter { $0.offset != key }
      .filter { pair in !Field.allCases.contains { $0.names.contains(pair.element.lowercased()) } }
      .map { Column(name: $0.element, value: "") }
  }

  private static func keyColumn(_ names: [String]) -> Int? {
    for name in ["file", "filename", "path"] {
      if let index = names.firstIndex(where: { $0.lowercased() == name }) { return index }
    }
    return nil
  }

  /// Whether a table is a manifest and no table of articles.
  static func isManifest(_ path: String) -> Bool {
    guard DeskIngest.fileName(path) == fileName,
      var source = try? ByteSource(path: path),
      let names = header(&source, delimiter: nil, limit: 1 << 20)?.names
    else { return false }
    return keyColumn(names) != nil && Layout(names, options: InputOptions()).fault != nil
  }

  /// Fills in what a document does not say itself; `file` is its place below the folder.
  func fill(_ document: inout Document, file: String) {
    guard let row = rows[file] ?? rows["./" + file] else { return }
    for (name, value) in row {
      let field = Field.allCases.first { $0.names.contains(name.lowercased()) }
      if field != nil, value.isEmpty { continue }
      switch field {
      case .outlet: document.outlet = document.outlet ?? value
      case .republisher: document.republisher = document.republisher ?? value
      case .title: document.title = document.title ?? value
      case .date: document.date = document.date ?? value
      case .url: document.url = document.url ?? value
      case .byline:
        if document.byline.isEmpty { document.byline = Value.meant(Array(value.utf8)).list }
      case .id, .text, .html, nil:
        if !document.columns.contains(where: { $0.name == name }) {
          document.columns.append(Column(name: name, value: value))
        }
      }
    }
  }
}
