import DeskAnalysis
import DeskComparison
import DeskReading
import DeskText

/// What the page's script knows: every finding of the articles shown, as JSON inside a script
/// element.
struct PageData {
  var articles: [PageArticle]
  var outlets: [String]
  var isSampled: Bool
  var citations: [Citation]

  func write(to output: inout Output) {
    var inner = Output()
    var json = JSONWriter()
    json.beginObject(to: &inner)
    json.member("outlets", outlets, to: &inner)
    json.member("measures", measures.map { $0.label.lowercased() }, to: &inner)
    json.member("literature", citations.map(\.citation), to: &inner)
    json.member("sampled", isSampled, to: &inner)
    json.key("articles", to: &inner)
    json.beginArray(to: &inner)
    let keys = Dictionary(
      citations.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for article in articles {
      json.beginObject(to: &inner)
      json.member("outlet", article.outlet ?? 0, to: &inner)
      json.key("findings", to: &inner)
      json.beginArray(to: &inner)
      for finding in article.analysis.findings {
        write(finding, of: article.analysis, keys: keys, with: &json, to: &inner)
      }
      json.endArray(to: &inner)
      json.endObject(to: &inner)
    }
    json.endArray(to: &inner)
    json.endObject(to: &inner)
    output.write("<script type=\"application/json\" id=\"data\">")
    // Nothing inside may end the script element or open a comment.
    for byte in inner.bytes {
      if byte == 0x3C { output.write("\\u003c") } else { output.write(byte) }
    }
    output.write("</script>\n")
  }

  private func write(
    _ finding: Finding, of analysis: Analysis, keys: [String: Int], with json: inout JSONWriter,
    to output: inout Output
  ) {
    let text = analysis.article.text
    func part(_ role: Part.Role) -> String? { finding.part(role).map { text[$0.extent] } }
    json.beginObject(to: &output)
    json.member("k", finding.analyzer, to: &output)
    if let category = finding.category { json.member("c", category, to: &output) }
    let focus = finding.part(.cue)?.extent ?? finding.extent
    let around = context(of: finding, focus: focus, in: analysis)
    json.member("s", text[around], to: &output)
    json.member("a", utf16(text, around.start, focus.start), to: &output)
    json.member("z", utf16(text, around.start, focus.end), to: &output)
    if let source = finding.detail("entity") ?? part(.source) {
      json.member("who", source, to: &output)
    }
    if let kind = finding.part(.source)?.kind { json.member("type", kind, to: &output) }
    if let cue = part(.cue) { json.member("cue", cue, to: &output) }
    if finding.isInQuote { json.member("q", 1, to: &output) }
    let details = finding.details.filter { $0.name != "entity" }
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
      if let key = evidence.source, let index = keys[key] { json.member("r", index, to: &output) }
    }
    json.key("m", to: &output)
    json.beginArray(to: &output)
    for (index, measure) in measures.enumerated() where measure.includes(finding) {
      json.number(index, to: &output)
    }
    json.endArray(to: &output)
    json.endObject(to: &output)
  }

  /// The sentence around the words in question, or the words alone where they leave it.
  private func context(
    of finding: Finding, focus: Extent<Unit.Byte>, in analysis: Analysis
  ) -> Extent<Unit.Byte> {
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
