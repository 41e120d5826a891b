/// Bytes on their way to a file or a pipe.
public struct Output: Sendable {
  public private(set) var bytes: [UInt8] = []
  /// For whom tables are written.
  let csv: CSVForm

  /// Nothing yet; tables will be written in a form.
  public init(_ csv: CSVForm = .plain) { self.csv = csv }

  /// Writes a text in UTF-8.
  public mutating func write(_ text: some StringProtocol) { bytes.append(contentsOf: text.utf8) }
  /// Writes one byte.
  public mutating func write(_ byte: UInt8) { bytes.append(byte) }
  /// Writes bytes as they are.
  public mutating func write(contentsOf more: some Sequence<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// Writes a whole number in digits; labelled, so that `write(0x2C)` is always a byte.
  public mutating func write(number: Int) {
    if number < 0 { bytes.append(0x2D) }
    var rest = number.magnitude
    let start = bytes.count
    repeat {
      bytes.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// Writes a number with so many digits after the point, halves rounded away from zero.
  public mutating func write(_ number: Double, digits: Int) {
    guard number.isFinite, abs(number) < 1e15 else { return write("\(number)") }
    var unit = 1
    for _ in 0..<digits { unit *= 10 }
    let scaled = Int((abs(number) * Double(unit)).rounded(.toNearestOrAwayFromZero))
    if number < 0, scaled > 0 { bytes.append(0x2D) }
    write(number: scaled / unit)
    guard digits > 0 else { return }
    bytes.append(0x2E)
    var place = unit / 10
    while place > 0 {
      bytes.append(0x30 + UInt8(scaled / place % 10))
      place /= 10
    }
  }

  /// Hands over what has been written and begins anew.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }
}
