/// The decisions that measured weights take, in their order.
enum DecisionKind: Int, Named {
  /// Which words before or after a cue are its source.
  case source
  /// On which side of the cue the content stands.
  case side
  /// Where content after the cue begins.
  case begin
  /// Where content before the cue begins.
  case start
  /// Where unquoted content after the cue ends.
  case end
  /// Whether a word is a cue here at all.
  case cue
  /// Whether an attribution inside another's content stands beside it.
  case nested
}

/// A choice among candidates, and what spoke for each: what an observer of `Drafter` sees.
struct Decision: Sendable {
  var kind: DecisionKind
  /// The tokens of the cue.
  var cue: TokenSpan
  var candidates: [Candidate]

  struct Candidate: Sendable {
    /// The tokens that it names; nil for "none".
    var span: TokenSpan?
    var place: Place = .none
    var features: [Feature]
    /// What it has beside the sum of its weights, in hundredths.
    var lead: Int32 = 0
  }

  /// The candidate that was taken.
  struct Choice: Sendable {
    var span: TokenSpan?
    var place: Place
    /// The sum of its weights, in hundredths.
    var score: Int32
  }
}
