import DeskLexicons

/// Named character references that libxml2's HTML 4 table does not have, and those that browsers
/// read without their semicolon.
struct Entities: Sendable {
  private let texts: [[UInt8]: [UInt8]]
  private let bare: Set<[UInt8]>

  /// Reads `entities.tsv`: columns `name`, `text` (hexadecimal code points) and `bare` (`yes` where
  /// no semicolon is needed).
  init(_ lexicons: Lexicons) {
    var texts: [[UInt8]: [UInt8]] = [:]
    var bare: Set<[UInt8]> = []
    if let table = lexicons.table("entities.tsv") {
      for row in table.rows {
        guard let name = table.cell(row, "name"), let codes = table.cell(row, "text") else {
          continue
        }
        texts[Array(name.utf8)] = codes.split(separator: " ").flatMap {
          Decoding.utf8(of: UInt32($0, radix: 16) ?? 0xFFFD)
        }
        if table.cell(row, "bare") == "yes" { bare.insert(Array(name.utf8)) }
      }
    }
    self.texts = texts
    self.bare = bare
  }

  /// The character reference at an ampersand: its length in bytes, and the text that it stands for.
  ///
  /// nil: no reference, a mere ampersand. Empty text: a name for libxml2 to look up.
  func reference(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int)
    -> (length: Int, text: [UInt8])?
  {
    var index = start + 1
    guard index < bytes.count else { return nil }
    if bytes[index] == 0x23 { return number(bytes, at: start) }
    while index < bytes.count, index - start <= 32, Self.isAlphanumeric(bytes[index]) { index += 1 }
    let name = Array(bytes[start + 1..<index])
    guard !name.isEmpty else { return nil }
    if index < bytes.count, bytes[index] == 0x3B {
      return (index - start + 1, texts[name] ?? [])
    }
    guard bare.contains(name), let text = texts[name] else { return nil }
    return (index - start, text)
  }

  private func number(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int)
    -> (length: Int, text: [UInt8])?
  {
    var index = start + 2
    let isHex = index < bytes.count && bytes[index] | 0x20 == 0x78
    if isHex { index += 1 }
    let first = index
    var value: UInt32 = 0
    while index < bytes.count {
      let byte = bytes[index]
      let digit: UInt32
      if byte &- 0x30 < 10 {
        digit = UInt32(byte - 0x30)
      } else if isHex, (byte | 0x20) &- 0x61 < 6 {
        digit = UInt32((byte | 0x20) - 0x61 + 10)
      } else {
        break
      }
      value = min(0x110000, value * (isHex ? 16 : 10) + digit)
      index += 1
    }
    guard index > first else { return nil }
    if index < bytes.count, bytes[index] == 0x3B { index += 1 }
    if value < 0x20 { value = 0x20 }
    if (0x80...0x9F).contains(value) { value = Decoding.windows1252Scalar(UInt8(value)) }
    return (index - start, Decoding.utf8(of: value))
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}
