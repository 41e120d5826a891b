import Copydesk

/// Finds where a text says, or lets the reader think, that one thing came of another.
///
/// "Led to" claims a cause; "amid" sets two things side by side and leaves the rest to the reader.
/// What is only asked ("Did the speech lead to the riot?") carries the detail `asked`.
struct CausesAnalyzer: Analyzer {
  static let name = "causes"
  private let lexicons: [Lexicon]

  init(lexicons: [Lexicon]) { self.lexicons = lexicons }

  func findings(in reading: Reading, matches: [Match]) -> [Finding] {
    Matcher.longest(matches).map { match in
      var finding = Finding(Self.name, match, in: reading, lexicons: lexicons)
      if isAsked(reading.sentences[finding.sentence], in: reading.words) {
        finding.details.append(Detail(name: "asked", value: "true"))
      }
      return finding
    }
  }

  /// Whether a sentence ends with a question mark; a closing quotation mark may follow it.
  private func isAsked(_ sentence: Sentence, in words: Words) -> Bool {
    sentence.tokens.range.suffix(2).contains { words.string($0) == "?" }
  }
}
