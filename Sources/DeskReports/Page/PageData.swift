import DeskAnalysis
import DeskComparison
import DeskLexicons
import DeskReading
import DeskText

/// What the page's script knows beside the articles: names, as JSON inside a script element.
struct PageData {
  var outlets: [String]
  var isSampled: Bool
  var citations: [Citation]
  var measures = Measures.own

  func write(to output: inout Output) {
    var inner = Output()
    var json = JSONWriter()
    json.beginObject(to: &inner)
    json.member("outlets", outlets, to: &inner)
    json.member("measures", measures.members.map { $0.label.lowercased() }, to: &inner)
    json.member("literature", citations.map(\.citation), to: &inner)
    json.member("sampled", isSampled, to: &inner)
    json.endObject(to: &inner)
    output.writeScript(inner, attributes: "id=\"data\"")
  }
}

extension Output {
  /// Writes JSON as a script element; nothing inside may end the element or open a comment.
  fileprivate mutating func writeScript(_ json: Output, attributes: String) {
    write("<script type=\"application/json\" \(attributes)>")
    for byte in json.bytes {
      if byte == 0x3C { write("\\u003c") } else { write(byte) }
    }
    write("</script>\n")
  }
}

/// The findings of one article, as JSON inside a script element at its end.
struct FindingsData {
  var analysis: Analysis
  /// The places of citations in the page's list, by key.
  var literature: [String: Int]
  var measures: Measures

  /// Details that have a member of their own, or that tell a reader nothing.
  private static let ownMembers: Set<String> = ["entity", "source_id", "source_head"]

  func write(to output: inout Output) {
    var inner = Output()
    var json = JSONWriter()
    var numbers: [Extent<Unit.Byte>: Int] = [:]
    var sentences: [Extent<Unit.Byte>] = []
    json.beginObject(to: &inner)
    json.key("f", to: &inner)
    json.beginArray(to: &inner)
    for finding in analysis.findings {
      let around = context(of: finding)
      if numbers[around] == nil {
        numbers[around] = sentences.count
        sentences.append(around)
      }
      write(finding, in: around, number: numbers[around] ?? 0, with: &json, to: &inner)
    }
    json.endArray(to: &inner)
    json.member("s", sentences.map { analysis.article.text[$0] }, to: &inner)
    json.endObject(to: &inner)
    output.writeScript(inner, attributes: "class=\"findings\"")
  }

  private func write(
    _ finding: Finding, in around: Extent<Unit.Byte>, number: Int, with json: inout JSONWriter,
    to output: inout Output
  ) {
    let text = analysis.article.text
    func part(_ role: Part.Role) -> String? { finding.part(role).map { text[$0.extent] } }
    json.beginObject(to: &output)
    json.member("k", finding.analyzer, to: &output)
    if let category = finding.category { json.member("c", category, to: &output) }
    let focus = focus(of: finding)
    json.member("s", number, to: &output)
    json.member("a", utf16(text, around.start, focus.start), to: &output)
    json.member("z", utf16(text, around.start, focus.end), to: &output)
    if let source = finding.detail("entity") ?? part(.source) {
      json.member("who", source, to: &output)
    }
    if let kind = finding.part(.source)?.kind { json.member("type", kind, to: &output) }
    if let id = finding.detail("source_id") { json.member("i", id, to: &output) }
    if let cue = part(.cue) { json.member("cue", cue, to: &output) }
    if let label = finding.label(in: analysis) {
      json.member("n", label.words, to: &output)
      json.member("w", label.actor, to: &output)
    }
    if finding.isInQuote { json.member("q", 1, to: &output) }
    let details = finding.details.filter { !Self.ownMembers.contains($0.name) }
    if !details.isEmpty {
      json.key("d", to: &output)
      json.beginArray(to: &output)
      for detail in details {
        json.beginArray(to: &output)
        json.string(spaced(detail.name), to: &output)
        json.string(detail.value, to: &output)
        json.endArray(to: &output)
      }
      json.endArray(to: &output)
    }
    if let evidence = finding.evidence {
      json.member("e", evidence.entry, to: &output)
      json.member("l", "\(evidence.lexicon):\(evidence.line)", to: &output)
      if let precision = evidence.precision { json.member("p", precision.told, to: &output) }
      if let key = evidence.source, let index = literature[key] {
        json.member("r", index, to: &output)
      }
    }
    json.key("m", to: &output)
    json.beginArray(to: &output)
    for (index, measure) in measures.members.enumerated() where measure.includes(finding, analysis)
    {
      json.number(index, to: &output)
    }
    json.endArray(to: &output)
    json.endObject(to: &output)
  }

  /// The words in question.
  private func focus(of finding: Finding) -> Extent<Unit.Byte> {
    finding.part(.cue)?.extent ?? finding.extent
  }

  /// The sentence around the words in question, or more where they leave it.
  private func context(of finding: Finding) -> Extent<Unit.Byte> {
    let focus = focus(of: finding)
    var number = finding.sentence
    while number + 1 < analysis.sentences.count,
      analysis.sentences[number].bytes.end <= focus.start
    { number += 1 }
    let sentence = analysis.sentences[number].bytes
    return sentence.contains(focus) ? sentence : sentence.union(focus)
  }

  /// The script counts UTF-16 code units.
  private func utf16(_ text: Text, _ start: Int, _ end: Int) -> Int {
    text[Extent<Unit.Byte>(start, end)].utf16.count
  }
}

/// A name of ours for people: `second_hand` is "second hand".
func spaced(_ name: String) -> String {
  String(decoding: name.utf8.map { $0 == 0x5F ? 0x20 : $0 }, as: UTF8.self)
}
