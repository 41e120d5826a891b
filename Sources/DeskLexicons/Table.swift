import DeskText
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
    var number: Int32
    var count: Int32
    /// Its bytes in the file, the line's end left out.
    var start: Int32
    var end: Int32
  }

  /// The bytes of a cell, where they stand in the file; good for as long as the table.
  typealias Cell = Slice<UnsafeBufferPointer<UInt8>>

  /// The file's name without its folder: `hedging.tsv`.
  public let file: String
  let memory: TableBytes
  /// Of a file inside the program read when somebody asks: most runs ask for some files only.
  private let lines: Deferred<TableLines>

  /// Reads a file; what is wrong with its form is kept in `faults`.
  public init(file: String, parsing bytes: [UInt8]) {
    self.init(file: file, TableBytes(bytes))
  }

  /// Takes a file that is part of the program.
  init(file: String, embedded bytes: UnsafeBufferPointer<UInt8>) {
    self.init(file: file, TableBytes(embedded: bytes))
  }

  private init(file: String, _ memory: TableBytes) {
    self.file = file
    self.memory = memory
    lines = Deferred { TableLines(memory.all, file: file) }
  }

  /// The bytes as read, for the hash in `run.json`.
  public var bytes: [UInt8] { Array(memory.all) }
  public var directives: [Directive] { lines.value.directives }
  public var columns: [String] { lines.value.columns }
  /// Where the lines of cells stand; cells are looked for only when somebody asks, since most of
  /// most files are never looked at.
  public var rows: [Row] { lines.value.rows }
  /// What is wrong with the form of the file; empty for a sound one.
  public var faults: [LexiconFault] { lines.value.faults }

  /// Where a row's cells stand in `bytes`, white space around them left out, in the place of what
  /// `cells` held.
  public func split(_ row: Row, into cells: inout [Range<Int>]) {
    cells.removeAll(keepingCapacity: true)
    guard let base = memory.all.baseAddress else { return }
    var start = Int(row.start)
    let end = Int(row.end)
    while let tab = memchr(base + start, 0x09, end - start) {
      let index = UnsafeRawPointer(tab) - UnsafeRawPointer(base)
      cells.append(spaceless(start, index))
      start = index + 1
    }
    cells.append(spaceless(start, end))
  }

  @inline(__always)
  private func spaceless(_ start: Int, _ end: Int) -> Range<Int> {
    let all = memory.all
    var (start, end) = (start, end)
    while start < end, all[start] == 0x20 { start += 1 }
    while end > start, all[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }

  /// Calls `body` with the line and the bytes of each row, tabs and all; they hold as long as the
  /// call.
  ///
  /// Reads on without keeping anything: for a long file that is read once, from its beginning to its
  /// end.
  public func forEachRow(_ body: (Int, UnsafeBufferPointer<UInt8>) -> Void) {
    var namesColumns = true
    TableLines.forEach(in: memory.all) { number, start, end in
      if memory.all[start] == 0x23 { return true }
      if namesColumns {
        namesColumns = false
      } else {
        body(Int(number), UnsafeBufferPointer(rebasing: memory.all[start..<end]))
      }
      return true
    }
  }

  /// The bytes of a row's cell, white space around it left out; empty where the row is shorter.
  public func bytes(_ row: Row, at column: Int) -> [UInt8] { Array(written(row, at: column)) }

  /// The same where they stand.
  func written(_ row: Row, at column: Int) -> Cell {
    let all = memory.all
    guard column < row.cellCount else { return all[0..<0] }
    var start = Int(row.start)
    let end = Int(row.end)
    var left = column
    while left > 0 {
      while all[start] != 0x09 { start += 1 }
      start += 1
      left -= 1
    }
    var stop = start
    while stop < end, all[stop] != 0x09 { stop += 1 }
    return all[spaceless(start, stop)]
  }

  /// The code point of its line, from 1, at which a row's cell begins.
  func position(_ row: Row, at column: Int) -> Int {
    let before = (0..<min(column, row.cellCount)).reduce(0) { count, index in
      count + String(decoding: written(row, at: index), as: UTF8.self).unicodeScalars.count + 1
    }
    return before + 1
  }

  /// The value of the first directive of a name.
  public func directive(_ name: String) -> String? {
    directives.first { $0.name == name }?.value
  }

  /// Whether it is a word list, one with an `#@ analyzer:` line.
  ///
  /// In the program's own files that stands above the columns, so that nobody need read on to know.
  var isList: Bool {
    guard memory.isEmbedded else { return directive("analyzer") != nil }
    return TableLines.head(of: memory.all, file: file).contains { $0.name == "analyzer" }
  }

  /// The number of a column by its name.
  public func columnIndex(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// A row's cell; nil when it is not there or empty.
  public func cell(_ row: Row, at column: Int) -> String? {
    let bytes = written(row, at: column)
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
