import DeskText

/// The forms of English verbs and nouns: rules, and a table of what breaks them.
public struct Inflections: Sendable {
  /// What part of speech a word is bent as.
  public enum Kind: String, Sendable {
    case verb = "v"
    case noun = "n"

    /// By its letter.
    init?(letters: Table.Cell) {
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
      let word = table.bytes(row, at: lemma)
      let name = word + [0x2F] + table.bytes(row, at: kind)
      var others: [[UInt8]] = []
      for form in all.split(separator: 0x20).map({ Array($0) })
      where form != word && !others.contains(form) { others.append(form) }
      irregular[Folding.hash(folded: name)] = Irregular(name: name, forms: others)
    }
  }

  /// A word's forms, itself first, each once.
  public func forms(of lemma: String, as kind: Kind) -> [String] {
    Array(lemma.utf8).withUnsafeBufferPointer { lemma in
      forms(of: lemma[...], as: kind).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The same of a word's UTF-8 bytes.
  func forms(of lemma: Table.Cell, as kind: Kind) -> [[UInt8]] {
    var out: [[UInt8]] = []
    forEachForm(of: lemma, as: kind) { stem, ending in out.append(Array(stem) + ending) }
    return out
  }

  /// Calls `body` with the two parts of each form of a word, the word itself first: what it has of
  /// the word, and what is put behind that.
  func forEachForm(
    of lemma: Table.Cell, as kind: Kind,
    _ body: (Table.Cell, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    func give(_ stem: Table.Cell, _ ending: StaticString) {
      body(
        stem, UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount))
    }
    give(lemma, "")
    let letter: UInt8 = kind == .noun ? 0x6E : 0x76
    let hash = Folding.hash(
      folded: CollectionOfOne(letter),
      behind: Folding.hash(
        folded: CollectionOfOne(0x2F), behind: Folding.hash(folded: lemma)))
    if let known = irregular[hash], known.name.dropLast(2).elementsEqual(lemma) {
      for form in known.forms { form.withUnsafeBufferPointer { give($0[...], "") } }
    } else if kind == .noun {
      Self.givePlural(lemma, give)
    } else {
      Self.giveVerbForms(lemma, give)
    }
  }

  private typealias Give = (Table.Cell, StaticString) -> Void

  private static func ends(_ word: Table.Cell, _ ending: StaticString) -> Bool {
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
  private static func endsWithLoneY(_ word: Table.Cell) -> Bool {
    word.last == 0x79 && word.count >= 2 && !isVowel(word[word.endIndex - 2])
  }

  private static func givePlural(_ word: Table.Cell, _ give: Give) {
    if endsWithLoneY(word) { return give(word.dropLast(), "ies") }
    let hisses =
      ends(word, "s") || ends(word, "sh") || ends(word, "ch") || ends(word, "x") || ends(word, "z")
    give(word, hisses ? "es" : "s")
  }

  private static func giveVerbForms(_ word: Table.Cell, _ give: Give) {
    if ends(word, "ee") || ends(word, "oe") || ends(word, "ye") {
      give(word, "s")
      give(word, "d")
      give(word, "ing")
    } else if ends(word, "ie") {
      give(word, "s")
      give(word, "d")
      give(word.dropLast(2), "ying")
    } else if ends(word, "e") {
      give(word, "s")
      give(word, "d")
      give(word.dropLast(), "ing")
    } else if endsWithLoneY(word) {
      give(word.dropLast(), "ies")
      give(word.dropLast(), "ied")
      give(word, "ing")
    } else if let last = word.last, doublesLastLetter(word) {
      give(word, "s")
      (word + [last]).withUnsafeBufferPointer { doubled in
        give(doubled[...], "ed")
        give(doubled[...], "ing")
      }
    } else {
      givePlural(word, give)
      give(word, "ed")
      give(word, "ing")
    }
  }

  /// One vowel between consonants in a word of one syllable: `slam`, `blab`; longer words that
  /// double (`admit`) stand in the table.
  private static func doublesLastLetter(_ word: Table.Cell) -> Bool {
    guard word.count >= 3, let last = word.last else { return false }
    return word.count(where: isVowel) == 1 && isVowel(word[word.endIndex - 2])
      && !isVowel(last) && last != 0x77 && last != 0x78 && last != 0x79  // w x y
  }
}
