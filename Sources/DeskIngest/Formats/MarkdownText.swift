/// Markdown's marks of layout taken off: what is left reads like the page.
enum MarkdownText {
  /// The text without heading signs, emphasis, images and the addresses of links.
  static func plain(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      appendLine(line, to: &out)
      out.append(0x0A)
    }
    if !out.isEmpty { out.removeLast() }
    return out
  }

  private static func appendLine(_ line: ArraySlice<UInt8>, to out: inout [UInt8]) {
    var rest = line
    let signs = rest.prefix { $0 == 0x23 }.count
    if (1...6).contains(signs), rest.dropFirst(signs).first == 0x20 {
      rest = rest.dropFirst(signs + 1)
      while let last = rest.last, last == 0x23 || last == 0x20 { rest.removeLast() }
    }
    while rest.first == 0x3E {  // a block quotation
      rest = rest.dropFirst()
      if rest.first == 0x20 { rest = rest.dropFirst() }
    }
    appendInline(rest, to: &out)
  }

  private static func appendInline(_ line: ArraySlice<UInt8>, to out: inout [UInt8]) {
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      let next = index + 1 < line.endIndex ? line[index + 1] : 0
      if byte == 0x5C, isMark(next) {  // an escaped mark
        out.append(next)
        index += 2
      } else if byte == 0x21, next == 0x5B, let link = link(line, at: index + 1) {
        index = link.end  // an image is no text
      } else if byte == 0x5B, let link = link(line, at: index) {
        appendInline(line[link.label], to: &out)
        index = link.end
      } else if byte == 0x2A || byte == 0x5F {
        let run = line[index...].prefix { $0 == byte }.count
        if !isEmphasis(line, from: index, to: index + run) {
          out.append(contentsOf: line[index..<(index + run)])
        }
        index += run
      } else {
        out.append(byte)
        index += 1
      }
    }
  }

  private static func isMark(_ byte: UInt8) -> Bool { "\\`*_{}[]()#+-.!>".utf8.contains(byte) }

  /// Whether a run of `*` or `_` touches a word on one side only; `snake_case` and `3 * 4` do not.
  private static func isEmphasis(_ line: ArraySlice<UInt8>, from start: Int, to end: Int) -> Bool {
    guard end - start <= 3 else { return false }
    let before = start > line.startIndex ? line[start - 1] : 0x20
    let after = end < line.endIndex ? line[end] : 0x20
    if before <= 0x20, after <= 0x20 { return false }
    func isLetter(_ byte: UInt8) -> Bool {
      byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }
    return !(isLetter(before) && isLetter(after) && line[start] == 0x5F)
  }

  /// The link `[label](address)` that begins at an index.
  private static func link(_ line: ArraySlice<UInt8>, at start: Int)
    -> (label: Range<Int>, end: Int)?
  {
    var depth = 0
    var close: Int?
    for index in start..<line.endIndex {
      if line[index] == 0x5B { depth += 1 }
      if line[index] == 0x5D {
        depth -= 1
        if depth == 0 {
          close = index
          break
        }
      }
    }
    guard let close, close + 1 < line.endIndex, line[close + 1] == 0x28,
      let end = line[(close + 2)...].firstIndex(of: 0x29)
    else { return nil }
    return ((start + 1)..<close, end + 1)
  }
}
