import DeskText

/// Why a block does not belong to an article's body, and the rule that says so.
struct Verdict: Hashable, Sendable {
  /// The category of the rule: `caption`, `byline`, `share-prompt`, ...
  var reason: String
  /// `boilerplate.tsv:12`, or the name of a structural rule.
  var rule: String
}

/// A paragraph, heading or line on its way through the cleaning, split into words once.
struct Block: Sendable {
  let words: Words
  var kind: Paragraph.Kind
  /// The line of a plain-text input it began on, from 1.
  var line: Int?
  /// The share of its letters that stand inside links, from 0 to 1.
  var linkShare: Double
  /// Set once something speaks against the block.
  var verdict: Verdict?
  let wordCount: Int
  /// Whether it ends as a sentence does, closing quotation marks and brackets aside.
  let endsSentence: Bool

  init(
    _ utf8: [UInt8], kind: Paragraph.Kind = .paragraph, line: Int? = nil, linkShare: Double = 0,
    verdict: Verdict? = nil
  ) {
    words = Words(Text(repairing: utf8))
    self.kind = kind
    self.line = line
    self.linkShare = linkShare
    self.verdict = verdict
    wordCount = words.tokens.reduce(0) { $0 + ($1.isWord ? 1 : 0) }
    endsSentence = LineShape.endsSentence(words.text.utf8)
  }

  var text: Text { words.text }
  var string: String { words.text.string }

  /// Long enough, and ended as a sentence, to be taken for running text.
  var isProse: Bool { wordCount >= 20 && endsSentence && linkShare < 0.5 && kind != .heading }

  /// The words alone, folded, for telling whether two blocks say the same.
  var folded: [[UInt8]] {
    words.tokens.filter(\.isWord).map { Folding.folded(text.utf8[$0.extent.range]) }
  }

  /// The numbers of the tokens that are words.
  var wordTokens: [Int] { words.tokens.indices.filter { words.tokens[$0].isWord } }
}

/// What the bytes of a line tell without splitting it into words.
enum LineShape {
  /// Whether a text ends in `.`, `!`, `?`, `…` or `:`, closing quotation marks and brackets aside.
  static func endsSentence(_ bytes: [UInt8]) -> Bool {
    var end = bytes.count
    while end > 0 {
      let byte = bytes[end - 1]
      switch byte {
      case 0x20, 0x22, 0x27, 0x29, 0x5D: end -= 1
      case 0x2E, 0x21, 0x3F, 0x3A: return true
      case 0x82 where bytes.prefix(end).suffix(3) == [0xE3, 0x80, 0x82]: return true  // 。
      case 0x81 where bytes.prefix(end).suffix(3) == [0xEF, 0xBC, 0x81]: return true  // ！
      default:
        guard end >= 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80 else { return false }
        if byte == 0xA6 { return true }  // …
        guard byte == 0x99 || byte == 0x9D else { return false }  // ’ ”
        end -= 3
      }
    }
    return false
  }

  /// Whether the first letter is a small one.
  static func startsLower(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return false }
    if first &- 0x61 < 26 { return true }
    return first == 0xC3 && bytes.count > 1 && bytes[1] >= 0x9F
  }

  /// Whether a line is one web or mail address and nothing else.
  static func isAddress(_ bytes: [UInt8]) -> Bool {
    guard (7...4_000).contains(bytes.count), !bytes.contains(0x20) else { return false }
    let head = Folding.folded(bytes.prefix(9))
    if ["http://", "https://", "www.", "<http", "ftp://"].contains(where: {
      head.starts(with: $0.utf8)
    }) {
      return true
    }
    guard let at = bytes.firstIndex(of: 0x40), at > 0 else { return false }
    return bytes[at...].contains(0x2E)
  }

  /// White space runs become one space, those at the ends nothing; soft hyphens and zero-width
  /// characters vanish, no-break spaces become plain ones, ligatures their letters.
  static func collapsed(_ bytes: some Collection<UInt8>) -> [UInt8] {
    bytes.withContiguousStorageIfAvailable { collapsed($0) }
      ?? Array(bytes).withUnsafeBufferPointer { collapsed($0) }
  }

  private static func collapsed(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    // Nothing becomes longer: a ligature has three bytes and at most as many letters.
    [UInt8](unsafeUninitializedCapacity: bytes.count) { out, count in
      var end = 0
      var isPending = false
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        var letters: Int?
        if byte == 0x20 {
          isPending = true
          index += 1
          continue
        }
        if !Shapeless.isShaped(byte) {
          switch Shapeless(bytes, index) {
          case .space(let length):
            isPending = true
            index += length
            continue
          case .nothing(let length):
            index += length
            continue
          case .ligature(let number): letters = number
          case nil: break
          }
        }
        if isPending, end > 0 {
          out[end] = 0x20
          end += 1
        }
        isPending = false
        if let letters {
          for letter in Shapeless.ligatures[letters] {
            out[end] = letter
            end += 1
          }
          index += 3
        } else {
          out[end] = byte
          end += 1
          index += 1
          while index < bytes.count, Shapeless.isShaped(bytes[index]) {
            out[end] = bytes[index]
            end += 1
            index += 1
          }
        }
      }
      count = end
    }
  }
}
