extension Feature {
  /// The property in words: "the word after the cue is a comma".
  func words(_ cues: CueList) -> String {
    let names = names(cues)
    let parts = names.value.split(separator: " ", maxSplits: 1).map { Self.plain(String($0)) }
    let first = parts.first ?? ""
    let last = parts.last ?? ""
    return switch aspect {
    case .bias: "\(first) in general"
    case .previous: "\(last) before the cue (\(first))"
    case .next: "\(last) after the cue (\(first))"
    case .before: "\(last) stands before it (\(first))"
    case .first: "begins with \(last) (\(first))"
    case .last: "ends with \(last) (\(first))"
    case .after: "\(last) follows (\(first))"
    case .category: "cues of the category \(first)"
    case .length: "length step \(last) (\(first))"
    case .quoted: "quotation marks, step \(last) (\(first))"
    case .type: "place of the source: \(first), step \(last)"
    case .order: "order step \(last) (\(first))"
    case .head: "the source turns on \(first)"
    case .inside: "has \(last) inside (\(first))"
    case .left: "\(first), then \(last) at its beginning"
    case .right: "\(first), then \(last) at its end"
    case .context: "\(first) together with \(last)"
    case .beyond: "\(first) and \(last) next to it"
    case .verb: "\(first), then \(last) as next verb"
    case .rest: "commas, clauses and verbs in it: step \(last) (\(first))"
    case .opening: "\(first) at length step \(last)"
    case .entry: "the entry \(names.value)"
    case .precision: "the entry's precision, step \(first) of 20"
    case .group: "negation, modal and form of the cue: step \(first)"
    case .position: "place in the article and form of the cue: step \(first)"
    case .commas: "\(first), with commas before and after: step \(last)"
    case .around: "\(first) before the word there and \(last) after it"
    case .segment: "\(first), verbs up to the next mark: step \(last)"
    case .trailing: "\(first) stands before it, and \(last) tokens follow the cue (3: or more)"
    case .sentence: "the sentence begins with \(first) (side and quotation marks: step \(last))"
    case .clause: "\(first) before the source, for the cue's category (\(last))"
    case .subordinate: "if, when, though or because before the source: step \(first)"
    case .governor: "\(first) before the infinitive, for the cue's category (\(last))"
    case .utterance: "a quotation at hand, step \(last) (\(first))"
    case .agreement: "\(first) before the cue, with both endings: step \(last)"
    case .concord: "the source turns on \(first), with both endings: step \(last)"
    case .joint: "\(first), then a verb like the cue or unlike it: step \(last)"
    case .entryNext: "the entry and the word after it, \(names.value)"
    case .entryForm: "the entry and the form of the cue, \(names.value)"
    }
  }

  /// A kind's or a place's name as a reader understands it.
  private static func plain(_ name: String) -> String { plainNames[name] ?? name }

  private static let plainNames = [
    "edge": "the sentence's end or beginning", "comma": "a comma", "dash": "a dash",
    "colon": "a colon", "semicolon": "a semicolon", "stop": "a full stop", "open": "a bracket",
    "close": "a closing bracket", "quote": "a quotation mark", "mark": "another mark",
    "pronoun": "a pronoun", "objectPronoun": "an object pronoun", "article": "an article",
    "demonstrative": "a demonstrative", "possessive": "a possessive",
    "quantifier": "a number word or quantifier", "preposition": "a preposition",
    "be": "a form of be", "have": "a form of have", "do": "a form of do", "modal": "a modal verb",
    "adverb": "an adverb", "manner": "a word in -ly", "weekday": "a weekday", "month": "a month",
    "timeUnit": "a word for a time", "timeLead": "last, next, late or early",
    "ing": "a word in -ing", "ed": "a word in -ed", "cue": "a verb that is often a cue",
    "saying": "a participle of saying", "title": "a title", "role": "a role like spokesman",
    "thing": "a text or medium", "capital": "a capital", "number": "a number",
    "clitic": "a possessive 's", "word": "some other word", "none": "nobody",
    "adjacent": "right before the cue", "apposition": "before the comma at the cue",
    "parted": "before an earlier comma", "antecedent": "the source of the cue before",
    "subject": "the subject of the sentence", "inverted": "after the cue",
    "agent": "after by", "named": "after according to", "right": "content after the cue",
    "left": "content before the cue", "both": "content on both sides",
  ]
}
