import DeskText

/// A text's words where they lie, so that their tokens are marked in place and looked at without
/// keeping count of who looks.
struct MarkedWords {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: UnsafeMutableBufferPointer<Token>
  /// As `Words.stops`.
  let stops: UnsafeBufferPointer<Int32>

  /// The token's letters as they stand.
  func string(_ index: Int) -> String {
    String(decoding: bytes[tokens[index].extent.range], as: UTF8.self)
  }

  /// Whether the token is one byte, and this one.
  func isByte(_ index: Int, _ byte: UInt8) -> Bool {
    let token = tokens[index]
    return token.end - token.start == 1 && bytes[token.start] == byte
  }

  /// Whether a token is one of some words, however it is written.
  func isOne(of set: WordSet, _ index: Int) -> Bool { set.holds(tokens[index], in: bytes) }
}

extension Words {
  /// Lets tokens be marked in place.
  mutating func mark<R>(_ body: (MarkedWords) -> R) -> R {
    let (text, stops) = (text, stops)
    return text.utf8.withUnsafeBufferPointer { bytes in
      stops.withUnsafeBufferPointer { stops in
        tokens.withUnsafeMutableBufferPointer { tokens in
          body(MarkedWords(bytes: bytes, tokens: tokens, stops: stops))
        }
      }
    }
  }
}
