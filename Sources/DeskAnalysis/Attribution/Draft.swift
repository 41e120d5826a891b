import DeskText

/// An attribution in the making.
struct Draft {
  /// The entry's number in the list of cues; nil for a colon.
  var entry: Int?
  /// The verb group or phrase.
  var cue: TokenSpan
  var source: TokenSpan?
  var place: Place
  var content: [TokenSpan]
  var isNegated = false
  /// How the cue is built into its clause; nil for a mark.
  var form: CueContext.Form?
  /// The sum by which its cue was taken, in hundredths; the highest where no weight was asked, 0 for
  /// a mark.
  var score: Int32 = 0
  /// Whether its content is a block taken from another text, whose own attributions stand.
  var isBlock = false

  func isInContent(_ token: Int) -> Bool {
    for piece in content where piece.contains(token) { return true }
    return false
  }

  /// The first token of its content; nil where it has none.
  var contentStart: Int? {
    guard var start = content.first?.start else { return nil }
    for piece in content.dropFirst() { start = min(start, piece.start) }
    return start
  }

  /// Where its content ends; 0 where it has none.
  var contentEnd: Int {
    var end = 0
    for piece in content { end = max(end, piece.end) }
    return end
  }
}

/// What is known of a cue before its source is looked for.
struct CueContext {
  /// How the cue is built into its clause.
  enum Form: Int {
    case present, past, ing, passive, infinitive, noun, adjective, other

    var isTensed: Bool { self == .present || self == .past }
  }
  var candidate: CueCandidate
  var cue: CueList.Cue
  /// With its auxiliaries.
  var span: TokenSpan
  var form: Form
  var isNegated: Bool
  var hasModal: Bool
  /// The tokens of its sentence.
  var bounds: TokenSpan
  /// A quotation that ends right before the cue, a comma between them aside.
  var hasQuoteBefore: Bool
}
