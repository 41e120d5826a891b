import DeskText

/// Reads one JSON object: its own members as bytes, what lies deeper as it is written.
///
/// Strict (RFC 8259), but that bytes which are no UTF-8 are left to whoever decodes them.
struct JSONLine {
  struct Member {
    var key: Value
    /// A string unescaped, a list of strings as such, all else as written; nil for `null`.
    var value: Value?
  }

  struct Fault: Error {
    /// The byte in the line, from 0.
    var offset: Int
    var reason: String
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  /// - Throws: the first place where the line is no object.
  static func members(of line: UnsafeBufferPointer<UInt8>) throws(Fault) -> [Member] {
    var reader = JSONLine(bytes: line)
    return try reader.object()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private func fault(_ reason: String) -> Fault { Fault(offset: at, reason: reason) }

  private var byte: UInt8 { at < bytes.count ? bytes[at] : 0 }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] <= 0x20,
      bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0A || bytes[at] == 0x0D
    {
      at += 1
    }
  }

  private mutating func expect(_ wanted: Unicode.Scalar) throws(Fault) {
    skipSpace()
    guard at < bytes.count else { throw fault("the line ends early") }
    guard UInt32(bytes[at]) == wanted.value else { throw fault("'\(wanted)' is missing") }
    at += 1
  }

  private mutating func object() throws(Fault) -> [Member] {
    skipSpace()
    guard byte == 0x7B else { throw fault("no object; write one {...} a line") }
    at += 1
    var members: [Member] = []
    skipSpace()
    if byte == 0x7D {
      at += 1
    } else {
      while true {
        skipSpace()
        guard byte == 0x22 else {
          throw fault(
            at < bytes.count ? "a name in quotation marks is missing" : "the line ends early")
        }
        let key = try string()
        try expect(":")
        members.append(Member(key: key, value: try value()))
        skipSpace()
        if byte == 0x2C {
          at += 1
          continue
        }
        try expect("}")
        break
      }
    }
    skipSpace()
    guard at == bytes.count else { throw fault("something follows the object") }
    return members
  }

  private mutating func value() throws(Fault) -> Value? {
    skipSpace()
    switch byte {
    case 0x22: return try string()
    case 0x5B: return try list()
    default:
      let start = at
      try skipValue(depth: 0)
      let written = bytes[start..<at]
      return written.elementsEqual("null".utf8)
        ? nil : .written(UnsafeBufferPointer(rebasing: written))
    }
  }

  /// A list of strings as such, any other as it is written.
  private mutating func list() throws(Fault) -> Value {
    let start = at
    at += 1
    var elements: [[UInt8]] = []
    skipSpace()
    while byte == 0x22 {
      elements.append(try string().bytes)
      skipSpace()
      if byte == 0x2C {
        at += 1
        skipSpace()
        continue
      }
      break
    }
    if byte == 0x5D, bytes[start..<at].last != 0x2C {
      at += 1
      return .several(elements)
    }
    at = start
    try skipValue(depth: 0)
    return .written(UnsafeBufferPointer(rebasing: bytes[start..<at]))
  }

  private mutating func skipValue(depth: Int) throws(Fault) {
    guard depth < 256 else { throw fault("nested too deeply") }
    skipSpace()
    switch byte {
    case 0x22: try skipString()
    case 0x7B, 0x5B:
      let isObject = byte == 0x7B
      let close: UInt8 = isObject ? 0x7D : 0x5D
      at += 1
      skipSpace()
      if byte == close {
        at += 1
        return
      }
      while true {
        if isObject {
          skipSpace()
          guard byte == 0x22 else { throw fault("a name in quotation marks is missing") }
          try skipString()
          try expect(":")
        }
        try skipValue(depth: depth + 1)
        skipSpace()
        if byte == 0x2C {
          at += 1
          continue
        }
        try expect(isObject ? "}" : "]")
        return
      }
    default: try skipLiteral()
    }
  }

  private mutating func skipLiteral() throws(Fault) {
    let start = at
    while at < bytes.count, isLiteral(bytes[at]) { at += 1 }
    let word = bytes[start..<at]
    if word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8)
      || word.elementsEqual("null".utf8)
    {
      return
    }
    guard isNumber(word) else {
      at = start
      throw fault(start == bytes.count ? "the line ends early" : "no JSON value")
    }
  }

  private func isLiteral(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2B
      || byte == 0x2D || byte == 0x2E
  }

  private func isNumber(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var rest = word
    func digits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == 0x2D { rest = rest.dropFirst() }
    let leadsWithZero = rest.first == 0x30
    let whole = digits()
    guard whole > 0, !leadsWithZero || whole == 1 else { return false }
    if rest.first == 0x2E {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if let mark = rest.first, mark | 0x20 == 0x65 {
      rest = rest.dropFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  private mutating func skipString() throws(Fault) { _ = try string() }

  /// The string that begins at this quotation mark; a copy only where something in it is escaped.
  private mutating func string() throws(Fault) -> Value {
    at += 1
    var meant: [UInt8] = []
    var isEscaped = false
    while true {
      let start = at
      at = JSONBytes.special(in: bytes, from: start)
      guard at < bytes.count else { throw fault("the line ends inside a string") }
      let part = UnsafeBufferPointer(rebasing: bytes[start..<at])
      if bytes[at] == 0x22 {
        at += 1
        guard isEscaped else { return .written(part) }
        meant.append(contentsOf: part)
        return .meant(meant)
      }
      guard bytes[at] == 0x5C else { throw fault("a control character inside a string") }
      isEscaped = true
      meant.append(contentsOf: part)
      try escape(into: &meant)
    }
  }

  private mutating func escape(into out: inout [UInt8]) throws(Fault) {
    guard at + 1 < bytes.count else { throw fault("the line ends inside a string") }
    let mark = bytes[at + 1]
    switch mark {
    case 0x22, 0x5C, 0x2F: out.append(mark)
    case 0x62: out.append(0x08)
    case 0x66: out.append(0x0C)
    case 0x6E: out.append(0x0A)
    case 0x72: out.append(0x0D)
    case 0x74: out.append(0x09)
    case 0x75:
      out.append(contentsOf: String(try scalar()).utf8)
      return
    default: throw fault("'\\' before a character that needs none")
    }
    at += 2
  }

  /// The character of `\uXXXX`, of two where they are a surrogate pair; U+FFFD for half a pair.
  private mutating func scalar() throws(Fault) -> Unicode.Scalar {
    let first = try hexadecimal()
    guard (0xD800...0xDBFF).contains(first), byte == 0x5C, at + 1 < bytes.count,
      bytes[at + 1] == 0x75
    else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    let after = at
    let second = try hexadecimal()
    guard (0xDC00...0xDFFF).contains(second) else {
      at = after
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(Fault) -> UInt32 {
    guard at + 6 <= bytes.count else { throw fault("the line ends inside a string") }
    var value: UInt32 = 0
    for index in (at + 2)..<(at + 6) {
      let digit = bytes[index]
      switch digit {
      case 0x30...0x39: value = value << 4 | UInt32(digit - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((digit | 0x20) - 0x61 + 10)
      default: throw fault("'\\u' without four hexadecimal digits")
      }
    }
    at += 6
    return value
  }
}
