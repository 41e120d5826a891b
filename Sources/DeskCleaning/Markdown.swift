import DeskText

/// Takes Markdown's marks off a line: `#`, `>`, `-`, emphasis, links.
enum Markdown {
  /// The words of a line of Markdown or plain text, and what kind of block its marks make it.
  ///
  /// Square brackets without an address behind them stay: "We can [fight]".
  static func plain(_ line: [UInt8]) -> (text: [UInt8], kind: Paragraph.Kind) {
    // A line of marks alone is an ornament; it stays what it is until that is said of it.
    guard line.contains(where: { $0 >= 0x80 || $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 }) else {
      return (line.allSatisfy { $0 == 0x3E || $0 == 0x20 } ? [] : line, .paragraph)
    }
    var rest = line[...]
    var kind = Paragraph.Kind.paragraph
    while rest.first == 0x3E {
      kind = .quotation
      rest = rest.dropFirst()
      while rest.first == 0x20 { rest = rest.dropFirst() }
    }
    let hashes = rest.prefix { $0 == 0x23 }.count
    if (1...6).contains(hashes), rest.dropFirst(hashes).first == 0x20 {
      kind = .heading
      rest = rest.dropFirst(hashes + 1)
      while rest.last == 0x23 || rest.last == 0x20 { rest = rest.dropLast() }
    } else if let length = bulletLength(rest) {
      kind = .listItem
      rest = rest.dropFirst(length)
    }
    return (LineShape.collapsed(inline(Array(rest))), kind)
  }

  /// A line of `===` or `---` under a heading.
  static func isUnderline(_ line: [UInt8]) -> Bool {
    guard line.count >= 3, let first = line.first, first == 0x3D || first == 0x2D else {
      return false
    }
    return line.allSatisfy { $0 == first }
  }

  /// The bytes that a list's bullet takes up: `- `, `* `, `• `.
  private static func bulletLength(_ line: ArraySlice<UInt8>) -> Int? {
    for bullet in ["- ", "* ", "+ ", "• ", "▪ ", "● ", "◦ "]
    where line.starts(with: bullet.utf8) && line.count > bullet.utf8.count {
      return bullet.utf8.count
    }
    return nil
  }

  /// Takes off `[text](address)`, `![image](address)`, `**`, `__`, and `*` around words.
  private static func inline(_ line: [UInt8]) -> [UInt8] {
    guard line.contains(where: { $0 == 0x5B || $0 == 0x2A || $0 == 0x5F || $0 == 0x5C }) else {
      return line
    }
    let hasPairs = line.reduce(0) { $0 + ($1 == 0x2A ? 1 : 0) } % 2 == 0
    var out: [UInt8] = []
    var index = 0
    while index < line.count {
      let byte = line[index]
      let next = index + 1 < line.count ? line[index + 1] : 0
      if byte == 0x5C, "\\`*_{}[]()#+-.!>".utf8.contains(next) {
        out.append(next)
        index += 2
      } else if byte == 0x21, next == 0x5B, let link = link(line, at: index + 1) {
        out += inline(Array(line[link.text]))
        index = link.end
      } else if byte == 0x5B, let link = link(line, at: index) {
        out += inline(Array(line[link.text]))
        index = link.end
      } else if byte == 0x2A || byte == 0x5F, next == byte {
        index += 2
      } else if byte == 0x2A, line.count > 2, hasPairs, touchesWord(line, at: index) {
        index += 1
      } else {
        out.append(byte)
        index += 1
      }
    }
    return out
  }

  /// Whether a word stands on one side of a `*` at least.
  private static func touchesWord(_ line: [UInt8], at index: Int) -> Bool {
    let before = index > 0 ? line[index - 1] : 0x20
    let after = index + 1 < line.count ? line[index + 1] : 0x20
    return (before == 0x20) != (after == 0x20) || before > 0x20 && after > 0x20
  }

  private static func link(_ line: [UInt8], at open: Int) -> (text: Range<Int>, end: Int)? {
    // Nobody writes longer ones, and looking further for each bracket would cost quadratic time.
    guard let close = line[open...].prefix(2_000).firstIndex(of: 0x5D), close + 1 < line.count,
      line[close + 1] == 0x28,
      let end = line[close...].prefix(4_000).firstIndex(of: 0x29)
    else { return nil }
    return (open + 1..<close, end + 1)
  }
}
