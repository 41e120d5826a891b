import DeskText

/// Pasted or exported text as blocks: lines unwrapped, Markdown's marks taken off.
enum PlainText {
  /// One line that is not empty.
  struct Line {
    /// From 1.
    var number: Int
    var text: [UInt8]
    var kind: Paragraph.Kind
    var isAfterBlank: Bool
    /// Its length in bytes as it stood in the input.
    var width: Int

    /// Appends the line that goes on with it, in place: there may be many.
    mutating func join(_ next: [UInt8]) {
      let isMark = next.first.map { ",.;".utf8.contains($0) } ?? false
      // "house-" at a wrapped line's end keeps its hyphen: it may be a compound's own.
      let isHyphened = text.last == 0x2D && text.count > 1 && text[text.count - 2] != 0x20
      if !isMark, !isHyphened { text.append(0x20) }
      text += next
    }
  }

  static func blocks(_ utf8: [UInt8]) -> [Block] {
    let lines = lines(utf8)
    let isWrapped = isHardWrapped(lines)
    var out: [Block] = []
    var pending: Line?
    func close() {
      if let line = pending { out.append(Block(line.text, kind: line.kind, line: line.number)) }
    }
    for line in lines {
      if pending.map({ continues($0, line, isWrapped: isWrapped) }) == true {
        pending?.join(line.text)
      } else {
        close()
        pending = line
      }
    }
    close()
    return out
  }

  /// Whether a line goes on with the paragraph of the one before it.
  private static func continues(_ open: Line, _ next: Line, isWrapped: Bool) -> Bool {
    guard open.kind == next.kind || (isWrapped && next.kind == .paragraph), next.kind != .heading,
      next.kind != .listItem, !LineShape.isAddress(next.text), !LineShape.isAddress(open.text)
    else { return false }
    if isWrapped, !next.isAfterBlank { return true }
    guard open.kind == .paragraph, !LineShape.endsSentence(open.text) else { return false }
    if LineShape.startsLower(next.text) { return true }
    if let first = next.text.first, first == 0x2C || first == 0x3B { return true }
    return !next.isAfterBlank && isOpen(open.text)
  }

  /// Whether a line can not end here: on a comma, a dash or a word that needs another.
  private static func isOpen(_ text: [UInt8]) -> Bool {
    if text.last == 0x2C { return true }
    if text.suffix(3) == [0xE2, 0x80, 0x94] { return true }
    guard let space = text.lastIndex(of: 0x20) else {
      return openWords.contains(String(decoding: text, as: UTF8.self))
    }
    return openWords.contains(String(decoding: text[(space + 1)...], as: UTF8.self))
  }

  private static let openWords: Set<String> = [
    "a", "an", "the", "of", "and", "or", "to", "in", "on", "at", "by", "for", "from", "with",
    "that", "as", "is", "was", "were", "are", "has", "have", "had", "said", "told", "its", "his",
    "her", "their", "but", "than", "into", "against", "about", "which", "who",
  ]

  /// Whether paragraphs are cut into lines of about one width, as in e-mail and old archives.
  private static func isHardWrapped(_ lines: [Line]) -> Bool {
    guard lines.count >= 6, let widest = lines.map(\.width).max(), (40...120).contains(widest)
    else { return false }
    var inner = 0
    var full = 0
    for index in lines.indices.dropLast() where !lines[index + 1].isAfterBlank {
      inner += 1
      if lines[index].width * 10 >= widest * 6 { full += 1 }
    }
    return inner * 2 >= lines.count && full * 10 >= inner * 7
  }

  /// The lines that are not empty, collapsed and without Markdown's marks.
  private static func lines(_ utf8: [UInt8]) -> [Line] {
    var out: [Line] = []
    var number = 0
    var isAfterBlank = false
    for raw in splitLines(utf8) {
      number += 1
      let collapsed = LineShape.collapsed(raw)
      let (text, kind) = Markdown.plain(collapsed)
      if text.isEmpty {
        isAfterBlank = true
        continue
      }
      if Markdown.isUnderline(collapsed), let last = out.indices.last, !isAfterBlank,
        out[last].kind == .paragraph
      {
        out[last].kind = .heading
        continue
      }
      out.append(
        Line(number: number, text: text, kind: kind, isAfterBlank: isAfterBlank, width: raw.count))
      isAfterBlank = false
    }
    return out
  }

  /// Splits at LF, CRLF and lone CR.
  private static func splitLines(_ utf8: [UInt8]) -> [ArraySlice<UInt8>] {
    var out: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      if byte == 0x0A || byte == 0x0D {
        out.append(utf8[start..<index])
        if byte == 0x0D, index + 1 < utf8.count, utf8[index + 1] == 0x0A { index += 1 }
        start = index + 1
      }
      index += 1
    }
    out.append(utf8[start...])
    return out
  }
}
