/// A file of `Lexicons/` as a table: directives, column names, rows, each with its line.
///
/// Lines that begin with `#@` are directives (`#@ title: ...`), other lines that begin with `#` and
/// empty ones are skipped; the first line of cells names the columns. One tab stands between
/// cells; there is no quoting.
public struct Table: Sendable {
  public struct Directive: Hashable, Sendable {
    public var name: String
    public var value: String
    public var line: Int
  }

  public struct Row: Hashable, Sendable {
    /// The row's line in the file, from 1.
    public var line: Int
    public var cells: [String]
  }

  /// The file's name without its folder: `hedging.tsv`.
  public let file: String
  /// The bytes as read, for the hash in `run.json`.
  public let bytes: [UInt8]
  public private(set) var directives: [Directive] = []
  public private(set) var columns: [String] = []
  public private(set) var rows: [Row] = []
  /// What is wrong with the form of the file; empty for a sound one.
  public private(set) var faults: [LexiconFault] = []

  public init(file: String, parsing bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    var number = 0
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    for var line in rest.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.last == 0x0D { line = line.dropLast() }
      if line.isEmpty { continue }
      if line.first == 0x23 {
        if line.dropFirst().first == 0x40 { addDirective(line.dropFirst(2), number) }
        continue
      }
      addRow(line, number)
    }
    if columns.isEmpty {
      faults.append(
        LexiconFault(
          file: file, line: max(1, number),
          reason: "no line names the columns; write 'entry', 'category', ... with tabs between"))
    }
  }

  private mutating func addDirective(_ line: ArraySlice<UInt8>, _ number: Int) {
    let text = String(decoding: line, as: UTF8.self)
    guard let colon = text.firstIndex(of: ":") else {
      faults.append(
        LexiconFault(file: file, line: number, reason: "a directive is written '#@ name: value'"))
      return
    }
    directives.append(
      Directive(
        name: trimmed(text[..<colon]), value: trimmed(text[text.index(after: colon)...]),
        line: number))
  }

  private mutating func addRow(_ line: ArraySlice<UInt8>, _ number: Int) {
    let cells = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    if columns.isEmpty {
      columns = cells.map(trimmed)
      return
    }
    if cells.count > columns.count {
      let before = cells[..<columns.count].reduce(0) { $0 + $1.unicodeScalars.count + 1 }
      faults.append(
        LexiconFault(
          file: file, line: number, column: before + 1,
          reason: "\(cells.count) cells, but the file names \(columns.count) columns"))
    }
    if let first = cells.first, first.count > 1, first.hasPrefix("\""), first.hasSuffix("\"") {
      faults.append(
        LexiconFault(
          file: file, line: number,
          reason: "a spreadsheet has put quotation marks around this cell; remove them"))
    }
    rows.append(Row(line: number, cells: cells.map(trimmed)))
  }

  /// The value of the first directive of a name.
  public func directive(_ name: String) -> String? {
    directives.first { $0.name == name }?.value
  }

  public func columnIndex(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// A row's cell in a column; nil when the column or the cell is not there or empty.
  public func cell(_ row: Row, _ column: String) -> String? {
    guard let index = columnIndex(column), index < row.cells.count, !row.cells[index].isEmpty
    else { return nil }
    return row.cells[index]
  }
}

func trimmed(_ text: some StringProtocol) -> String {
  var view = Substring(text)
  while let first = view.first, first.isWhitespace { view.removeFirst() }
  while let last = view.last, last.isWhitespace { view.removeLast() }
  return String(view)
}
