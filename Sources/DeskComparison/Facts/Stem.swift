import DeskText

/// What is left of a word when its English endings are taken off, so that "killed" meets "killing".
///
/// A light form of Porter's stemmer (Program 14, 1980): plurals, `-ed`, `-ing`, a silent `-e` and a
/// doubled consonant. It need not be a word; it must be the same for forms of one.
enum Stem {
  private static let endings: [(ending: [UInt8], instead: [UInt8])] = [
    ("ies", "y"), ("sses", "ss"), ("ing", ""), ("edly", ""), ("ed", ""), ("es", ""), ("s", ""),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// The stem of a folded word.
  static func stem(_ folded: [UInt8]) -> [UInt8] {
    var word = folded
    guard word.count >= 4, word.allSatisfy({ $0 >= 0x80 || $0 &- 0x61 < 26 }) else { return word }
    for (ending, instead) in endings
    where word.count - ending.count >= 3 && word.suffix(ending.count).elementsEqual(ending) {
      // "class" and "virus" are no plurals.
      let before = word[word.count - 2]
      if ending.count == 1, before == UInt8(ascii: "s") || before == UInt8(ascii: "u") { continue }
      word.removeLast(ending.count)
      word += instead
      break
    }
    if word.count > 3, word.last == UInt8(ascii: "e") { word.removeLast() }
    if word.count > 3, let last = word.last, last == word[word.count - 2],
      last != UInt8(ascii: "l"), last != UInt8(ascii: "s")
    {
      word.removeLast()
    }
    return word
  }

  /// The stem of a token as a hash.
  static func hash(_ token: Token, in text: Text) -> UInt32 {
    Folding.hash(folded: stem(Folding.folded(text.utf8[token.extent.range])))
  }
}
