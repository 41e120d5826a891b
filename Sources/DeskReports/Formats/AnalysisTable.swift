public import DeskAnalysis
public import DeskComparison
import DeskText

/// One line an article, aligned for people at a terminal: counts, words beside them.
public struct AnalysisTable: StreamFormat {
  public static let name = "table"
  public static let tellsPlaces = false

  private static let shown = [
    "attributions", "sources", "hedges", "boosters", "loaded_own", "labels",
  ]
  private static let headings = [
    "words", "attrib", "sources", "hedges", "boosts", "loaded", "labels",
  ]
  private static let nameWidth = 44

  private let measures: Measures
  /// The numbers of the dictionaries' measures, all categories of each together.
  private let dictionaries: [Int]

  public init(columns: [String], measures: Measures) {
    self.measures = measures
    dictionaries = measures.members.indices.filter {
      measures.members[$0].part.map { $0.category == nil } ?? false
    }
  }

  public func writeHeader(to output: inout Output) {
    output.write(Self.padded("article", to: Self.nameWidth))
    let names = dictionaries.map { String(measures.members[$0].name.prefix(8)) }
    for heading in Self.headings + names { Self.writeRight(heading, to: &output) }
    output.write(0x0A)
  }

  public func write(_ analysis: Analysis, to output: inout Output) {
    let counts = ArticleCounts(analysis, measures: measures)
    let name = [analysis.article.outlet, analysis.article.title ?? analysis.article.id]
      .compactMap { $0 }.joined(separator: ": ")
    output.write(Self.padded(name, to: Self.nameWidth))
    Self.writeRight("\(counts.words)", to: &output)
    for index in Self.shown.compactMap({ measures.index($0) }) + dictionaries {
      Self.writeRight(measures.isCounted[index] ? "\(counts.counts[index])" : "–", to: &output)
    }
    output.write(0x0A)
  }

  /// Cut or filled to a width in characters.
  private static func padded(_ text: String, to width: Int) -> String {
    let line = String(text.map { $0.isNewline ? " " : $0 })
    if line.count > width { return line.prefix(width - 1) + "…" }
    return line + String(repeating: " ", count: width - line.count)
  }

  private static func writeRight(_ text: String, to output: inout Output) {
    output.write(String(repeating: " ", count: max(1, 9 - text.count)))
    output.write(text)
  }
}
