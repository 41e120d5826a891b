import DeskLexicons
import DeskText

/// Tells a text's language by its frequent function words (`languages.tsv`), because what pages
/// declare is often wrong.
struct Languages: Sendable {
  /// Fewer words carry no judgement.
  static let fewest = 40
  /// More words are not looked at.
  static let most = 600

  private var tags: [String] = []
  /// The number of English among them.
  private var english: Int?
  /// For each word which of `sets` has its languages.
  private var words = ShortWords([:])
  /// Sets of languages as what a word of them adds to each language's hits; the first is empty, so
  /// that words of no language are added like others.
  private var sets: [Hits] = [Hits()]

  private typealias Hits = SIMD32<UInt16>

  init(_ lexicons: Lexicons) {
    guard let table = lexicons.table("languages.tsv") else { return }
    // The languages of each word, a bit each.
    var languages: [UInt64: UInt32] = [:]
    for row in table.rows {
      guard let word = table.cell(row, "entry"), let tag = table.cell(row, "category"),
        (1...ShortWords.longest).contains(word.utf8.count)
      else { continue }
      let number = tags.firstIndex(of: tag) ?? tags.count
      if number == tags.count { tags.append(tag) }
      guard number < 32 else { continue }
      languages[ShortWords.key(of: word.utf8), default: 0] |= 1 << UInt32(number)
    }
    english = tags.prefix(32).firstIndex(of: "en")
    var numbers: [UInt32: UInt16] = [:]
    for mask in Set(languages.values) {
      var set = Hits()
      for number in tags.indices.prefix(32) where mask >> UInt32(number) & 1 == 1 {
        set[number] = 1
      }
      numbers[mask] = UInt16(sets.count)
      sets.append(set)
    }
    words = ShortWords(languages.compactMapValues { numbers[$0] })
  }

  /// The language of a text as its page declares it, unless its words clearly say another.
  ///
  /// `und` means: none that is told apart here, and not English. Nil means that nobody knows.
  func language(of text: [UInt8], declared: String?) -> String? {
    guard let judged = judgement(on: text) else { return declared }
    guard let declared, Self.primary(declared) != judged else { return declared ?? judged }
    if judged == "und", Self.primary(declared) != "en" { return declared }
    return judged
  }

  private static func primary(_ tag: String) -> String {
    String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
  }

  /// The language that the words of a text make clear, or nil.
  func judgement(on text: [UInt8]) -> String? {
    text.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: UInt16.self, capacity: Self.most) { numbers in
        let tally = words.withNumbers { number in
          Self.tally(bytes) { numbers[$0] = number($1) }
        }
        // No count passes `most`. Apart from the reading, the sums stay in registers.
        var hits = Hits()
        sets.withUnsafeBufferPointer { sets in
          for number in numbers[..<tally.count] { hits &+= sets[Int(number)] }
        }
        return verdict(tally, hits)
      }
    }
  }

  private func verdict(_ tally: Tally, _ hits: Hits) -> String? {
    let count = tally.count
    // Scripts without spaces have few words, but many letters.
    if tally.other > tally.latin, tally.latin + tally.other >= Self.fewest { return "und" }
    guard count >= Self.fewest else { return nil }
    let most = Int(hits.max())
    let english = english.map { Int(hits[$0]) } ?? 0
    // A fifth of English running text is such words, whatever names stand in it.
    if english * 100 >= count * 20, english == most { return "en" }
    guard most * 100 >= count * 15, most * 2 > english * 3 else { return nil }
    return tags.indices.first { hits[$0] == most }.map { tags[$0] }
  }

  /// How many words were looked at, and their letters by script.
  private struct Tally {
    var count = 0
    var latin = 0
    var other = 0
  }

  /// Calls `take` with the number and the key of each word that is looked at.
  @inline(__always)
  private static func tally(
    _ bytes: UnsafeBufferPointer<UInt8>, _ take: (Int, UInt64) -> Void
  ) -> Tally {
    var tally = Tally()
    var index = 0
    while index < bytes.count, tally.count < most {
      let eight = EightBytes(bytes, at: index)
      let others = eight.nonLetters
      let length = EightBytes.count(before: others)
      if length > 0, length < 8, eight.wide & (others & (0 &- others)) == 0 {
        // Most words end within the eight bytes, and the next begins there.
        tally.latin &+= length
        let begins = (~others | eight.wide) & EightBytes.highs
        let behind = begins & ~0 &<< UInt64(truncatingIfNeeded: 8 &* length)
        index &+= EightBytes.count(before: behind)
        take(tally.count, eight.word(length))
        tally.count &+= 1
      } else if length > 0 || eight.number & 0x80 != 0 {
        let word = longWord(bytes, index)
        index = word.end
        tally.latin &+= word.latin
        tally.other &+= word.other
        take(tally.count, word.key)
        tally.count &+= 1
      } else {
        index &+= 1
      }
    }
    return tally
  }

  /// The word of any letters and length at an index: its key, one that no word has where it is too
  /// long, its end, and its letters by script.
  @inline(never)
  private static func longWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> (key: UInt64, end: Int, latin: Int, other: Int) {
    let eight = EightBytes(bytes, at: start)
    if eight.nonLetters == 0 {
      let more = EightBytes(bytes, at: start &+ 8)
      let length = EightBytes.count(before: more.nonLetters)
      if length < 8, more.number &>> UInt64(truncatingIfNeeded: 8 &* length) & 0x80 == 0 {
        return (length == 0 ? eight.small : 0, start &+ 8 &+ length, 8 &+ length, 0)
      }
    }
    var (key, latin, other): (UInt64, Int, Int) = (0, 0, 0)
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0xC2...0xCD: latin &+= 1
      case 0x80...0xC1, 0xE2: break  // no first byte of a letter
      case 0xCE...0xFF: other &+= 1
      default: return (index - start <= ShortWords.longest ? key : 0, index, latin, other)
      }
      key = ShortWords.adding(byte, to: key)
      index &+= 1
    }
    return (index - start <= ShortWords.longest ? key : 0, index, latin, other)
  }
}
