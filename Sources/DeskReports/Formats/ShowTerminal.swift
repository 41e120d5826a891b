public import DeskAnalysis
import DeskComparison
import DeskReading
import DeskText

/// The article in a terminal, findings between signs, and in colour where that is wanted.
public struct ShowTerminal: ShowFormat {
  public static let name = "terminal"

  private let options: ShowOptions
  private let citations: [String: Citation]

  public init(options: ShowOptions) {
    self.options = options
    citations = options.citations.byKey
  }

  public func writeHeader(to output: inout Output) {
    let kinds = MarkKind.legend(hasDictionaries: !options.measures.ofDictionaries.isEmpty)
    for kind in kinds where kind != .content {
      write(mark: kind, around: kind.meaning, to: &output)
      let endsLine = kind == .hedge || kind == .label || kind == .dictionary
      output.write(endsLine ? "\n" : "  ")
    }
    output.write("\n")
  }

  public func write(_ analysis: Analysis, to output: inout Output) {
    let article = analysis.article
    let title = article.title ?? article.id
    write(title, style: "1", to: &output)
    output.write("\n")
    let known = [article.outlet, article.date, article.origin.description].compactMap { $0 }
    write(known.joined(separator: " · "), style: "2", to: &output)
    output.write("\n\n")
    let marks = Mark.all(in: analysis).filter { $0.kind != .content }
    for paragraph in paragraphs(of: article) {
      if options.showsReasons {
        writeSentences(in: paragraph.extent, of: analysis, marks: marks, to: &output)
      } else {
        write(paragraph.extent, of: analysis, marks: marks, to: &output)
        output.write("\n\n")
      }
    }
  }

  /// Each sentence on a line of its own, its reasons below.
  private func writeSentences(
    in extent: Extent<Unit.Byte>, of analysis: Analysis, marks: [Mark], to output: inout Output
  ) {
    for (number, sentence) in analysis.sentences.enumerated()
    where extent.contains(sentence.bytes) {
      write(sentence.bytes, of: analysis, marks: marks, to: &output)
      output.write("\n")
      for finding in analysis.findings where finding.sentence == number {
        write(reasonFor: finding, in: analysis, to: &output)
      }
    }
    output.write("\n")
  }

  private func write(
    reasonFor finding: Finding, in analysis: Analysis, to output: inout Output
  ) {
    let reason = Reason(finding, citations: citations)
    let words = analysis.article.text[finding.part(.cue)?.extent ?? finding.extent]
    var clauses = [
      "\(MarkKind(finding, role: finding.parts.first?.role).letter) \(words)", reason.what,
    ]
    if let kind = finding.part(.source)?.kind { clauses.append(kind) }
    clauses += finding.details.filter { $0.name != "label" }.map { "\($0.name) \($0.value)" }
    if let entry = reason.entry, let place = reason.place { clauses.append("\(entry) (\(place))") }
    if let precision = reason.precision { clauses.append(precision) }
    if let literature = reason.literature { clauses.append(literature) }
    write("    " + clauses.joined(separator: " · "), style: "2", to: &output)
    output.write("\n")
    for ground in finding.grounds {
      write("      " + told(ground, in: analysis), style: "2", to: &output)
      output.write("\n")
    }
  }

  /// "source: Ann Lee 4.10: 2.31 after the cue in general (attribution-weights.tsv:812), …".
  private func told(_ ground: Ground, in analysis: Analysis) -> String {
    let chosen = ground.extent.map { Wording.shortened(analysis.article.text[$0], to: 40) }
    let properties = ground.properties.map { property in
      let place = property.line.map { " (\(ground.file):\($0))" } ?? ""
      return "\(Self.signed(property.weight)) \(property.words)\(place)"
    }
    let head = ([ground.question] + [chosen].compactMap { $0 }).joined(separator: ": ")
    return "\(head) · sum \(Self.signed(ground.sum)) · " + properties.joined(separator: "; ")
  }

  /// With its sign and two places.
  private static func signed(_ weight: Double) -> String {
    let hundredths = Int((weight * 100).rounded())
    let digits = abs(hundredths) % 100
    let sign = hundredths < 0 ? "−" : "+"
    return "\(sign)\(abs(hundredths) / 100).\(digits < 10 ? "0" : "")\(digits)"
  }

  private func write(
    _ extent: Extent<Unit.Byte>, of analysis: Analysis, marks: [Mark], to output: inout Output
  ) {
    let text = analysis.article.text
    for segment in MarkedSegment.all(in: extent, marks: marks) {
      for index in Mark.told(segment.marks, of: marks)
      where marks[index].extent.start == segment.extent.start {
        write(signs(of: marks[index].kind).open, style: colour(of: marks[index].kind), to: &output)
      }
      if let inner = segment.marks.last {
        write(text[segment.extent], style: colour(of: marks[inner].kind), to: &output)
      } else {
        write(text[segment.extent], style: nil, to: &output)
      }
      for index in Mark.told(segment.marks, of: marks).reversed()
      where marks[index].extent.end == segment.extent.end {
        write(signs(of: marks[index].kind).close, style: colour(of: marks[index].kind), to: &output)
      }
    }
  }

  private func write(mark kind: MarkKind, around text: String, to output: inout Output) {
    write(
      signs(of: kind).open + text + signs(of: kind).close, style: colour(of: kind), to: &output)
  }

  /// Writes words with the control characters of an article made harmless.
  private func write(_ text: String, style: String?, to output: inout Output) {
    let isStyled = options.isColoured && style != nil
    if isStyled, let style { output.write("\u{1B}[\(style)m") }
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 && scalar != "\n" || (0x7F..<0xA0).contains(scalar.value)
      output.write(isControl ? "\u{FFFD}" : String(scalar))
    }
    if isStyled { output.write("\u{1B}[0m") }
  }

  /// Told apart without colour.
  private func signs(of kind: MarkKind) -> (open: String, close: String) {
    switch kind {
    case .source: ("{", "}")
    case .cue: ("<", ">")
    case .content: ("", "")
    case .hedge: ("~", "~")
    case .booster: ("^", "^")
    case .loaded: ("!", "!")
    case .quotedLoaded: ("?", "?")
    case .label: ("#", "#")
    case .dictionary: ("[", "]")
    }
  }

  private func colour(of kind: MarkKind) -> String {
    switch kind {
    case .source: "34"
    case .cue: "36"
    case .content: "0"
    case .hedge: "33"
    case .booster: "32"
    case .loaded: "31"
    case .quotedLoaded: "35"
    case .label: "4"
    case .dictionary: "1"
    }
  }
}
