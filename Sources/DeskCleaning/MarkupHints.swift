import DeskLexicons
import DeskText

/// What class names, ids and roles say about a part of a page.
///
/// `markup.tsv` has the columns `entry` (one to three words, as they stand between hyphens,
/// underscores and capitals of a class name; a `tag:` before it means an element's name, `*` any
/// ending), `category` (`body`, or what the part is if it is no body) and `most` (the share of the
/// page's running text up to which the hint is believed).
struct MarkupHints: Sendable {
  struct Hint: Sendable {
    var verdict: Verdict
    /// The part holds the body.
    var isBody: Bool
    var most: Double
  }

  private var names: [[UInt8]: Hint] = [:]
  private var tags: [Tag: Hint] = [:]

  init(_ lexicons: Lexicons) {
    guard let table = lexicons.table("markup.tsv") else { return }
    for row in table.rows {
      guard let entry = table.cell(row, "entry"), let category = table.cell(row, "category") else {
        continue
      }
      let hint = Hint(
        verdict: Verdict(reason: category, rule: "markup.tsv:\(row.line)"),
        isBody: category == "body",
        most: table.cell(row, "most").flatMap { Double($0) } ?? 0.35)
      if entry.hasPrefix("tag:") {
        tags[Tag.named(Array(entry.dropFirst(4).utf8))] = hint
      } else {
        names[Array(entry.utf8)] = hint
      }
    }
  }

  func hint(_ tag: Tag) -> Hint? { tags[tag] }

  /// The hints in the value of a class or id.
  func hints(in value: ArraySlice<UInt8>) -> [Hint] {
    let words = Self.words(value)
    var out: [Hint] = []
    for start in words.indices {
      var name: [UInt8] = []
      for length in 0..<min(3, words.count - start) {
        let word = words[start + length]
        // Words of different class names do not belong together.
        if length > 0, word.startsName { break }
        if length > 0 { name.append(0x2D) }
        name += word.letters
        if let hint = names[name] { out.append(hint) }
      }
    }
    return out
  }

  private struct Word {
    var letters: [UInt8]
    var startsName: Bool
  }

  /// Splits at spaces, marks and capitals: `ArticleBody_main` gives `article`, `body`, `main`.
  ///
  /// What has letters after figures is a key that a program made: `1b3ad7f` holds no `ad`.
  private static func words(_ value: ArraySlice<UInt8>) -> [Word] {
    var out: [Word] = []
    var current: [UInt8] = []
    var startsName = true
    var wasLower = false
    var wasDigit = false
    var chunk = 0
    func close() {
      if !current.isEmpty, out.count < 60 {
        out.append(Word(letters: current, startsName: startsName))
        startsName = false
      }
      current = []
    }
    var isKey = false
    for byte in value {
      let isUpper = byte &- 0x41 < 26
      let isLetter = isUpper || byte &- 0x61 < 26
      let isDigit = byte &- 0x30 < 10
      if isLetter {
        if wasDigit {
          isKey = true
          out.removeSubrange(chunk...)
        }
        if isUpper, wasLower { close() }
        if !isKey { current.append(byte | 0x20) }
      } else {
        close()
        if byte <= 0x20 { startsName = true }
        if !isDigit {
          isKey = false
          chunk = out.count
        }
      }
      wasLower = isLetter && !isUpper
      wasDigit = isDigit
    }
    close()
    return out
  }
}
