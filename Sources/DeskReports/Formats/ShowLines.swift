public import DeskAnalysis
import DeskText

/// One line a finding, as compilers tell their warnings: editors jump to its place in the file.
public struct ShowLines: ShowFormat {
  public static let name = "lines"

  private let options: ShowOptions
  private let citations: [String: Citation]

  public init(options: ShowOptions) {
    self.options = options
    citations = options.citations.byKey
  }

  public func write(_ analysis: Analysis, to output: inout Output) {
    let article = analysis.article
    let starts = analysis.findings.map { focus(of: $0).start }
    var places: [Int: SourcePlaces.Place] = [:]
    if article.origin.line == nil, let source = options.source(article) {
      places = SourcePlaces(source, isPage: Self.isPage(source)).places(of: starts, in: article)
    }
    for (finding, start) in zip(analysis.findings, starts) {
      // A record of a table has a line; where nothing is known, the file's first place is named.
      let place = places[start] ?? SourcePlaces.Place(line: article.origin.line ?? 1, column: 1)
      let input = article.origin.input
      output.write("\(Self.harmless(input)):\(place.line):\(place.column): ")
      output.write(Self.harmless(told(finding, in: analysis)))
      output.write("\n")
    }
  }

  private func focus(of finding: Finding) -> Extent<Unit.Byte> {
    finding.part(.cue)?.extent ?? finding.extent
  }

  /// `hedging: reportative: “reportedly” (hedging.tsv:301)`.
  private func told(_ finding: Finding, in analysis: Analysis) -> String {
    let reason = Reason(finding, citations: citations)
    let text = analysis.article.text
    var out = "\(reason.what): “\(text[focus(of: finding)])”"
    if let source = finding.part(.source) { out += ", source “\(text[source.extent])”" }
    if finding.isInQuote { out += ", quoted" }
    if let place = reason.place { out += " (\(place))" }
    if options.showsReasons {
      let reasons = [reason.entry.map { "entry \($0)" }, reason.precision, reason.literature]
      out += reasons.compactMap { $0 }.map { "; \($0)" }.joined()
    }
    return out
  }

  /// One line, without control characters.
  private static func harmless(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? " " : scalar
        }))
  }

  /// A page begins with a tag.
  private static func isPage(_ source: [UInt8]) -> Bool {
    source.prefix(1000).first { $0 > 0x20 && $0 < 0x80 } == 0x3C
  }
}
