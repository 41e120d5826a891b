/// Words from articles on their way into Markdown (GFM): shown as they stand, never as markup.
package enum Markdown {
  /// Escapes what Markdown or HTML would read as its own.
  package static func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      let isLineStart = index == 0 || bytes[index - 1] == 0x0A
      switch byte {
      // Inside a word, as in a file's name, an underscore is no markup.
      case 0x5F where isInsideWord(index, of: bytes): out.append(byte)
      case 0x5C, 0x60, 0x2A, 0x5F, 0x5B, 0x5D, 0x7C, 0x7E, 0x24: out += [0x5C, byte]
      case 0x3C: out += Array("&lt;".utf8)
      case 0x26: out += Array("&amp;".utf8)
      case 0x23, 0x3E, 0x2B, 0x2D:
        // A sign before a digit begins no list.
        let isSign =
          byte < 0x2E && index + 1 < bytes.count && (0x30...0x39).contains(bytes[index + 1])
        if isLineStart, !isSign { out.append(0x5C) }
        out.append(byte)
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func isInsideWord(_ index: Int, of bytes: [UInt8]) -> Bool {
    func isWord(_ byte: UInt8) -> Bool {
      byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
    return index > 0 && index + 1 < bytes.count && isWord(bytes[index - 1])
      && isWord(bytes[index + 1])
  }

  /// The same for a table's cell: one line.
  package static func cell(_ text: String) -> String {
    escaped(String(decoding: text.utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self))
  }

  /// A column is padded to so many characters; longer cells stick out.
  private static let mostPadded = 48

  /// A GFM table, columns padded so that it reads as plain text too; numbers to the right.
  package static func table(
    _ heading: [String], _ rows: [[String]], numeric: Set<Int> = []
  ) -> String {
    let widths = heading.indices.map { column in
      ([heading] + rows).reduce(3) { max($0, min(mostPadded, $1[column].unicodeScalars.count)) }
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.indices.map { column in
        let gap = String(
          repeating: " ", count: max(0, widths[column] - cells[column].unicodeScalars.count))
        return numeric.contains(column) ? gap + cells[column] : cells[column] + gap
      }
      return "| " + padded.joined(separator: " | ") + " |\n"
    }
    let rule = heading.indices.map { column in
      String(repeating: "-", count: widths[column] - 1)
        + (numeric.contains(column) ? ":" : "-")
    }
    return line(heading) + line(rule) + rows.map(line).joined()
  }
}
