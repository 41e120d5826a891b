/// Words on their way into a spreadsheet's cell: shown as they stand, never worked out.
package enum SpreadsheetCell {
  /// So many UTF-16 code units fit a cell of Excel; a longer one it cuts without a word.
  static let mostUnits = 32_767

  /// The words behind an apostrophe where they would be a formula, and cut, with a word on it, where
  /// they are too long.
  static func safe(_ text: String) -> String {
    let guarded = isFormula(text) ? "'" + text : text
    guard guarded.utf8.count > mostUnits, guarded.utf16.count > mostUnits else { return guarded }
    let notice = " … [cut; \(Wording.grouped(text.count)) characters in all]"
    return cut(guarded, to: mostUnits - notice.utf16.count) + notice
  }

  /// What a reader of such a cell had before it was guarded.
  package static func unguarded(_ cell: String) -> String {
    guard cell.hasPrefix("'"), isFormula(String(cell.dropFirst())) else { return cell }
    return String(cell.dropFirst())
  }

  /// Whether a spreadsheet would take words for a formula (OWASP, CSV Injection); a number with its
  /// sign is none.
  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, openings.contains(first) else { return false }
    return !isNumber(text)
  }

  /// Excel takes the wide forms of East Asian fonts for the narrow ones.
  private static let openings: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]

  private static func isNumber(_ text: String) -> Bool {
    var digits = 0
    var points = 0
    for (place, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x2E: points += 1
      case 0x2B, 0x2D: if place > 0 { return false }
      default: return false
      }
    }
    return digits > 0 && points < 2
  }

  /// Whole characters, as many as fit.
  private static func cut(_ text: String, to most: Int) -> Substring {
    var units = 0
    var end = text.startIndex
    for index in text.indices {
      units += text[index].utf16.count
      if units > most { break }
      end = text.index(after: index)
    }
    return text[..<end]
  }
}
