/// Writes rows of CSV (RFC 4180, lines ended by LF) to an output, cell by cell.
package struct CSVWriter {
  private var isFirst = true

  package init() {}

  package mutating func cell(_ text: String?, to output: inout Output) {
    separate(to: &output)
    guard var text else { return }
    text.withUTF8 { bytes in
      guard bytes.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
        output.write(contentsOf: bytes)
        return
      }
      output.write(0x22)
      for byte in bytes {
        if byte == 0x22 { output.write(0x22) }
        output.write(byte)
      }
      output.write(0x22)
    }
  }

  package mutating func cell(_ number: Int?, to output: inout Output) {
    separate(to: &output)
    if let number { output.write(number: number) }
  }

  package mutating func cell(_ number: Double?, digits: Int, to output: inout Output) {
    separate(to: &output)
    if let number { output.write(number, digits: digits) }
  }

  package mutating func cell(_ value: Bool, to output: inout Output) {
    separate(to: &output)
    output.write(value ? "true" : "false")
  }

  package mutating func endRow(to output: inout Output) {
    output.write(0x0A)
    isFirst = true
  }

  package mutating func row(_ cells: [String], to output: inout Output) {
    for text in cells { cell(text, to: &output) }
    endRow(to: &output)
  }

  private mutating func separate(to output: inout Output) {
    if !isFirst { output.write(0x2C) }
    isFirst = false
  }
}
