import Foundation

/// A file of `Lexicons/` as a table: directives, column names, rows, each with its line.
///
/// Lines that begin with `#@` are directives (`#@ title: ...`), other lines that begin with `#` and
/// empty ones are skipped; the first line of cells names the columns. One tab stands between
/// cells; there is no quoting.
public struct Table: Sendable {
  /// A line `#@ name: value`.
  public struct Directive: Hashable, Sendable {
    public var name: String
    public var value: String
    /// Of the file, from 1.
    public var line: Int
  }

  /// A line of cells; the table gives their words.
  public struct Row: Hashable, Sendable {
    /// The row's line in the file, from 1.
    public var line: Int { Int(number) }
    public var cellCount: Int { Int(count) }
    fileprivate var number: Int32
    fileprivate var count: Int32
    /// Its bytes in the file, the line's end left out.
    fileprivate var start: Int32
    fileprivate var end: Int32
  }

  /// The file's name without its folder: `hedging.tsv`.
  public let file: String
  /// The bytes as read, for the hash in `run.json`.
  public let bytes: [UInt8]
  public private(set) var directives: [Directive] = []
  public private(set) var columns: [String] = []
  /// Where the lines of cells stand; cells are looked for only when somebody asks, since most of
  /// most files are never looked at.
  public private(set) var rows: [Row] = []
  /// What is wrong with the form of the file; empty for a sound one.
  public private(set) var faults: [LexiconFault] = []

  /// Reads a file; what is wrong with its form is kept in `faults`.
  public init(file: String, parsing bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    rows.reserveCapacity(bytes.count / 40)
    var number: Int32 = 0
    bytes.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress else { return }
      var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      while start < all.count {
        let found = memchr(base + start, 0x0A, all.count - start)
        let stop = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? all.count
        var end = stop
        if end > start, all[end - 1] == 0x0D { end -= 1 }
        number += 1
        if end > start {
          if all[start] != 0x23 {
            addRow(all, start, end, number)
          } else if end > start + 1, all[start + 1] == 0x40 {
            addDirective(bytes[(start + 2)..<end], Int(number))
          }
        }
        start = stop + 1
      }
    }
    if columns.isEmpty {
      faults.append(
        LexiconFault(
          file: file, line: max(1, Int(number)),
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

  private mutating func addRow(
    _ all: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ number: Int32
  ) {
    var count: Int32 = 1
    for index in start..<end where all[index] == 0x09 { count &+= 1 }
    let row = Row(number: number, count: count, start: Int32(start), end: Int32(end))
    if columns.isEmpty {
      columns = (0..<row.cellCount).map { String(decoding: self.bytes(row, at: $0), as: UTF8.self) }
      return
    }
    if row.cellCount > columns.count {
      faults.append(
        LexiconFault(
          file: file, line: row.line, column: position(row, at: columns.count),
          reason: "\(row.cellCount) cells, but the file names \(columns.count) columns"))
    }
    if all[start] == 0x22 || all[start] == 0x20 {
      let entry = self.bytes(row, at: 0)
      if entry.count > 1, entry.first == 0x22, entry.last == 0x22 {
        faults.append(
          LexiconFault(
            file: file, line: row.line,
            reason: "a spreadsheet has put quotation marks around this cell; remove them"))
      }
    }
    rows.append(row)
  }

  @inline(__always)
  private func spaceless(
    _ all: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Range<Int> {
    var (start, end) = (start, end)
    while start < end, all[start] == 0x20 { start += 1 }
    while end > start, all[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }

  /// Where a row's cells stand in `bytes`, white space around them left out, in the place of what
  /// `cells` held.
  public func split(_ row: Row, into cells: inout [Range<Int>]) {
    cells.removeAll(keepingCapacity: true)
    bytes.withUnsafeBufferPointer { all in
      var start = Int(row.start)
      let end = Int(row.end)
      for index in start..<end where all[index] == 0x09 {
        cells.append(spaceless(all, start, index))
        start = index + 1
      }
      cells.append(spaceless(all, start, end))
    }
  }

  /// Calls `body` with each row and its bytes, tabs and all; they hold as long as the call.
  public func forEachRow(_ body: (Row, UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { all in
      for row in rows {
        body(row, UnsafeBufferPointer(rebasing: all[Int(row.start)..<Int(row.end)]))
      }
    }
  }

  /// The bytes of a row's cell, white space around it left out; empty where the row is shorter.
  public func bytes(_ row: Row, at column: Int) -> ArraySlice<UInt8> {
    guard column < row.cellCount else { return [] }
    var start = Int(row.start)
    let end = Int(row.end)
    var left = column
    while left > 0 {
      while bytes[start] != 0x09 { start += 1 }
      start += 1
      left -= 1
    }
    var stop = start
    while stop < end, bytes[stop] != 0x09 { stop += 1 }
    return bytes[bytes.withUnsafeBufferPointer { spaceless($0, start, stop) }]
  }

  /// The code point of its line, from 1, at which a row's cell begins.
  func position(_ row: Row, at column: Int) -> Int {
    let before = (0..<min(column, row.cellCount)).reduce(0) { count, index in
      count + String(decoding: bytes(row, at: index), as: UTF8.self).unicodeScalars.count + 1
    }
    return before + 1
  }

  /// The value of the first directive of a name.
  public func directive(_ name: String) -> String? {
    directives.first { $0.name == name }?.value
  }

  /// The number of a column by its name.
  public func columnIndex(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// A row's cell; nil when it is not there or empty.
  public func cell(_ row: Row, at column: Int) -> String? {
    let bytes = bytes(row, at: column)
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// A row's cell in a column by name; nil when the column or the cell is not there or empty.
  public func cell(_ row: Row, _ column: String) -> String? {
    columnIndex(column).flatMap { cell(row, at: $0) }
  }
}

func trimmed(_ text: some StringProtocol) -> String {
  var view = Substring(text)
  while let first = view.first, first.isWhitespace { view.removeFirst() }
  while let last = view.last, last.isWhitespace { view.removeLast() }
  return String(view)
}
