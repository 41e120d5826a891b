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
    /// The part shows pictures with their captions, one by one.
    var isGallery = false
    var most: Double
  }

  /// By the hashes of an entry's words.
  private let names: NameTable<Hint>
  /// By the elements' numbers.
  private var tags = [Hint?](repeating: nil, count: Tag.allCases.count)

  init(_ lexicons: Lexicons) {
    var names: [(key: UInt64, value: Hint)] = []
    let table = lexicons.table("markup.tsv")
    for row in table?.rows ?? [] {
      guard let table, let entry = table.cell(row, "entry"),
        let category = table.cell(row, "category")
      else { continue }
      let hint = Hint(
        verdict: Verdict(
          reason: category, rule: "markup.tsv:\(row.line)"),
        isBody: category == "body", isGallery: category == "gallery",
        most: table.cell(row, "most").flatMap { Double($0) } ?? 0.35)
      if entry.hasPrefix("tag:") {
        tags[Int(Tag.named(Array(entry.dropFirst(4).utf8)).rawValue)] = hint
      } else {
        let words = entry.split(separator: "-").map { NameHash.of($0.utf8) }
        names.append((words.dropFirst().reduce(words.first ?? 0, Self.joined), hint))
      }
    }
    self.names = NameTable(keys: names)
  }

  func hint(_ tag: Tag) -> Hint? { tags[Int(tag.rawValue)] }

  /// The hints in the value of a class or id.
  ///
  /// Words are known by their hashes: a page has a thousand classes, and hardly any is a hint.
  func hints(in value: ArraySlice<UInt8>) -> [Hint] {
    withUnsafeTemporaryAllocation(of: Word.self, capacity: Self.mostWords) { words in
      let count = Self.read(value, into: words)
      var out: [Hint] = []
      for start in 0..<count {
        var key = words[start].hash
        if let hint = names.value(key) { out.append(hint) }
        var next = start + 1
        // Words of different class names do not belong together.
        while next < min(start + 3, count), !words[next].startsName {
          key = Self.joined(key, words[next].hash)
          if let hint = names.value(key) { out.append(hint) }
          next += 1
        }
      }
      return out
    }
  }

  /// The key of some words and one more.
  private static func joined(_ words: UInt64, _ word: UInt64) -> UInt64 {
    (words &* 0x9E37_79B9_7F4A_7C15) ^ word
  }

  private struct Word {
    var hash: UInt64
    var startsName: Bool
  }

  private static let mostWords = 60

  /// Splits at spaces, marks and capitals: `ArticleBody_main` gives `article`, `body`, `main`.
  ///
  /// What has letters after figures is a key that a program made: `1b3ad7f` holds no `ad`.
  ///
  /// - Returns: how many words there are.
  private static func read(
    _ value: ArraySlice<UInt8>, into words: UnsafeMutableBufferPointer<Word>
  ) -> Int {
    var count = 0
    var current = NameHash()
    var isInWord = false
    var startsName = true
    var wasLower = false
    var wasDigit = false
    /// How many words stand before the name that is being read.
    var before = 0
    var isKey = false
    func close() {
      if isInWord, count < words.count {
        words[count] = Word(hash: current.value, startsName: startsName)
        count += 1
        startsName = false
      }
      isInWord = false
      current = NameHash()
    }
    for byte in value {
      let isUpper = byte &- 0x41 < 26
      let isLetter = isUpper || byte &- 0x61 < 26
      let isDigit = byte &- 0x30 < 10
      if isLetter {
        if wasDigit {
          isKey = true
          count = before
        }
        if isUpper, wasLower { close() }
        if !isKey {
          current.add(byte)
          isInWord = true
        }
      } else {
        close()
        if byte <= 0x20 { startsName = true }
        if !isDigit {
          isKey = false
          before = count
        }
      }
      wasLower = isLetter && !isUpper
      wasDigit = isDigit
    }
    close()
    return count
  }
}
