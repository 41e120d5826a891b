public import DeskAnalysis
public import DeskComparison
import DeskReading
import DeskText

/// One JSON object a line, an article each, with all its findings.
///
/// Evaluation programs and other people's scripts parse this: members may be added, none renamed.
/// Positions are Unicode code points into `text`, ends exclusive.
public struct AnalysisNDJSON: StreamFormat {
  public static let name = "ndjson"

  private let columns: [String]
  private let measures: Measures
  /// The measures that are counted, with what stands round their numbers in every article.
  private let frames: [MeasureFrame]
  private let evidenceFrames = Spares { EvidenceFrames() }

  public init(columns: [String], measures: Measures) {
    self.columns = columns
    self.measures = measures
    frames = measures.members.indices.filter { measures.isCounted[$0] }.map {
      MeasureFrame(measures.members[$0], number: $0)
    }
  }

  public func write(_ analysis: Analysis, to output: inout Output) {
    let article = analysis.article
    output.expect(article.text.count * Self.linesShare)
    var json = JSONWriter()
    json.beginObject(to: &output)
    json.members(of: article, columns: columns, to: &output)
    json.key("text", to: &output)
    json.string(article.text, to: &output)
    json.member("words", analysis.wordCount, to: &output)
    json.member("quoted_words", analysis.quotedWordCount, to: &output)
    json.member("sentences", analysis.sentences.count, to: &output)
    writeMetrics(ArticleCounts(analysis, measures: measures), with: &json, to: &output)
    let places = CodePoints(of: article.text)
    json.key("findings", to: &output)
    json.beginArray(to: &output)
    evidenceFrames.lend { evidence in
      let findings = FindingJSON(text: article.text, places: places, evidence: evidence)
      for index in analysis.findings.indices {
        findings.write(analysis.findings[index], with: &json, to: &output)
      }
    }
    json.endArray(to: &output)
    if analysis.suppressed.total > 0 {
      json.member("suppressed", analysis.suppressed.total, to: &output)
    }
    writeScores(of: analysis, places: places, with: &json, to: &output)
    json.endObject(to: &output)
    output.write(0x0A)
  }

  /// So many times as long as its text is an article's line, or somewhat shorter.
  private static let linesShare = 8

  /// How loaded the sentences are in which a loaded word stands.
  private func writeScores(
    of analysis: Analysis, places: CodePoints, with json: inout JSONWriter, to output: inout Output
  ) {
    json.key("loaded_sentences", to: &output)
    json.beginArray(to: &output)
    for score in SentenceScore.all(in: analysis) {
      let place = places.extent(analysis.sentences[score.sentence].bytes)
      json.beginObject(to: &output)
      json.member("sentence", score.sentence, to: &output)
      json.member("start", place.start, to: &output)
      json.member("end", place.end, to: &output)
      json.member("own", score.own, digits: 2, to: &output)
      json.member("quoted", score.quoted, digits: 2, to: &output)
      json.endObject(to: &output)
    }
    json.endArray(to: &output)
  }

  private func writeMetrics(
    _ counts: ArticleCounts, with json: inout JSONWriter, to output: inout Output
  ) {
    json.key("metrics", to: &output)
    json.beginObject(to: &output)
    for frame in frames { frame.write(counts, with: &json, to: &output) }
    json.endObject(to: &output)
  }
}

/// A measure's member of `metrics`, but for its two numbers.
private struct MeasureFrame {
  private let number: Int
  private let base: Measure.Base
  private let beforeCount: [UInt8]
  private let afterBase: [UInt8]

  init(_ measure: Measure, number: Int) {
    self.number = number
    base = measure.base
    var json = JSONWriter()
    var output = Output()
    json.key(named: measure.name, to: &output)
    json.beginObject(to: &output)
    json.key("count", to: &output)
    beforeCount = output.take()
    json.bool(true, to: &output)
    _ = output.take()
    json.member("unit", measure.base.unit, to: &output)
    json.endObject(to: &output)
    afterBase = output.take()
  }

  func write(_ counts: ArticleCounts, with json: inout JSONWriter, to output: inout Output) {
    beforeCount.withUnsafeBufferPointer { json.members(asWritten: $0, to: &output) }
    output.write(number: counts.counts[number])
    output.write(contentsOf: Self.between)
    output.write(number: counts.denominator(base))
    output.write(contentsOf: afterBase)
  }

  private static let between = Array(",\"of\":".utf8)
}

/// The findings of one article as JSON objects.
struct FindingJSON {
  let text: Text
  let places: CodePoints
  let evidence: EvidenceFrames

  func write(_ finding: Finding, with json: inout JSONWriter, to output: inout Output) {
    json.beginObject(to: &output)
    json.member("analyzer", finding.analyzer, to: &output)
    writePlace(finding.extent, with: &json, to: &output)
    let parts = finding.parts
    if parts.isEmpty {
      json.key("text", to: &output)
      json.string(text, finding.extent, to: &output)
    } else {
      for role in Part.Role.allCases { writePart(role, of: parts, with: &json, to: &output) }
      let source = parts.indices.first { parts[$0].role == .source }
      json.member("source_type", source.flatMap { parts[$0].kind }, to: &output)
    }
    json.member("category", finding.category, to: &output)
    evidence.write(of: finding, with: &json, to: &output)
    json.member("weight", finding.weight, digits: 3, to: &output)
    json.member("in_quote", finding.isInQuote, to: &output)
    json.member("sentence", finding.sentence, to: &output)
    let details = finding.details
    for index in details.indices { write(details[index], with: &json, to: &output) }
    json.endObject(to: &output)
  }

  private func write(_ detail: Detail, with json: inout JSONWriter, to output: inout Output) {
    json.key(named: detail.name, to: &output)
    // Most details are names: too long for a yes or no.
    guard detail.value.utf8.count <= 5 else { return json.string(detail.value, to: &output) }
    switch detail.value {
    case "true", "yes": json.bool(true, to: &output)
    case "false", "no": json.bool(false, to: &output)
    default: json.string(detail.value, to: &output)
    }
  }

  private func writePart(
    _ role: Part.Role, of parts: [Part], with json: inout JSONWriter, to output: inout Output
  ) {
    switch role {
    case .cue: json.key("cue", to: &output)
    case .source: json.key("source", to: &output)
    case .content: json.key("content", to: &output)
    }
    guard let number = parts.indices.first(where: { parts[$0].role == role }) else {
      return json.null(to: &output)
    }
    let part = parts[number]
    json.beginObject(to: &output)
    writePlace(part.extent, with: &json, to: &output)
    json.key("text", to: &output)
    json.string(text, part.extent, to: &output)
    switch role {
    case .cue: break
    case .source: json.member("type", (part.sourceType ?? .nobody).family, to: &output)
    case .content: json.member("form", part.kind, to: &output)
    }
    if part.isInterrupted {
      json.key("spans", to: &output)
      json.beginArray(to: &output)
      for piece in part.pieces {
        let place = places.extent(piece)
        json.beginArray(to: &output)
        json.number(place.start, to: &output)
        json.number(place.end, to: &output)
        json.endArray(to: &output)
      }
      json.endArray(to: &output)
    }
    json.endObject(to: &output)
  }

  private func writePlace(
    _ extent: Extent<Unit.Byte>, with json: inout JSONWriter, to output: inout Output
  ) {
    let place = places.extent(extent)
    json.member("start", place.start, to: &output)
    json.member("end", place.end, to: &output)
  }
}
