import DeskText

/// What the sums of weights must reach before a choice is taken, in hundredths.
///
/// The weights reproduce PolNeAR's annotation choice by choice. What they do not know, these numbers
/// add; they were chosen on its development part, GUM's and the seeds. At 0 more cues are missed
/// than made up, and not of all outlets alike. Readers who count what was said count no wishes and
/// deeds. And where the choice is close, content goes on to the end of the sentence.
extension Drafter {
  /// The sum above which a candidate is a cue.
  func cueMargin(_ context: CueContext, isSourced: Bool) -> Int32 {
    guard isSourced else {
      // "Is said to" hides its source; a noun has mostly lost it here.
      switch context.form {
      case .passive: return -60
      case .noun: return 150
      default: return 0
      }
    }
    let category = context.cue.category
    guard category.isPrivate || category == .belief else { return -60 }
    // "If the miners want peace", "Lee won't want to act": the writer's guess.
    if context.hasModal || isConditional(context) { return 400 }
    guard isStated(context) else { return 250 }
    return category == .belief ? -60 : 0
  }

  /// How much the whole rest of the sentence leads as the content of something said or written.
  func endLead(_ context: CueContext) -> Int32 {
    context.cue.category.quotes || context.cue.category == .reference ? 60 : 0
  }

  /// How much the sentence's beginning leads as that of a content before its cue.
  static let startLead: Int32 = 60

  /// Whether its clause says that somebody thinks, feels or does so: a tensed verb or "is
  /// confident"; no participle, infinitive or noun.
  private func isStated(_ context: CueContext) -> Bool {
    switch context.form {
    case .past, .present, .passive: true
    case .adjective: context.span.start < context.candidate.tokens.start
    case .ing, .infinitive, .noun, .other: false
    }
  }

  private func isConditional(_ context: CueContext) -> Bool {
    let low = max(context.bounds.start, context.span.start - 6)
    return (low..<context.span.start).contains { scan.kinds[$0] == .if }
  }
}
