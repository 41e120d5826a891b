import DeskText

/// The forms of English verbs and nouns: rules, and a table of what breaks them.
public struct Inflections: Sendable {
  /// What part of speech a word is bent as.
  public enum Kind: String, Sendable {
    case verb = "v"
    case noun = "n"

    /// By its letter.
    init?(letters: ArraySlice<UInt8>) {
      guard letters.count == 1 else { return nil }
      switch letters.first {
      case 0x76: self = .verb
      case 0x6E: self = .noun
      default: return nil
      }
    }
  }

  /// By the hash of `say/v`, where its forms stand.
  private var irregular: [UInt32: Irregular] = [:]

  private struct Irregular: Sendable {
    var name: [UInt8]
    /// Beside the word itself.
    var forms: [[UInt8]]
  }

  /// The rules alone.
  public static let regular = Inflections()

  private init() {}

  /// Reads `inflections.tsv`: columns `lemma`, `kind` (v, n) and `forms`, separated by spaces.
  public init(_ table: Table) {
    guard let lemma = table.columnIndex("lemma"), let kind = table.columnIndex("kind"),
      let forms = table.columnIndex("forms")
    else { return }
    for row in table.rows {
      let all = table.bytes(row, at: forms)
      guard !all.isEmpty else { continue }
      let word = Array(table.bytes(row, at: lemma))
      let name = word + [0x2F] + table.bytes(row, at: kind)
      var others: [[UInt8]] = []
      for form in all.split(separator: 0x20).map({ Array($0) })
      where form != word && !others.contains(form) { others.append(form) }
      irregular[Folding.hash(folded: name)] = Irregular(name: name, forms: others)
    }
  }

  /// A word's forms, itself first, each once.
  public func forms(of lemma: String, as kind: Kind) -> [String] {
    let lemma = Array(lemma.utf8)
    return forms(of: lemma[...], as: kind).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The same of a word's UTF-8 bytes.
  func forms(of lemma: ArraySlice<UInt8>, as kind: Kind) -> [[UInt8]] {
    let word = Array(lemma)
    let name = word + [0x2F, kind == .noun ? 0x6E : 0x76]
    if let known = irregular[Folding.hash(folded: name)], known.name == name {
      return [word] + known.forms
    }
    return [word] + (kind == .noun ? [Self.plural(word)] : Self.verbForms(word))
  }

  private static func ends(_ word: [UInt8], _ ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard word.count >= count else { return false }
    return word.suffix(count).elementsEqual(
      UnsafeBufferPointer(start: ending.utf8Start, count: count))
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61, 0x65, 0x69, 0x6F, 0x75: true  // a e i o u
    default: false
    }
  }

  /// Whether a word ends with "y" behind a consonant.
  private static func endsWithLoneY(_ word: [UInt8]) -> Bool {
    word.count >= 2 && word[word.count - 1] == 0x79 && !isVowel(word[word.count - 2])
  }

  private static func joined(_ stem: some Collection<UInt8>, _ ending: StaticString) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(stem.count + ending.utf8CodeUnitCount)
    out += stem
    out += UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount)
    return out
  }

  private static func plural(_ word: [UInt8]) -> [UInt8] {
    if endsWithLoneY(word) { return joined(word.dropLast(), "ies") }
    let hisses =
      ends(word, "s") || ends(word, "sh") || ends(word, "ch") || ends(word, "x") || ends(word, "z")
    return joined(word, hisses ? "es" : "s")
  }

  private static func verbForms(_ word: [UInt8]) -> [[UInt8]] {
    if ends(word, "ee") || ends(word, "oe") || ends(word, "ye") {
      return [joined(word, "s"), joined(word, "d"), joined(word, "ing")]
    }
    if ends(word, "ie") {
      return [joined(word, "s"), joined(word, "d"), joined(word.dropLast(2), "ying")]
    }
    if ends(word, "e") {
      return [joined(word, "s"), joined(word, "d"), joined(word.dropLast(), "ing")]
    }
    if endsWithLoneY(word) {
      return [joined(word.dropLast(), "ies"), joined(word.dropLast(), "ied"), joined(word, "ing")]
    }
    if let last = word.last, doublesLastLetter(word) {
      return [joined(word, "s"), joined(word + [last], "ed"), joined(word + [last], "ing")]
    }
    return [plural(word), joined(word, "ed"), joined(word, "ing")]
  }

  /// One vowel between consonants in a word of one syllable: `slam`, `blab`; longer words that
  /// double (`admit`) stand in the table.
  private static func doublesLastLetter(_ word: [UInt8]) -> Bool {
    guard word.count >= 3 else { return false }
    let last = word[word.count - 1]
    return word.count(where: isVowel) == 1 && isVowel(word[word.count - 2])
      && !isVowel(last) && last != 0x77 && last != 0x78 && last != 0x79  // w x y
  }
}
