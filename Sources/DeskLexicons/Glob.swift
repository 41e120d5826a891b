import DeskText

/// A word with wild cards as dictionaries write them: `*` is any letters or none, `?` is one letter.
struct Glob: Hashable, Sendable {
  private enum Part: Hashable {
    case letters([UInt8])
    case one
    case any
  }

  private let parts: [Part]
  /// The folded letters before the first wild card.
  let stem: [UInt8]
  /// Whether it is more than wild cards.
  let hasLetters: Bool
  /// The stem where all behind it is one `*`.
  let prefix: [UInt8]?

  /// - Parameters:
  ///   - folded: the folded word.
  ///   - isWild: whether the byte at an index of it is a wild card and no letter.
  init(_ folded: [UInt8], isWild: (Int) -> Bool) {
    var parts: [Part] = []
    var letters: [UInt8] = []
    for (index, byte) in folded.enumerated() {
      guard isWild(index) else {
        letters.append(byte)
        continue
      }
      if !letters.isEmpty { parts.append(.letters(letters)) }
      letters = []
      if byte == 0x3F { parts.append(.one) } else if parts.last != .any { parts.append(.any) }
    }
    if !letters.isEmpty { parts.append(.letters(letters)) }
    self.parts = parts
    if case .letters(let first) = parts.first { stem = first } else { stem = [] }
    hasLetters = parts.contains { if case .letters = $0 { true } else { false } }
    prefix = parts.count == 2 && parts[1] == .any && !stem.isEmpty ? stem : nil
  }

  /// Whether a folded word is one that the glob stands for.
  ///
  /// Goes back to the last `*` alone, so that the time never grows beyond the product of lengths.
  func matches(_ word: [UInt8]) -> Bool {
    var at = 0
    var part = 0
    var star: (part: Int, at: Int)?
    while true {
      if part == parts.count, at == word.count { return true }
      if part < parts.count, let next = end(of: parts[part], in: word, from: at) {
        if parts[part] == .any { star = (part, at) }
        at = next
        part += 1
        continue
      }
      guard let last = star, last.at < word.count else { return false }
      let resumed = last.at + 1
      star = (last.part, resumed)
      at = resumed
      part = last.part + 1
    }
  }

  private func end(of part: Part, in word: [UInt8], from at: Int) -> Int? {
    switch part {
    case .any: return at
    case .letters(let letters): return word[at...].starts(with: letters) ? at + letters.count : nil
    case .one:
      guard at < word.count else { return nil }
      var end = at + 1
      while end < word.count, word[end] & 0xC0 == 0x80 { end += 1 }
      return end
    }
  }
}
