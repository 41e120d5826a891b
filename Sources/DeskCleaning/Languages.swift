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
  /// For each word, as the number that its bytes make, a bit for every language that has it.
  private var words: [UInt64: UInt32] = [:]

  init(_ lexicons: Lexicons) {
    guard let table = lexicons.table("languages.tsv") else { return }
    for row in table.rows {
      guard let word = table.cell(row, "entry"), let tag = table.cell(row, "category"),
        let key = Self.key(Array(word.utf8)[...])
      else { continue }
      let number = tags.firstIndex(of: tag) ?? tags.count
      if number == tags.count { tags.append(tag) }
      guard number < 32 else { continue }
      words[key, default: 0] |= 1 << UInt32(number)
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
    var hits = [Int](repeating: 0, count: 32)
    var count = 0
    var latin = 0
    var other = 0
    var start = 0
    var index = 0
    while index <= text.count, count < Self.most {
      let byte = index < text.count ? text[index] : 0x20
      if Self.isLetter(byte) {
        switch byte {
        case ..<0x80, 0xC2...0xCD: latin += 1
        case 0x80...0xC1, 0xE2: break  // no first byte of a letter
        default: other += 1
        }
        index += 1
        continue
      }
      if start < index {
        count += 1
        if let key = Self.key(text[start..<index]), var bits = words[key] {
          while bits != 0 {
            hits[bits.trailingZeroBitCount] += 1
            bits &= bits - 1
          }
        }
      }
      index += 1
      start = index
    }
    // Scripts without spaces have few words, but many letters.
    if other > latin, latin + other >= Self.fewest { return "und" }
    guard count >= Self.fewest else { return nil }
    let ranked = tags.indices.sorted { hits[$0] > hits[$1] }
    guard let first = ranked.first else { return nil }
    let english = tags.firstIndex(of: "en").map { hits[$0] } ?? 0
    // A fifth of English running text is such words, whatever names stand in it.
    if english * 100 >= count * 20, english == hits[first] { return "en" }
    if hits[first] * 100 >= count * 15, hits[first] * 2 > english * 3 { return tags[first] }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte >= 0x80
  }

  /// A word of at most eight bytes as a number, capitals of ASCII made small.
  private static func key(_ word: ArraySlice<UInt8>) -> UInt64? {
    guard word.count <= 8 else { return nil }
    return word.reduce(0) { $0 << 8 | UInt64(Folding.lowerASCII($1)) }
  }
}
