public import DeskAnalysis
import DeskText

/// How loaded the wording of one sentence is, and the words that make it so.
///
/// The score is the sum of the weights of the different entries found in it: an entry that comes
/// twice counts once, since what is repeated is not more intense. `own` adds up what the outlet says
/// itself, `quoted` what stands inside quotation marks. Weights come from a logistic regression
/// (see `loaded.tsv`), so that their sum grows with the log odds that annotators call the sentence
/// biased; it is no probability, and long sentences have more room for it.
public struct SentenceScore: Hashable, Sendable {
  /// The sentence's number in its analysis.
  public var sentence: Int
  /// The sum in the outlet's own voice.
  public var own: Double
  /// The sum inside quotation marks.
  public var quoted: Double
  /// The numbers of the findings in the analysis, in order.
  public var findings: [Int]

  /// The sentences of an article in which a loaded word stands, in order.
  public static func all(in analysis: borrowing Analysis) -> [SentenceScore] {
    var out: [SentenceScore] = []
    // A sentence has few of them: faster compared than hashed.
    var counted: [LoadedWord] = []
    for number in analysis.findings.indices
    where analysis.findings[number].analyzer == LoadedAnalyzer.name {
      let finding = analysis.findings[number]
      if out.last?.sentence != finding.sentence {
        out.append(SentenceScore(sentence: finding.sentence, own: 0, quoted: 0, findings: []))
        counted = []
      }
      let last = out.count - 1
      out[last].findings.append(number)
      let word = LoadedWord.of(finding, in: analysis.article.text)
      guard !counted.contains(word) else { continue }
      counted.append(word)
      if finding.isOwnVoice {
        out[last].own += finding.weight ?? 1
      } else {
        out[last].quoted += finding.weight ?? 1
      }
    }
    return out
  }

  /// The sentences that an outlet itself words most loadedly, the highest score first.
  ///
  /// Scores that are equal to two digits keep the order of the text.
  public static func highest(in analysis: Analysis, most: Int) -> [SentenceScore] {
    let scored = all(in: analysis).filter { $0.own > 0 }
    return Array(
      scored.sorted { a, b in
        let (left, right) = ((a.own * 100).rounded(), (b.own * 100).rounded())
        return left != right ? left > right : a.sentence < b.sentence
      }.prefix(most))
  }

  /// The words in an outlet's own voice, each entry once, the heaviest first.
  public func words(in analysis: Analysis) -> [String] {
    var counted: Set<LoadedWord> = []
    return findings.map { analysis.findings[$0] }.filter {
      $0.isOwnVoice && counted.insert(LoadedWord.of($0, in: analysis.article.text)).inserted
    }.enumerated().sorted { a, b in
      let (left, right) = (a.element.weight ?? 1, b.element.weight ?? 1)
      return left != right ? left > right : a.offset < b.offset
    }.map { analysis.article.text[$0.element.extent] }
  }
}

/// What makes two loaded findings one: the entry, and for scare quotes, which share one, the words.
struct LoadedWord: Hashable {
  var line: Int
  var lexicon: String
  var words: [UInt8]
  var isOwnVoice: Bool

  static func of(_ finding: Finding, in text: Text) -> LoadedWord {
    let evidence = finding.evidence
    let isByWords = evidence == nil || finding.category == "scare_quote"
    return LoadedWord(
      line: evidence?.line ?? 0, lexicon: evidence?.lexicon ?? "",
      words: isByWords ? Folding.folded(text.utf8[finding.extent.range]) : [],
      isOwnVoice: finding.isOwnVoice)
  }

  /// Mostly by the line alone: two lists seldom have a word on the same one.
  func hash(into hasher: inout Hasher) {
    hasher.combine(line)
    if !words.isEmpty { hasher.combine(words) }
  }
}
