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
  /// The words, each as the number that its bytes make: a table addressed by the number's hash, 0
  /// where nothing stands.
  private var keys: [UInt64] = [0]
  /// For each place of `keys` which of `sets` has the word's languages.
  private var setNumbers: [UInt16] = [0]
  /// Sets of languages as what a word of them adds to each language's hits; the first is empty, so
  /// that words of no language are added like others.
  private var sets: [Hits] = [Hits()]

  private typealias Hits = SIMD32<UInt16>

  init(_ lexicons: Lexicons) {
    guard let table = lexicons.table("languages.tsv") else { return }
    var size = 64
    // Most words of a text are not in it, and should meet an empty place at once.
    while size < table.rows.count * 4 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    setNumbers = Array(repeating: 0, count: size)
    // The languages of each set, a bit each: sets are long to compare.
    var masks: [UInt32] = [0]
    for row in table.rows {
      guard let word = table.cell(row, "entry"), let tag = table.cell(row, "category"),
        (1...Self.longest).contains(word.utf8.count)
      else { continue }
      let number = tags.firstIndex(of: tag) ?? tags.count
      if number == tags.count { tags.append(tag) }
      guard number < 32 else { continue }
      let key = word.utf8.reduce(0) { Self.adding($1, to: $0) }
      let slot = slot(key)
      keys[slot] = key
      let mask = masks[Int(setNumbers[slot])] | 1 << UInt32(number)
      if let known = masks.firstIndex(of: mask) {
        setNumbers[slot] = UInt16(known)
      } else {
        var set = sets[Int(setNumbers[slot])]
        set[number] = 1
        setNumbers[slot] = UInt16(sets.count)
        sets.append(set)
        masks.append(mask)
      }
    }
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
    // No count passes `most`.
    var hits = Hits()
    var tally = Tally()
    text.withUnsafeBufferPointer { bytes in
      var index = 0
      while tally.count < Self.most, let word = Self.nextWord(in: bytes, from: &index, &tally) {
        tally.count += 1
        hits &+= sets[word.length <= Self.longest ? Int(setNumbers[slot(word.key)]) : 0]
      }
    }
    return verdict(tally, tags.indices.map { Int(hits[$0]) })
  }

  private func verdict(_ tally: Tally, _ hits: [Int]) -> String? {
    let count = tally.count
    // Scripts without spaces have few words, but many letters.
    if tally.other > tally.latin, tally.latin + tally.other >= Self.fewest { return "und" }
    guard count >= Self.fewest else { return nil }
    let ranked = tags.indices.sorted { hits[$0] > hits[$1] }
    guard let first = ranked.first else { return nil }
    let english = tags.firstIndex(of: "en").map { hits[$0] } ?? 0
    // A fifth of English running text is such words, whatever names stand in it.
    if english * 100 >= count * 20, english == hits[first] { return "en" }
    if hits[first] * 100 >= count * 15, hits[first] * 2 > english * 3 { return tags[first] }
    return nil
  }

  /// How many words were looked at, and their letters by script.
  private struct Tally {
    var count = 0
    var latin = 0
    var other = 0

    @inline(__always)
    mutating func add(letter byte: UInt8) {
      switch byte {
      case 0x41...0x7A, 0xC2...0xCD: latin += 1
      case 0x80...0xC1, 0xE2: break  // no first byte of a letter
      default: other += 1
      }
    }
  }

  /// The number of the next word and its length, behind an index that moves past it.
  @inline(__always)
  private static func nextWord(
    in bytes: UnsafeBufferPointer<UInt8>, from index: inout Int, _ tally: inout Tally
  ) -> (key: UInt64, length: Int)? {
    while index < bytes.count, !isLetter(bytes[index]) { index += 1 }
    guard index < bytes.count else { return nil }
    if let word = shortWord(in: bytes, at: index) {
      index += word.length
      tally.latin += word.length
      return word
    }
    let start = index
    var key: UInt64 = 0
    var plain = 0
    while index < bytes.count {
      let byte = bytes[index]
      if (byte | 0x20) &- 0x61 < 26 {
        key = key << 8 | UInt64(byte | 0x20)
        plain += 1
      } else if byte >= 0x80 {
        key = key << 8 | UInt64(byte)
        tally.add(letter: byte)
      } else {
        break
      }
      index += 1
    }
    tally.latin += plain
    return (key, index - start)
  }

  /// The word of at most seven ASCII letters at an index, told from eight bytes at once; nil where
  /// there may be another.
  @inline(__always)
  private static func shortWord(in bytes: UnsafeBufferPointer<UInt8>, at index: Int)
    -> (key: UInt64, length: Int)?
  {
    guard index + 8 <= bytes.count else { return nil }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let word = UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: index, as: UInt64.self))
    let small = word | ones &* 0x20
    // The highest bit of each byte: not below "a", and not above "z".
    let fromA = (small & ~highs) &+ ones &* (0x80 - 0x61)
    let aboveZ = (small & ~highs) &+ ones &* (0x80 - 0x7B)
    let others = ~(fromA & ~aboveZ & ~word) & highs
    let length = others.trailingZeroBitCount >> 3
    guard length > 0, length < 8, bytes[index + length] < 0x80 else { return nil }
    return (small.byteSwapped >> UInt64(64 - 8 * length), length)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte >= 0x80
  }

  /// The most bytes that a number holds; longer words are not looked for.
  private static let longest = 8

  /// The number of a word with one more byte, capitals of ASCII made small.
  @inline(__always)
  private static func adding(_ byte: UInt8, to key: UInt64) -> UInt64 {
    key << 8 | UInt64(Folding.lowerASCII(byte))
  }

  /// Where a word stands, or would.
  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 33) & (keys.count - 1)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }
}
