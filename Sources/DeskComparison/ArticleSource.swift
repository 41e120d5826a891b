public import DeskAnalysis
import DeskText

/// One source of one article, with everything it is cited for.
public struct ArticleSource: Hashable, Sendable {
  /// As findings name it: `s3`; nil for nobody, and for a source that is left open.
  public var id: String?
  /// As first written; of a person in full, if the article ever gives the full name.
  public var name: String
  /// The word on which the phrase turns where it is first cited; of a person the last name.
  public var head: String?
  public var type: SourceType
  /// Whether it is a pronoun or a short name of which the article does not surely tell whom it
  /// means: somebody who is cited, but no voice of its own.
  public var isOpen: Bool
  /// How often something is attributed to it.
  public var attributions = 0
  /// How many of them are quotations, wholly or partly.
  public var quotations = 0
  /// How many of them are taken from another outlet's report.
  public var secondHand = 0
  /// The words of what is attributed to it.
  public var words = 0
  /// How many of them stand in quotation marks.
  public var quotedWords = 0
  /// Where it is first cited, in UTF-8 bytes of the text.
  public var firstStart: Int
  /// The same as a share of the text's length: 0 is the beginning.
  public var firstPosition: Double
  /// Its cues as they stand in the text, in order, each once.
  public var cues: [String] = []
  /// How often its cues take each stance.
  public var stances: [String: Int] = [:]
  /// The numbers of its findings in the analysis.
  public var findings: [Int] = []

  /// The sources of an article in the order in which they first speak.
  ///
  /// Attributions belong to one source where their analyzer says so (`source_id`). What it leaves
  /// open is gathered by pronoun. Nobody is no source, but may be asked for: then what is
  /// attributed to nobody stands under an empty name.
  public static func all(
    in analysis: Analysis, includingNobody: Bool = false
  ) -> [ArticleSource] {
    var order: [ArticleSource] = []
    var numbers: [String: Int] = [:]
    for (number, finding) in analysis.findings.enumerated() where finding.analyzer == "attribution"
    {
      let source = finding.part(.source)
      guard source != nil || includingNobody else { continue }
      let id = finding.detail("source_id")
      let written = source.map { analysis.article.text[$0.extent] } ?? ""
      let key =
        id ?? "?" + String(decoding: Folding.folded(written.utf8), as: UTF8.self)
      let index = numbers[key] ?? order.count
      if index == order.count {
        numbers[key] = index
        order.append(
          ArticleSource(
            id: id, name: finding.detail("entity") ?? written, head: finding.detail("source_head"),
            type: SourceType(of: finding), isOpen: source != nil && id == nil,
            firstStart: finding.extent.start,
            firstPosition: Double(finding.extent.start)
              / Double(max(1, analysis.article.text.count))))
      }
      order[index].add(finding, number: number, of: analysis)
    }
    return order
  }

  private mutating func add(_ finding: Finding, number: Int, of analysis: Analysis) {
    attributions += 1
    findings.append(number)
    if finding.holds("second_hand") { secondHand += 1 }
    if let content = finding.part(.content) {
      for piece in content.pieces {
        words += analysis.wordCount(in: piece)
        quotedWords += analysis.quotedWordCount(in: piece)
      }
      if content.kind != nil, content.kind != "indirect" { quotations += 1 }
    }
    if let cue = finding.part(.cue) {
      let text = analysis.article.text[cue.extent]
      if !cues.contains(text) { cues.append(text) }
    }
    stances[finding.detail("stance") ?? "neutral", default: 0] += 1
  }
}
