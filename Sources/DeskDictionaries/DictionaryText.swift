import DeskText

/// The text of a dictionary file: UTF-8 or UTF-16 by its mark, valid UTF-8, else windows-1252.
struct DictionaryText {
  let string: String

  init(_ file: DictionaryFile) {
    let bytes = file.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      string = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isBig = bytes[0] == 0xFE
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
        let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isBig ? a << 8 | b : b << 8 | a
      }
      string = String(decoding: units, as: UTF16.self)
    } else if ValidUTF8.isAll(of: bytes) {
      string = String(decoding: bytes, as: UTF8.self)
    } else {
      var out = String.UnicodeScalarView()
      for byte in bytes { out.append(Self.windows1252(byte)) }
      string = String(out)
    }
  }

  /// Each line with its number, from 1, trimmed of nothing but its end.
  var lines: [(number: Int, text: Substring)] {
    var out: [(Int, Substring)] = []
    // A CRLF is one Character; a lone CR ends lines of old Macintosh files.
    for line in string.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      out.append((out.count + 1, line))
    }
    return out
  }

  /// As the WHATWG's index has it.
  private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(upper[Int(byte) - 0x80]) ?? Unicode.Scalar(byte)
  }

  private static let upper: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}

extension StringProtocol {
  /// Without white space and control characters at its ends.
  var bare: String {
    func isEdge(_ c: Character) -> Bool {
      c.isWhitespace || c.unicodeScalars.allSatisfy { $0.value < 0x20 || $0.value == 0xFEFF }
    }
    guard let start = firstIndex(where: { !isEdge($0) }),
      let end = lastIndex(where: { !isEdge($0) })
    else { return "" }
    return String(self[start...end])
  }

  /// With single spaces between its words.
  var singleSpaced: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// Tells a number that is written plainly; nil for `nan`, `inf` and the like.
func plainNumber(_ text: some StringProtocol) -> Double? {
  guard let number = Double(String(text)), number.isFinite, abs(number) <= 1_000_000 else {
    return nil
  }
  return number
}
