/// The forms of English verbs and nouns: rules, and a table of what breaks them.
public struct Inflections: Sendable {
  /// What part of speech a word is bent as.
  public enum Kind: String, Sendable {
    case verb = "v"
    case noun = "n"
  }

  private let irregular: [String: [String]]

  /// The rules alone.
  public static let regular = Inflections(irregular: [:])

  private init(irregular: [String: [String]]) { self.irregular = irregular }

  /// Reads `inflections.tsv`: columns `lemma`, `kind` (v, n) and `forms`, separated by spaces.
  public init(_ table: Table) {
    var irregular: [String: [String]] = [:]
    for row in table.rows {
      guard let lemma = table.cell(row, "lemma"), let kind = table.cell(row, "kind"),
        let forms = table.cell(row, "forms")
      else { continue }
      irregular["\(lemma)/\(kind)"] = forms.split(separator: " ").map(String.init)
    }
    self.irregular = irregular
  }

  /// A word's forms, itself first, each once.
  public func forms(of lemma: String, as kind: Kind) -> [String] {
    var out = [lemma]
    switch kind {
    case .noun: out += irregular["\(lemma)/n"] ?? [Self.plural(lemma)]
    case .verb: out += irregular["\(lemma)/v"] ?? Self.verbForms(lemma)
    }
    var seen: Set<String> = []
    return out.filter { seen.insert($0).inserted }
  }

  static func plural(_ word: String) -> String {
    if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) {
      return word.dropLast() + "ies"
    }
    for ending in ["s", "sh", "ch", "x", "z"] where word.hasSuffix(ending) { return word + "es" }
    return word + "s"
  }

  static func verbForms(_ word: String) -> [String] {
    if word.hasSuffix("ee") || word.hasSuffix("oe") || word.hasSuffix("ye") {
      return [word + "s", word + "d", word + "ing"]
    }
    if word.hasSuffix("ie") { return [word + "s", word + "d", word.dropLast(2) + "ying"] }
    if word.hasSuffix("e") { return [word + "s", word + "d", word.dropLast() + "ing"] }
    if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) {
      return [word.dropLast() + "ies", word.dropLast() + "ied", word + "ing"]
    }
    if doublesLastLetter(word), let last = word.last {
      return [word + "s", "\(word)\(last)ed", "\(word)\(last)ing"]
    }
    return [plural(word), word + "ed", word + "ing"]
  }

  /// One vowel between consonants in a word of one syllable: `slam`, `blab`; longer words that
  /// double (`admit`) stand in the table.
  private static func doublesLastLetter(_ word: String) -> Bool {
    let letters = Array(word)
    guard letters.count >= 3 else { return false }
    let vowels = letters.filter { "aeiou".contains($0) }.count
    let last = letters[letters.count - 1]
    return vowels == 1 && "aeiou".contains(letters[letters.count - 2])
      && !"aeiouwxy".contains(last)
  }
}
