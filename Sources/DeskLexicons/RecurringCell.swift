import Foundation

/// The words of a cell that is often that of the row before: made once as long as it recurs.
struct RecurringCell {
  private var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var words = ""

  mutating func words(_ cell: Table.Cell) -> String {
    let cell = UnsafeBufferPointer(rebasing: cell)
    if let last = bytes.baseAddress, let this = cell.baseAddress, bytes.count == cell.count,
      memcmp(last, this, cell.count) == 0
    {
      return words
    }
    bytes = cell
    words = String(decoding: cell, as: UTF8.self)
    return words
  }
}
