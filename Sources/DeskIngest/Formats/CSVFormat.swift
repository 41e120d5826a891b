public import DeskText

/// A table of articles, one a row, its columns told by their names.
public struct CSVFormat: InputFormat {
  public static let name = "CSV"
  public static let fileExtensions = ["csv"]
  public static let holdsMany = true
  let options: InputOptions

  public init(_ options: InputOptions) { self.options = options }

  /// Whether the first line names at least two columns that we know, the text among them.
  public static func isLikely(_ beginning: UnsafeBufferPointer<UInt8>, options: InputOptions)
    -> Bool
  {
    if hasSeparatorLine(beginning) { return true }
    let line = Array(beginning.prefix { $0 != 0x0A }) + [0x0A]
    guard line.count < 16_384 else { return false }
    var source = ByteSource(bytes: line, input: "")
    var reader = CSVReader(delimiter: guessedDelimiter(line), limit: 16_384)
    guard case .whole? = reader.next(&source) else { return false }
    let layout = Layout(reader.strings(source), options: options)
    return layout.fault == nil && layout.names.count > 1
  }

  public func read(_ source: inout ByteSource, _ body: (Result<Document, Reject>) -> Bool) {
    readTable(&source, delimiter: nil, options: options, body)
  }
}

/// A table with tabs between its cells.
public struct TSVFormat: InputFormat {
  public static let name = "TSV"
  public static let fileExtensions = ["tsv", "tab"]
  public static let holdsMany = true
  let options: InputOptions

  public init(_ options: InputOptions) { self.options = options }

  /// Tabs between cells are told by `CSVFormat` as well.
  public static func isLikely(_ beginning: UnsafeBufferPointer<UInt8>, options: InputOptions)
    -> Bool
  { false }

  public func read(_ source: inout ByteSource, _ body: (Result<Document, Reject>) -> Bool) {
    readTable(&source, delimiter: 0x09, options: options, body)
  }
}

extension CSVReader {
  /// The cells of the record last returned, as strings.
  func strings(_ source: borrowing ByteSource) -> [String] {
    source.withUnread { bytes in
      cells.map { String(decoding: trimmedASCII(value($0, in: bytes).bytes), as: UTF8.self) }
    }
  }
}

/// Reads a table row by row; a missing column ends it with one reject.
private func readTable(
  _ source: inout ByteSource, delimiter: UInt8?, options: InputOptions,
  _ body: (Result<Document, Reject>) -> Bool
) {
  guard let first = header(&source, delimiter: delimiter, limit: options.recordLimit)
  else {
    _ = body(
      .failure(
        Reject(
          origin: Origin(input: source.input, line: 1), reason: "no line that names the columns")))
    return
  }
  var reader = first.reader
  let names = first.names
  let layout = Layout(names, options: options)
  if let fault = layout.fault ?? layout.unfound {
    _ = body(
      .failure(Reject(origin: Origin(input: source.input, line: reader.line), reason: fault)))
    return
  }
  var goesOn = true
  while goesOn, let record = reader.next(&source) {
    let origin = Origin(input: source.input, line: reader.line)
    switch record {
    case .broken(let reason): goesOn = body(.failure(Reject(origin: origin, reason: reason)))
    case .whole(let length):
      let result = source.withUnread {
        row(reader, in: $0, layout: layout, origin: origin, options: options)
      }
      source.advance(by: length)
      goesOn = body(result)
    }
  }
}

private func row(
  _ reader: CSVReader, in bytes: UnsafeBufferPointer<UInt8>, layout: Layout, origin: Origin,
  options: InputOptions
) -> Result<Document, Reject> {
  let cells = reader.cells
  let count = layout.names.count
  guard cells.count == count || (cells.count > count && cells[count...].allSatisfy(\.isEmpty))
  else {
    return .failure(
      Reject(
        origin: origin,
        reason: "\(cells.count) cells where the first line names \(count) columns"))
  }
  do throws(Reject) {
    return .success(
      try layout.document(origin: origin, options: options) { column in
        cells[column].isEmpty ? nil : reader.value(cells[column], in: bytes)
      })
  } catch {
    return .failure(error)
  }
}

extension CSVReader.Cell {
  var isEmpty: Bool { start == end }
}

/// Reads a table's first line, after a byte order mark and a `sep=` line.
///
/// Returns the reader for the rows and the names of the columns; nil where the table is empty.
func header(_ source: inout ByteSource, delimiter: UInt8?, limit: Int)
  -> (reader: CSVReader, names: [String])?
{
  skipByteOrderMark(&source)
  while source.newline(from: 0) == nil, source.unread < 65_536, source.fill() {}
  var separator = delimiter
  var line = 1
  if source.withUnread({ hasSeparatorLine($0) }), let length = source.newline(from: 0) {
    separator = source.withUnread { $0[4] }
    source.advance(by: length + 1)
    line = 2
    while source.newline(from: 0) == nil, source.unread < 65_536, source.fill() {}
  }
  let first = source.withUnread { Array($0.prefix(65_536).prefix { $0 != 0x0A }) }
  var reader = CSVReader(
    delimiter: separator ?? guessedDelimiter(first), limit: limit, line: line)
  guard case .whole(let length)? = reader.next(&source) else { return nil }
  let names = reader.strings(source)
  source.advance(by: length)
  return (reader, names)
}

/// Whether a table begins with a spreadsheet's `sep=;`.
private func hasSeparatorLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  bytes.count > 5 && bytes.starts(with: "sep=".utf8) && (bytes[5] == 0x0A || bytes[5] == 0x0D)
}

/// The comma, semicolon or tab that stands most often outside of quotation marks.
private func guessedDelimiter(_ line: [UInt8]) -> UInt8 {
  var isQuoted = false
  var counts = (comma: 0, semicolon: 0, tab: 0)
  for byte in line {
    switch byte {
    case 0x22: isQuoted.toggle()
    case 0x2C where !isQuoted: counts.comma += 1
    case 0x3B where !isQuoted: counts.semicolon += 1
    case 0x09 where !isQuoted: counts.tab += 1
    default: break
    }
  }
  if counts.tab > max(counts.comma, counts.semicolon) { return 0x09 }
  return counts.semicolon > counts.comma ? 0x3B : 0x2C
}
