public import DeskAnalysis
import DeskText

/// One source of one article, with everything it is cited for.
public struct ArticleSource: Hashable, Sendable {
  /// The fullest name under which the article cites it.
  public var name: String
  public var type: SourceType
  /// How often something is attributed to it.
  public var attributions: Int
  /// How many of them are quotations, wholly or partly.
  public var quotations: Int
  public var secondHand: Int
  /// The words of what is attributed to it.
  public var words: Int
  /// Where it is first cited, as a share of the text's length: 0 is the beginning.
  public var firstPosition: Double
  /// Its cues as they stand in the text, in order, each once.
  public var cues: [String]
  /// The stances of its cues, in order, each once.
  public var stances: [String]
  /// The numbers of its findings in the analysis.
  public var findings: [Int]

  /// Whether it is a bare pronoun that nobody was found for: somebody who is cited, but no voice of
  /// its own.
  public var isPronoun: Bool {
    Self.pronouns.contains(String(decoding: Folding.folded(name.utf8), as: UTF8.self))
  }

  private static let pronouns: Set<String> = [
    "he", "she", "they", "it", "i", "we", "you", "who", "which", "that", "him", "her", "them", "us",
  ]

  /// The sources of an article in the order in which they first speak.
  ///
  /// Attributions belong to one source where their analyzer says so (`entity`), or where the
  /// words that name it fold to the same. Nobody is no source, but may be asked for: then what is
  /// attributed to nobody stands under an empty name.
  public static func all(
    in analysis: Analysis, includingNobody: Bool = false
  ) -> [ArticleSource] {
    var order: [ArticleSource] = []
    var numbers: [[UInt8]: Int] = [:]
    for (number, finding) in analysis.findings.enumerated() where finding.analyzer == "attribution"
    {
      let source = finding.part(.source)
      guard source != nil || includingNobody else { continue }
      let name =
        finding.detail("entity") ?? source.map { analysis.article.text[$0.extent] } ?? ""
      let type = SourceType(of: finding)
      let key = Folding.folded(name.utf8)
      let index = numbers[key] ?? order.count
      if index == order.count {
        numbers[key] = index
        order.append(
          ArticleSource(
            name: name, type: type, attributions: 0, quotations: 0, secondHand: 0, words: 0,
            firstPosition: Double(finding.extent.start)
              / Double(max(1, analysis.article.text.count)),
            cues: [], stances: [], findings: []))
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
      words += content.pieces.reduce(0) { $0 + analysis.wordCount(in: $1) }
      if content.kind != nil, content.kind != "indirect" { quotations += 1 }
    }
    if let cue = finding.part(.cue) {
      let text = analysis.article.text[cue.extent]
      if !cues.contains(text) { cues.append(text) }
    }
    if let stance = finding.detail("stance"), !stances.contains(stance) { stances.append(stance) }
  }
}
