import DeskText

/// Bytes of any encoding as UTF-8: byte order mark, valid UTF-8, what is declared, windows-1252.
enum Decoding {
  /// The text as UTF-8, in which invalid bytes may remain to be repaired.
  ///
  /// Valid UTF-8 with letters beyond ASCII is UTF-8 whatever the page declares: no other encoding's
  /// text looks like it by chance. Nor is what is mostly valid.
  static func utf8(_ bytes: [UInt8], charset: String?) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return repaired(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isBigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isBigEndian: true) }
    if let isBigEndian = beatOfZeros(bytes) { return utf16(bytes[...], isBigEndian: isBigEndian) }
    let declared = Charset.normalized(charset) ?? Charset.normalized(Charset.declared(in: bytes))
    let share = brokenShare(bytes)
    if share == 0, declared?.hasPrefix("iso-2022") != true { return onceEncoded(bytes) }
    if let declared, declared != "utf-8", declared != "windows-1252",
      !declared.hasPrefix("utf-16"), share == 0 || share > 0.25,
      let converted = Conversion.utf8(bytes, from: declared)
    {
      return converted
    }
    return mixed(bytes, share)
  }

  /// UTF-16 without its mark: every second byte of Latin text is zero.
  ///
  /// True where the even ones are, false where the odd ones are, nil for no UTF-16.
  private static func beatOfZeros(_ bytes: [UInt8]) -> Bool? {
    let head = bytes.prefix(8_192)
    guard head.prefix(64).contains(0), head.count > 3 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in head.enumerated() where byte == 0 {
      if index & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    guard max(zeros.even, zeros.odd) * 10 > head.count * 4, min(zeros.even, zeros.odd) == 0
    else { return nil }
    return zeros.even > zeros.odd
  }

  /// A few bad bytes in UTF-8 are windows-1252 that slipped in; else the whole text is.
  private static func mixed(_ bytes: [UInt8], _ brokenShare: Double) -> [UInt8] {
    brokenShare < 0.5 ? repaired(bytes) : bytes.flatMap { windows1252($0) }
  }

  /// Undoes UTF-8 that was taken for windows-1252 and encoded again: `â€™` for `’`.
  ///
  /// A text that has a run which nobody writes (`â€` and a mark, or a C1 control character after an
  /// accented letter) is decoded once more wherever that gives valid UTF-8.
  private static func onceEncoded(_ bytes: [UInt8]) -> [UInt8] {
    guard hasDoubleEncoding(bytes) else { return bytes }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      var run: [UInt8] = []
      var end = index
      while end < bytes.count, bytes[end] >= 0x80 {
        let length = bytes.withUnsafeBufferPointer { ValidUTF8.length($0, at: end) }
        guard length > 0, let byte = windows1252Byte(bytes[end..<end + length]) else { break }
        run.append(byte)
        end += length
      }
      if run.isEmpty {
        out.append(bytes[index])
        index += 1
      } else {
        let isDoubled = run.count >= 2 && brokenShare(run) == 0
        out += isDoubled ? run : Array(bytes[index..<end])
        index = end
      }
    }
    return out
  }

  private static func hasDoubleEncoding(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index + 4 < buffer.count {
        guard let next = PageBytes(bytes: buffer).find(0xC3, from: index), next + 4 < buffer.count
        else { break }
        index = next
        defer { index += 1 }
        // A letter of the second Latin-1 half, then U+0080 to U+009F.
        if buffer[index + 2] == 0xC2, buffer[index + 3] < 0xA0 { return true }
        // `â€`, then a mark that is no letter: `â€™`, `â€œ`, `â€“`.
        if buffer[index + 1] == 0xA2, buffer[index + 2] == 0xE2, buffer[index + 3] == 0x82,
          buffer[index + 4] == 0xAC, index + 5 < buffer.count, buffer[index + 5] >= 0xC2
        {
          return true
        }
      }
      return false
    }
  }

  /// The byte that windows-1252 has for a character beyond ASCII; nil where it has none.
  private static func windows1252Byte(_ sequence: ArraySlice<UInt8>) -> UInt8? {
    guard let scalar = String(decoding: sequence, as: UTF8.self).unicodeScalars.first else {
      return nil
    }
    if let index = upper.firstIndex(of: scalar.value) { return UInt8(0x80 + index) }
    return (0x80...0xFF).contains(scalar.value) ? UInt8(scalar.value) : nil
  }

  /// Replaces what is no UTF-8 by what windows-1252 has there.
  static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let length = ValidUTF8.length(bytes, at: index)
        if length > 0 {
          out += bytes[index..<index + length]
          index += length
        } else {
          // A character cut off at the very end is no windows-1252.
          if bytes[index] >= 0xC2, index + 4 > bytes.count, bytes.count - index < 4 { break }
          out += windows1252(bytes[index])
          index += 1
        }
      }
    }
    return out
  }

  /// The share of sequences beyond ASCII that are no UTF-8: 0 for valid text, 1 for Latin letters.
  private static func brokenShare(_ bytes: [UInt8]) -> Double {
    var good = 0
    var bad = 0
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        index = ValidUTF8.behindASCII(buffer, from: index)
        guard index < buffer.count else { break }
        if buffer[index] < 0x80 {
          index += 1
          continue
        }
        let length = ValidUTF8.length(buffer, at: index)
        if length > 0 { good += 1 } else { bad += 1 }
        index += max(1, length)
      }
    }
    return bad == 0 ? 0 : Double(bad) / Double(good + bad)
  }

  /// The UTF-8 bytes of a code point.
  static func utf8(of value: UInt32) -> [UInt8] {
    var out: [UInt8] = []
    append(value, to: &out)
    return out
  }

  /// Appends a code point as UTF-8; U+FFFD for what is none.
  static func append(_ value: UInt32, to out: inout [UInt8]) {
    out.append(contentsOf: (Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
  }

  /// The code point that windows-1252 has at a byte, as the WHATWG Encoding Standard lists it.
  static func windows1252Scalar(_ byte: UInt8) -> UInt32 {
    (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : UInt32(byte)
  }

  private static func windows1252(_ byte: UInt8) -> [UInt8] {
    byte < 0x80 ? [byte] : utf8(of: windows1252Scalar(byte))
  }

  private static let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let a = UInt16(bytes[index])
      let b = UInt16(bytes[index + 1])
      units.append(isBigEndian ? a << 8 | b : b << 8 | a)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Whether bytes are no text: a known file type's mark, or too many control characters.
  ///
  /// A page is given more credit: control characters in valid UTF-8 are only left out.
  static func isBinary(_ bytes: [UInt8], isPage: Bool) -> Bool {
    let marks: [[UInt8]] = [
      Array("%PDF-".utf8), [0x50, 0x4B, 0x03, 0x04], [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF],
      Array("GIF8".utf8), [0x1F, 0x8B], [0x7F, 0x45, 0x4C, 0x46],
    ]
    if marks.contains(where: { bytes.starts(with: $0) }) { return true }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
    if beatOfZeros(bytes) != nil { return false }
    let head = min(bytes.count, 65_536)
    let controls = bytes.withUnsafeBufferPointer { buffer in
      var count = 0
      var start = 0
      // Without a branch, and in bytes, so that many are counted at once.
      while start < head {
        let end = min(head, start + 255)
        var few: UInt8 = 0
        for index in start..<end {
          let byte = buffer[index]
          few &+= (byte < 0x20 ? 1 : 0) &- (byte &- 0x09 < 5 ? 1 : 0) &- (byte == 0x1B ? 1 : 0)
        }
        count += Int(few)
        start = end
      }
      return count
    }
    guard controls * 20 > head else { return false }
    return !isPage || brokenShare(Array(bytes[..<head])) > 0.2
  }
}
