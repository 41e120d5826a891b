/// The words of a cell that is often that of the row before: made once as long as it recurs.
struct RecurringCell {
  private var bytes: ArraySlice<UInt8> = []
  private var words = ""

  mutating func words(_ cell: ArraySlice<UInt8>) -> String {
    if cell != bytes {
      bytes = cell
      words = String(decoding: cell, as: UTF8.self)
    }
    return words
  }
}
