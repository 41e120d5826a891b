import CLibXML2
import DeskText

/// Bytes of any encoding as UTF-8: byte order mark, valid UTF-8, what is declared, windows-1252.
enum Decoding {
  /// The text as UTF-8, in which invalid bytes may remain to be repaired.
  ///
  /// Valid UTF-8 with letters beyond ASCII is UTF-8 whatever the page declares: no other encoding's
  /// text looks like it by chance.
  static func utf8(_ bytes: [UInt8], charset: String?) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return repaired(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isBigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isBigEndian: true) }
    let declared = normalized(charset) ?? normalized(declaredCharset(bytes))
    let share = brokenShare(bytes)
    if share == 0, declared?.hasPrefix("iso-2022") != true { return onceEncoded(bytes) }
    if let declared {
      if declared == "utf-8" { return mixed(bytes, share) }
      if !latin1Names.contains(declared), !declared.hasPrefix("utf-16"),
        let converted = converted(bytes, from: declared)
      {
        return converted
      }
    }
    return mixed(bytes, share)
  }

  /// A few bad bytes in UTF-8 are windows-1252 that slipped in; else the whole text is.
  private static func mixed(_ bytes: [UInt8], _ brokenShare: Double) -> [UInt8] {
    brokenShare < 0.5 ? repaired(bytes) : bytes.flatMap { windows1252($0) }
  }

  /// Undoes UTF-8 that was taken for Latin-1 and encoded again: `â`, U+0080, U+0099 for `’`.
  ///
  /// A text that has such a run with a C1 control character, as no text of its own right has, is
  /// decoded once more wherever that gives valid UTF-8.
  private static func onceEncoded(_ bytes: [UInt8]) -> [UInt8] {
    guard hasDoubleEncoding(bytes) else { return bytes }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      var run: [UInt8] = []
      var end = index
      while end + 1 < bytes.count, bytes[end] == 0xC2 || bytes[end] == 0xC3 {
        run.append((bytes[end] & 3) << 6 | bytes[end + 1] & 0x3F)
        end += 2
      }
      let isDoubled = run.count >= 2 && brokenShare(run) == 0
      if run.isEmpty {
        out.append(bytes[index])
        index += 1
      } else {
        out += isDoubled ? run : Array(bytes[index..<end])
        index = end
      }
    }
    return out
  }

  private static func hasDoubleEncoding(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index + 3 < buffer.count {
        index = ValidUTF8.behindASCII(buffer, from: index)
        guard index + 3 < buffer.count else { break }
        if buffer[index] == 0xC3, buffer[index + 2] == 0xC2, buffer[index + 3] < 0xA0 {
          return true
        }
        index += 1
      }
      return false
    }
  }

  /// Replaces what is no UTF-8 by what windows-1252 has there.
  static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let length = sequenceLength(bytes, index)
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
        let length = sequenceLength(buffer, index)
        if length > 0 { good += 1 } else { bad += 1 }
        index += max(1, length)
      }
    }
    return bad == 0 ? 0 : Double(bad) / Double(good + bad)
  }

  /// The length of the valid UTF-8 sequence at an index, or 0.
  @inline(__always)
  private static func sequenceLength<C: RandomAccessCollection>(_ bytes: C, _ index: Int) -> Int
  where C.Element == UInt8, C.Index == Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, index + length <= bytes.endIndex else { return 0 }
    for at in index + 1..<index + length where bytes[at] & 0xC0 != 0x80 { return 0 }
    let second = bytes[index + 1]
    switch first {
    case 0xE0 where second < 0xA0, 0xED where second >= 0xA0, 0xF0 where second < 0x90,
      0xF4 where second >= 0x90:
      return 0
    default: return length
    }
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

  private static let latin1Names: Set<String> = [
    "iso-8859-1", "latin1", "iso8859-1", "windows-1252", "cp1252", "us-ascii", "ascii", "x-cp1252",
    "l1", "iso_8859-1",
  ]

  private static func normalized(_ name: String?) -> String? {
    guard let name else { return nil }
    let folded = name.lowercased().filter { !"\"' \t;".contains($0) }
    return folded == "utf8" || folded == "utf8mb4" ? "utf-8" : folded.isEmpty ? nil : folded
  }

  /// The charset of the first `<meta>` that names one, among the first 4096 bytes.
  private static func declaredCharset(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096)
    let wanted = Array("charset".utf8)
    var index = 0
    while index + wanted.count < head.count {
      if Folding.lowerASCII(head[index]) == wanted[0],
        (0..<wanted.count).allSatisfy({ Folding.lowerASCII(head[index + $0]) == wanted[$0] })
      {
        var at = index + wanted.count
        while at < head.count, head[at] == 0x20 { at += 1 }
        if at < head.count, head[at] == 0x3D {
          at += 1
          while at < head.count, " \"'".utf8.contains(head[at]) { at += 1 }
          let name = head[at...].prefix { $0 > 0x20 && !"\"'/>;".utf8.contains($0) }
          return String(decoding: name, as: UTF8.self)
        }
      }
      index += 1
    }
    return nil
  }

  /// Converts by the encoders of libxml2 (iconv); nil where it knows no such name.
  private static func converted(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    guard let handler = xmlFindCharEncodingHandler(name) else { return nil }
    defer { xmlCharEncCloseFunc(handler) }
    guard let input = xmlBufferCreate() else { return nil }
    defer { xmlBufferFree(input) }
    guard let output = xmlBufferCreate() else { return nil }
    defer { xmlBufferFree(output) }
    xmlBufferAdd(input, bytes, Int32(clamping: bytes.count))
    var faults = 0
    while xmlBufferLength(input) > 0 {
      let before = xmlBufferLength(input)
      _ = xmlCharEncInFunc(handler, output, input)
      guard xmlBufferLength(input) == before else { continue }
      // A byte that the encoding does not have: skipped, and marked.
      faults += 1
      if faults > 1000 { break }
      xmlBufferAdd(output, [0xEF, 0xBF, 0xBD], 3)
      xmlBufferShrink(input, 1)
    }
    guard let content = xmlBufferContent(output) else { return nil }
    return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(output))))
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
    let head = min(bytes.count, 65_536)
    let controls = bytes.withUnsafeBufferPointer { buffer in
      var count = 0
      for index in 0..<head where buffer[index] < 0x20 {
        if !(0x09...0x0D).contains(buffer[index]), buffer[index] != 0x1B { count += 1 }
      }
      return count
    }
    guard controls * 20 > head else { return false }
    return !isPage || brokenShare(Array(bytes[..<head])) > 0.2
  }
}
