import DeskText

/// What the sums of weights must reach before a choice is taken, in hundredths.
///
/// The weights reproduce PolNeAR's annotation choice by choice. What they do not know, these numbers
/// add: that a seventh of the cues stand in no list, so that at 0 fewer are found than there are, and
/// that readers who count what was said count no wishes and deeds. They were chosen by
/// cross-validation on PolNeAR's train part so that its number of attributions comes out, with the
/// seeds in view for wishes and deeds. And where the choice is close, content goes on to the end of
/// the sentence.
extension Drafter {
  /// The sum above which a candidate is a cue.
  func cueMargin(_ context: CueContext, isSourced: Bool) -> Int32 {
    let category = context.cue.category
    guard isSourced else {
      // "Is said to" hides its source; "are focused" has nobody to hide.
      switch context.form {
      case .passive: return category.isPrivate ? 0 : -60
      case .noun: return 0
      default: return -60
      }
    }
    guard category.isPrivate || category == .belief else {
      let isOpen = context.form.isTensed
      if category.quotes || category == .reference { return isOpen ? -180 : -150 }
      return isOpen ? -150 : -60
    }
    // "If the miners want peace", "Lee won't want to act": the writer's guess.
    if context.hasModal || isConditional(context) { return 300 }
    // "Praising the deal": a judgement is mostly spoken.
    if category == .judgement, context.form == .ing { return 0 }
    guard isStated(context) else { return 250 }
    switch category {
    case .belief: return -60
    case .judgement: return 80
    default: return context.form == .adjective ? 0 : 90
    }
  }

  /// The sum above which an attribution inside another's content stands beside it; below, more do, and
  /// contents are cut that were right.
  static var nestedMargin: Int32 { 0 }

  /// How much the whole rest of the sentence leads as the content of something said or written.
  func endLead(_ context: CueContext) -> Int32 {
    context.cue.category.quotes || context.cue.category == .reference ? 120 : 0
  }

  /// How much the sentence's beginning leads as that of a content before its cue.
  static var startLead: Int32 { 60 }

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
