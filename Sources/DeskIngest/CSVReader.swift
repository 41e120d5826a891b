import DeskText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Takes a source apart into records of cells (RFC 4180), without copying them.
///
/// Knows CRLF and LF, quoted cells with doubled quotation marks and line breaks in them. A cell
/// whose quotation mark nothing closes spoils its record only: the next line is read anew.
struct CSVReader {
  /// A cell's place, counted from the first unread byte.
  struct Cell {
    var start: Int
    var end: Int
    /// Whether a quotation mark stands inside that is not part of the value.
    var hasMarks: Bool
  }

  enum Record {
    /// `cells` tells where the cells lie; the caller leaves `length` bytes behind.
    case whole(length: Int)
    /// Could not be read, for this reason, and has been skipped.
    case broken(String)
  }

  let delimiter: UInt8
  let limit: Int
  private(set) var cells: [Cell] = []
  /// The line on which the record last returned begins, from 1.
  private(set) var line = 0
  private var nextLine: Int

  private static let unclosed = "a quotation mark opens a cell that nothing closes"
  private var tooLong: String {
    "a record of more than \(limit >> 20) MB; too long for one article"
  }

  private enum State { case cellStart, plain, quoted, afterQuote }
  private var state = State.cellStart
  private var at = 0
  private var cellStart = 0
  /// Whether a quoted cell runs over a line's end and then does not close as it should.
  private var isLoose = false
  private var hasMarks = false

  /// - Parameters:
  ///   - delimiter: what stands between cells.
  ///   - limit: the longest record in bytes.
  ///   - line: the number of the line that comes next.
  init(delimiter: UInt8, limit: Int, line: Int = 1) {
    self.delimiter = delimiter
    self.limit = limit
    nextLine = line
  }

  /// The next record that is no empty line; nil at the end.
  mutating func next(_ source: inout ByteSource) -> Record? {
    while true {
      line = nextLine
      cells.removeAll(keepingCapacity: true)
      state = .cellStart
      at = 0
      cellStart = 0
      var isWhole = false
      while true {
        isWhole = source.withUnread { scan($0) }
        if isWhole || source.unread > limit || !source.fill() { break }
      }
      if source.unread == 0 { return nil }
      if !isWhole, source.unread > limit {
        return skipLine(
          &source,
          state == .quoted ? Self.unclosed : tooLong)
      }
      if !isWhole { endCells(source.unread) }
      if isLoose { return skipLine(&source, Self.unclosed) }
      nextLine += source.withUnread {
        ByteSearch.count(of: 0x0A, in: UnsafeBufferPointer(rebasing: $0[..<at]))
      }
      if at > limit {
        source.advance(by: at)
        return .broken(tooLong)
      }
      if cells.count == 1, cells[0].start >= cells[0].end, !cells[0].hasMarks {
        source.advance(by: at)
        continue
      }
      return .whole(length: at)
    }
  }

  /// A cell's value: as it stands, or a copy whose quotation marks are undone.
  func value(_ cell: Cell, in bytes: UnsafeBufferPointer<UInt8>) -> Value {
    let written = UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end])
    guard cell.hasMarks, let base = written.baseAddress else { return .written(written) }
    let meant = [UInt8](unsafeUninitializedCapacity: written.count) { out, length in
      guard let target = out.baseAddress else { return }
      var index = 0
      while index < written.count {
        let mark = place(of: 0x22, in: written, from: index) ?? written.count
        (target + length).update(from: base + index, count: mark - index)
        length += mark - index
        guard mark < written.count else { break }
        // Two marks mean one; a mark alone has ended the quoted part.
        if mark + 1 < written.count, written[mark + 1] == 0x22 {
          target[length] = 0x22
          length += 1
          index = mark + 2
        } else {
          index = mark + 1
        }
      }
    }
    return .meant(meant)
  }

  /// Goes on over the unread bytes; true when the record has ended.
  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if state == .cellStart, at == 0 {
      isLoose = false
      hasMarks = false
    }
    while at < bytes.count {
      switch state {
      case .cellStart:
        hasMarks = false
        if bytes[at] == 0x22 {
          at += 1
          state = .quoted
        } else {
          state = .plain
        }
        cellStart = at
      case .plain:
        at = ByteSearch.first(of: delimiter, or: 0x0A, in: bytes, from: at)
        guard at < bytes.count else { return false }
        if endCell(bytes, end: at) { return true }
      case .quoted:
        guard let mark = place(of: 0x22, in: bytes, from: at) else {
          at = bytes.count
          return false
        }
        at = mark
        guard mark + 1 < bytes.count else { return false }
        if bytes[mark + 1] == 0x22 {
          hasMarks = true
          at = mark + 2
        } else {
          state = .afterQuote
          at = mark + 1
        }
      case .afterQuote:
        let mark = at - 1
        if bytes[at] == 0x0D, at + 1 == bytes.count { return false }
        let isReturn = bytes[at] == 0x0D && bytes[at + 1] == 0x0A
        if bytes[at] == delimiter || bytes[at] == 0x0A || isReturn {
          if isReturn { at += 1 }
          if endCell(bytes, end: mark, isExact: true) { return true }
        } else {
          // `"so" called`: the value goes on without quotation marks.
          hasMarks = true
          if place(of: 0x0A, in: bytes, from: cellStart).map({ $0 < mark }) ?? false {
            isLoose = true
          }
          state = .plain
        }
      }
    }
    return false
  }

  /// Notes the cell that ends here and steps over what ends it; true at a line's end.
  private mutating func endCell(
    _ bytes: UnsafeBufferPointer<UInt8>, end: Int, isExact: Bool = false
  ) -> Bool {
    let endsRecord = bytes[at] == 0x0A
    let dropsReturn = endsRecord && !isExact && end > cellStart && bytes[end - 1] == 0x0D
    cells.append(
      Cell(start: cellStart, end: dropsReturn ? end - 1 : end, hasMarks: hasMarks))
    at += 1
    state = .cellStart
    return endsRecord
  }

  /// Notes the last cell, where the input ends without a line's end.
  private mutating func endCells(_ count: Int) {
    switch state {
    case .cellStart: cells.append(Cell(start: count, end: count, hasMarks: false))
    case .plain: cells.append(Cell(start: cellStart, end: count, hasMarks: hasMarks))
    // The last byte is the closing mark, unless `at` says that none was met.
    case .quoted where at == count: isLoose = true
    case .quoted: cells.append(Cell(start: cellStart, end: count - 1, hasMarks: hasMarks))
    case .afterQuote: cells.append(Cell(start: cellStart, end: at - 1, hasMarks: hasMarks))
    }
    at = count
  }

  /// Leaves the record's first line behind.
  private mutating func skipLine(_ source: inout ByteSource, _ reason: String) -> Record {
    while true {
      if let length = source.newline(from: 0) {
        source.advance(by: length + 1)
        break
      }
      source.advance(by: source.unread)
      if !source.fill() { break }
    }
    nextLine += 1
    return .broken(reason)
  }
}

/// The first place of a byte, from an index on.
private func place(
  of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from index: Int
) -> Int? {
  guard index < bytes.count, let base = bytes.baseAddress,
    let found = memchr(base + index, Int32(byte), bytes.count - index)
  else { return nil }
  return UnsafeRawPointer(found) - UnsafeRawPointer(base)
}
