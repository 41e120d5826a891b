import DeskLexicons
import DeskText

/// The cues of `attribution.tsv`, as the grammar reads them.
///
/// A class, since every article's readers hold it, and threads that count the references of all its
/// parts wait for each other.
final class CueList: Sendable {
  struct Cue: Sendable {
    enum Kind: String, Sendable { case verb, noun, adjective, phrase, adverb }
    var kind: Kind
    var category: Category
    /// The hash of its first word's base form; 0 where the entry names no verb or noun by its forms.
    var lemma: UInt32
    /// Somebody may stand between the cue and its content: "told reporters that".
    var takesAddressee: Bool
    /// Its subject belongs to the content: "The deal seems dead".
    var isRaising: Bool
    /// The source follows: "according to".
    var precedesSource: Bool
    /// Nobody is named: "reportedly".
    var hasNoSource: Bool
    /// So clear a phrase that measured weights are not asked whether it is a cue.
    var isAlways: Bool
    var precision: Double
  }

  enum Category: Int, Named {
    case speech, writing, belief, feeling, intention, judgement, request, perception, evidence
    case appearance, reference, other

    /// Whether nobody need have said anything: wishes, feelings, judgements shown by deeds.
    var isPrivate: Bool { self == .intention || self == .feeling || self == .judgement }

    /// Whether quoted words are at home with it.
    var quotes: Bool { self == .speech || self == .writing }
  }

  /// The list's number among the analyzer's, and the list.
  let lexicon: Int
  let list: Lexicon
  let cues: [Cue]
  /// For each entry what its verb says of the content; apart, so that a cue is numbers alone and
  /// copied without a count of references.
  let stances: [String]
  /// For each entry what its findings name.
  let evidence: [(category: String, evidence: Evidence)]

  init(_ list: Lexicon, number: Int) {
    self.list = list
    lexicon = number
    var categories: [String: Category] = [:]
    for category in Category.allCases { categories[category.name] = category }
    stances = list.entries.map { $0.fields["stance"] ?? "neutral" }
    let evidences = Evidence.all(of: list)
    evidence = zip(list.entries, evidences).map { ($0.category, $1) }
    cues = list.entries.map { entry in
      // Few entries have any.
      let frames = Set((entry.fields["frame"] ?? "").split(separator: " "))
      return Cue(
        kind: Cue.Kind(rawValue: entry.fields["kind"] ?? "") ?? .verb,
        category: categories[entry.category] ?? .other, lemma: CueList.lemma(entry.pattern),
        takesAddressee: frames.contains("addressee"), isRaising: frames.contains("raising"),
        precedesSource: frames.contains("source-after"),
        hasNoSource: frames.contains("no-source"), isAlways: frames.contains("always"),
        precision: Double(entry.fields["precision"] ?? "") ?? 0.5)
    }
  }

  /// The hash of "claim" in `{claim/v}`.
  private static func lemma(_ pattern: String) -> UInt32 {
    guard pattern.utf8.first == 0x7B, let slash = pattern.utf8.firstIndex(of: 0x2F) else {
      return 0
    }
    return Folding.hash(folded: Array(pattern.utf8[..<slash].dropFirst()))
  }
}
