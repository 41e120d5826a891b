import CLibXML2
import DeskLexicons

/// Named character references that libxml2's HTML 4 table does not have, and those that browsers
/// read without their semicolon.
struct Entities: Sendable {
  /// A character reference in a page.
  struct Reference {
    /// How many bytes it takes up.
    var length: Int
    var meaning: Meaning
  }

  enum Meaning {
    case character(UInt32)
    /// A stretch of `texts`.
    case text(Range<Int>)
    /// A name that no list of ours has; libxml2 may know it.
    case unknown
  }

  private struct Name: Sendable {
    var text: Range<Int>
    var needsSemicolon: Bool
    var spelling: [UInt8]
  }

  /// By the hash of the name in small letters; names that differ in capitals alone stand together.
  private let names: [UInt64: [Name]]
  /// What all names stand for, one after the other.
  let texts: [UInt8]

  /// Reads `entities.tsv`: columns `name`, `text` (hexadecimal code points) and `bare` (`yes` where
  /// no semicolon is needed).
  init(_ lexicons: Lexicons) {
    var names: [UInt64: [Name]] = [:]
    var texts: [UInt8] = []
    if let table = lexicons.table("entities.tsv") {
      for row in table.rows {
        guard let name = table.cell(row, "name"), let codes = table.cell(row, "text") else {
          continue
        }
        let start = texts.count
        for code in codes.split(separator: " ") {
          texts += Decoding.utf8(of: UInt32(code, radix: 16) ?? 0xFFFD)
        }
        names[NameHash.of(name.utf8), default: []].append(
          Name(
            text: start..<texts.count, needsSemicolon: table.cell(row, "bare") != "yes",
            spelling: Array(name.utf8)))
      }
    }
    self.names = names
    self.texts = texts
  }

  /// The character reference at an ampersand; nil for a mere ampersand.
  ///
  /// In an attribute's value, `?a=1&copy=2` holds no reference.
  func reference(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, isInValue: Bool = false
  ) -> Reference? {
    var index = start + 1
    guard index < bytes.count else { return nil }
    if bytes[index] == 0x23 { return number(bytes, at: start) }
    var hash = NameHash()
    while index < bytes.count, index - start <= 32, Self.isAlphanumeric(bytes[index]) {
      hash.add(bytes[index])
      index += 1
    }
    guard index > start + 1 else { return nil }
    let name = UnsafeBufferPointer(rebasing: bytes[start + 1..<index])
    if index < bytes.count, bytes[index] == 0x3B {
      return Reference(
        length: index - start + 1,
        meaning: named(name, hash).map { .text($0.text) } ?? .unknown)
    }
    if isInValue, index < bytes.count, bytes[index] == 0x3D { return nil }
    // `&ampere` is `&` and `ere`: the longest name counts. None is longer than six letters.
    for length in stride(from: min(name.count, 6), to: 1, by: -1) {
      if isInValue, length < name.count { return nil }
      let part = UnsafeBufferPointer(rebasing: name[..<length])
      var hash = NameHash()
      for byte in part { hash.add(byte) }
      if let known = named(part, hash), !known.needsSemicolon {
        return Reference(length: length + 1, meaning: .text(known.text))
      }
    }
    return nil
  }

  private func named(_ name: UnsafeBufferPointer<UInt8>, _ hash: NameHash) -> Name? {
    names[hash.value]?.first { $0.spelling.elementsEqual(name) }
  }

  private func number(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Reference? {
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
    if value == 0 { value = 0xFFFD } else if value < 0x20 { value = 0x20 }
    if (0x80...0x9F).contains(value) { value = Decoding.windows1252Scalar(UInt8(value)) }
    return Reference(length: index - start, meaning: .character(value))
  }

  /// The code point of a name in libxml2's HTML 4 table.
  static func known(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
    let terminated = Array(name) + [0]
    return htmlEntityLookup(terminated).map { UInt32($0.pointee.value) }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}
