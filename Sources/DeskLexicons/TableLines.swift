import Foundation

/// What the lines of a table's file are.
final class TableLines: Sendable {
  let directives: [Table.Directive]
  let columns: [String]
  let rows: [Table.Row]
  let faults: [LexiconFault]

  init(_ all: UnsafeBufferPointer<UInt8>, file: String) {
    var reader = Reader(all: all, file: file)
    reader.rows.reserveCapacity(all.count / 40)
    let last = Self.forEach(in: all) { number, start, end in
      if all[start] != 0x23 {
        reader.addRow(start, end, number)
      } else if end > start + 1, all[start + 1] == 0x40 {
        reader.addDirective(all[(start + 2)..<end], Int(number))
      }
      return true
    }
    if reader.columns.isEmpty {
      reader.faults.append(
        LexiconFault(
          file: file, line: max(1, Int(last)),
          reason: "no line names the columns; write 'entry', 'category', ... with tabs between"))
    }
    directives = reader.directives
    columns = reader.columns
    rows = reader.rows
    faults = reader.faults
  }

  /// The directives that stand above the line that names the columns.
  static func head(of all: UnsafeBufferPointer<UInt8>, file: String) -> [Table.Directive] {
    var reader = Reader(all: all, file: file)
    forEach(in: all) { number, start, end in
      guard all[start] == 0x23 else { return false }
      if end > start + 1, all[start + 1] == 0x40 {
        reader.addDirective(all[(start + 2)..<end], Int(number))
      }
      return true
    }
    return reader.directives
  }

  /// Calls `body` with the number of each line that is not empty, from 1, and where it begins and
  /// ends, for as long as it says so; gives the number of the last line.
  @inline(__always) @discardableResult
  static func forEach(
    in all: UnsafeBufferPointer<UInt8>, _ body: (Int32, Int, Int) -> Bool
  ) -> Int32 {
    var number: Int32 = 0
    guard let base = all.baseAddress else { return number }
    var start = all.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < all.count {
      let found = memchr(base + start, 0x0A, all.count - start)
      let stop = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? all.count
      var end = stop
      if end > start, all[end - 1] == 0x0D { end -= 1 }
      number += 1
      if end > start, !body(number, start, end) { break }
      start = stop + 1
    }
    return number
  }

  /// Takes one line after another.
  private struct Reader {
    let all: UnsafeBufferPointer<UInt8>
    let file: String
    var directives: [Table.Directive] = []
    var columns: [String] = []
    var rows: [Table.Row] = []
    var faults: [LexiconFault] = []

    mutating func addDirective(_ line: Table.Cell, _ number: Int) {
      let text = String(decoding: line, as: UTF8.self)
      guard let colon = text.firstIndex(of: ":") else {
        faults.append(
          LexiconFault(
            file: file, line: number, reason: "a directive is written '#@ name: value'"))
        return
      }
      directives.append(
        Table.Directive(
          name: trimmed(text[..<colon]), value: trimmed(text[text.index(after: colon)...]),
          line: number))
    }

    mutating func addRow(_ start: Int, _ end: Int, _ number: Int32) {
      // Counted in 32 bits, several bytes go through one step of the processor.
      var count: UInt32 = 0
      for byte in UnsafeBufferPointer(rebasing: all[start..<end]) {
        count &+= byte == 0x09 ? 1 : 0
      }
      let tabs = Int(count)
      if columns.isEmpty {
        columns = cells(start, end)
        return
      }
      if tabs >= columns.count {
        let before = cells(start, end).prefix(columns.count)
        faults.append(
          LexiconFault(
            file: file, line: Int(number),
            column: before.reduce(1) { $0 + $1.unicodeScalars.count + 1 },
            reason: "\(tabs + 1) cells, but the file names \(columns.count) columns"))
      }
      if all[start] == 0x22 || all[start] == 0x20, let entry = cells(start, end).first,
        entry.utf8.count > 1, entry.utf8.first == 0x22, entry.utf8.last == 0x22
      {
        faults.append(
          LexiconFault(
            file: file, line: Int(number),
            reason: "a spreadsheet has put quotation marks around this cell; remove them"))
      }
      rows.append(
        Table.Row(number: number, count: Int32(tabs + 1), start: Int32(start), end: Int32(end)))
    }

    /// The words of a line's cells, spaces around them left out.
    private func cells(_ start: Int, _ end: Int) -> [String] {
      all[start..<end].split(separator: 0x09, omittingEmptySubsequences: false).map { cell in
        var cell = cell
        while cell.first == 0x20 { cell.removeFirst() }
        while cell.last == 0x20 { cell.removeLast() }
        return String(decoding: cell, as: UTF8.self)
      }
    }
  }
}
