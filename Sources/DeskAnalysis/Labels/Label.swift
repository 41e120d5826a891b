import DeskLexicons

/// A label on its way to a finding: its phrase, its family and whom it is attached to.
struct Label {
  let match: Match
  let phrase: LabelPhrase
  /// The category of its entry.
  let family: String
  var actor: String?
  /// How the actor is known; nil where there is none.
  var basis: Basis?

  /// How an actor is known, as the detail `actor_from` says it.
  enum Basis: String {
    /// A name stands beside the label: "Taliban fighters".
    case beside
    /// The article attaches the word to the name elsewhere: "the militants".
    case context
  }

  /// A label of one person, not of a side.
  var isPerson: Bool { family == "leader" }
  /// Families whose members carry arms or oppose somebody, so that an article uses them of one side.
  var isGroup: Bool { family == "armed_group" || family == "group" }
}
