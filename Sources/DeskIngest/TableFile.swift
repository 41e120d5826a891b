public import DeskText

/// A table of any columns, held whole: what people filled in by hand.
///
/// Knows what tables of articles know: byte order marks, `sep=` lines, commas, semicolons and tabs,
/// quoted line breaks, and rows that cannot be read, which stop nothing.
public struct TableFile: Sendable {
  /// A row that has as many cells as the first line has names.
  public struct Row: Sendable {
    /// From 1, the line on which it begins.
    public var line: Int
    public var cells: [String]
  }

  /// As the first line has them.
  public let names: [String]
  public private(set) var rows: [Row] = []
  public private(set) var rejects: [Reject] = []
  private let input: String

  /// - Throws: a reject where the table has no first line.
  public init(bytes: [UInt8], input: String) throws(Reject) {
    self.input = input
    var source = ByteSource(bytes: bytes, input: input)
    let limit = 64 << 20
    guard let first = header(&source, delimiter: nil, limit: limit) else {
      throw Reject(origin: Origin(input: input, line: 1), reason: "no line that names the columns")
    }
    names = first.names
    var reader = first.reader
    while let record = reader.next(&source) {
      let line = reader.line
      switch record {
      case .broken(let reason): reject(line, reason)
      case .whole(let length):
        var cells = reader.strings(source)
        source.advance(by: length)
        while cells.count > names.count, cells.last == "" { cells.removeLast() }
        // Spreadsheets leave rows behind that hold nothing.
        if cells.allSatisfy(\.isEmpty) { continue }
        if cells.count == names.count {
          rows.append(Row(line: line, cells: cells))
        } else {
          reject(line, "\(cells.count) cells where the first line names \(names.count) columns")
        }
      }
    }
  }

  /// The number of the first column that has one of some names, upper and lower case alike.
  public func column(_ wanted: String...) -> Int? { column(wanted) }

  /// The same with the names in a list.
  public func column(_ wanted: [String]) -> Int? {
    for name in wanted {
      if let index = names.firstIndex(where: { $0.lowercased() == name.lowercased() }) {
        return index
      }
    }
    return nil
  }

  private mutating func reject(_ line: Int, _ reason: String) {
    rejects.append(Reject(origin: Origin(input: input, line: line), reason: reason))
  }
}

/// Reads a table that a program wrote, row by row, cells exactly as they stand, spaces and all.
///
/// - Parameters:
///   - source: the table.
///   - columns: the names that the first line must have.
///   - body: takes each row's line, from 1, and its cells.
/// - Throws: a reject where the first line or a row is another, and what `body` throws.
public func readRows(
  of source: inout ByteSource, columns: [String],
  _ body: (_ line: Int, _ cells: [String]) throws(Reject) -> Void
) throws(Reject) {
  let input = source.input
  func reject(_ line: Int, _ reason: String) -> Reject {
    Reject(origin: Origin(input: input, line: line), reason: reason)
  }
  guard let first = header(&source, delimiter: 0x2C, limit: 64 << 20), first.names == columns
  else { throw reject(1, "the first line is not \(columns.joined(separator: ","))") }
  var reader = first.reader
  while let record = reader.next(&source) {
    switch record {
    case .broken(let reason): throw reject(reader.line, reason)
    case .whole(let length):
      let cells = source.withUnread { bytes in
        reader.cells.map { reader.value($0, in: bytes).string }
      }
      source.advance(by: length)
      guard cells.count == columns.count else {
        throw reject(
          reader.line, "\(cells.count) cells where the first line names \(columns.count) columns")
      }
      try body(reader.line, cells)
    }
  }
  if let fault = source.fault { throw reject(reader.line, fault) }
}

/// All bytes of a file, or of standard input for `-`; gzip is undone.
///
/// - Throws: a reject that says why it can not be read.
public func allBytes(ofFile path: String) throws(Reject) -> [UInt8] {
  var source = try ByteSource(path: path)
  while source.fill() {}
  if let fault = source.fault { throw Reject(origin: Origin(input: path), reason: fault) }
  return source.withUnread { Array($0) }
}
