import DeskLexicons
import DeskText

/// The adjectives of states and peoples in `labels.tsv`, with the names they stand for.
///
/// "Afghan" says where somebody comes from, not on whose side: both sides of a civil war are
/// Afghan. So it names an actor only for what a state has: troops, a government, its leaders.
struct Nationalities: Sendable {
  static let stateCategory = "nationality"
  static let peopleCategory = "people"

  private let states: [String: String]
  private let peoples: [String: String]

  init(lexicons: [Lexicon]) {
    var states: [String: String] = [:]
    var peoples: [String: String] = [:]
    for entry in lexicons.flatMap(\.entries) {
      guard let name = entry.fields["name"] else { continue }
      switch entry.category {
      case Self.stateCategory: states[entry.pattern] = name
      case Self.peopleCategory: peoples[entry.pattern] = name
      default: break
      }
    }
    self.states = states
    self.peoples = peoples
  }

  /// Families of which a state has its own.
  private static let ofStates: Set<String> = [
    "armed_forces", "event", "government", "killing", "leader", "territory",
  ]

  /// The actor that a name beside a label of some family stands for; nil for a nationality that
  /// tells no side.
  func actor(_ name: String, family: String) -> String? {
    let folded = String(decoding: Folding.folded(name.utf8), as: UTF8.self)
    if let people = peoples[folded] { return people }
    guard let state = states[folded] else { return name }
    return Self.ofStates.contains(family) ? state : nil
  }

  /// Whether a word is one of the adjectives.
  func contains(_ word: some StringProtocol) -> Bool {
    let folded = String(decoding: Folding.folded(word.utf8), as: UTF8.self)
    return states[folded] != nil || peoples[folded] != nil
  }
}
