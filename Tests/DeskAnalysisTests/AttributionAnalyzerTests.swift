import Copydesk
import Testing

@Suite("Attribution")
struct AttributionAnalyzerTests {
  static let analysts = Analysts(.embedded, analyzers: [AttributionAnalyzer.self])

  /// Source, cue and content of the attributions of a text; pieces with " / " between.
  static func found(in string: String) -> [[String?]] {
    let reading = Reading(Text(string))
    return analysts.findings(in: reading).map { finding in
      [Part.Role.source, .cue, .content].map { role in
        finding.part(role).map { part in
          part.pieces.map { reading.text[$0] }.joined(separator: " / ")
        }
      }
    }
  }

  static func findings(in string: String) -> [Finding] {
    analysts.findings(in: Reading(Text(string)))
  }

  @Test("a plain clause gives source, cue and content")
  func indirect() {
    #expect(
      Self.found(in: "Zoë Núñez said that the bridge was safe.")
        == [["Zoë Núñez", "said", "that the bridge was safe"]])
  }

  @Test("an interrupted quotation is one content of two pieces")
  func interrupted() {
    #expect(
      Self.found(in: "The vote is over. “We won,” he said, “and we knew it from the start.”")
        == [["he", "said", "“We won,” / “and we knew it from the start.”"]])
  }

  @Test("a speaker may follow the verb")
  func inverted() {
    #expect(
      Self.found(in: "“The dam held through the night,” said Björn Ek, a city engineer.")
        == [["Björn Ek, a city engineer", "said", "“The dam held through the night,”"]])
  }

  @Test("according to names the source after it")
  func accordingTo() {
    #expect(
      Self.found(in: "The fire began in a café, according to police officials.")
        == [["police officials", "according to", "The fire began in a café"]])
  }

  @Test("what is inside a quotation is not looked at")
  func nested() {
    let found = Self.found(in: "“My mother said that I would win,” Ms. Ångström told reporters.")
    #expect(found.map { $0[1] } == ["told"])
  }

  @Test("what somebody tells of another's words is the other's, too")
  func retold() {
    let text = "Residents said that the mayor had told them that the bridge was safe."
    let found = Self.found(in: text)
    #expect(found.map { $0[0] } == ["Residents", "the mayor"])
    #expect(found.last?[2] == "that the bridge was safe")
  }

  @Test("a pronoun's words inside another's content are not marked")
  func retoldByPronoun() {
    let found = Self.found(in: "Residents said that he had told them that the bridge was safe.")
    #expect(found.map { $0[0] } == ["Residents"])
  }

  @Test("a quotation goes on in the next paragraph that is all quotation")
  func paragraphs() {
    let text = """
      “We are not leaving this town,” Mayor Łukasz Nowak said on Tuesday.

      “We have been here for a hundred years, and we will be here for a hundred more.”
      """
    let finding = Self.findings(in: text).first
    #expect(finding?.part(.content)?.pieces.count == 2)
    #expect(finding?.part(.content)?.kind == "direct")
  }

  @Test(
    "content is direct, mixed or indirect by its words in quotation marks",
    arguments: [
      ("“It is over, and it was long,” Zoë Ek said.", "direct"),
      ("Zoë Ek said that the plan was “a mess.”", "mixed"),
      ("Zoë Ek said that the plan was bad.", "indirect"),
    ])
  func forms(text: String, form: String) {
    #expect(Self.findings(in: text).first?.part(.content)?.kind == form)
  }

  @Test(
    "a source has a type",
    arguments: [
      ("Zoë Núñez said that the bridge was safe.", "named-person"),
      ("Senior officials said that the bridge was safe.", "unnamed-official"),
      ("Residents said that the café was full.", "unnamed-people"),
      ("The Washington Post reported that the bridge was safe.", "news-outlet"),
      ("The report said that the bridge was safe.", "document"),
      ("A tweet from the account said that the café was closed.", "social-media"),
    ])
  func types(text: String, type: String) {
    #expect(Self.findings(in: text).first?.part(.source)?.kind == type)
  }

  @Test("a pronoun stands for the person who spoke before")
  func pronouns() {
    let text =
      "Amrullah Núñez said that the bridge was safe. He said that the road was not."
    #expect(
      Self.findings(in: text).map { $0.detail("entity") } == ["Amrullah Núñez", "Amrullah Núñez"])
    #expect(Self.findings(in: text).last?.part(.source)?.kind == "named-person")
  }

  @Test("a cue has its stance and its line in the lexicon")
  func stance() {
    let finding = Self.findings(in: "The fighters claimed that they had taken the café.").first
    #expect(finding?.detail("stance") == "doubting")
    #expect(finding?.evidence?.lexicon == "attribution.tsv")
    #expect(finding?.evidence?.entry == "{claim/v}")
  }

  @Test("a negated cue says so")
  func negated() {
    let finding = Self.findings(in: "Zoë Núñez did not say whether she would run.").first
    #expect(finding?.detail("negated") == "true")
  }

  @Test(
    "text without attribution gives none",
    arguments: [
      "", "The rain fell on the café all day.", "\n\n", "…", "Mr.",
    ])
  func none(text: String) {
    #expect(Self.findings(in: text).isEmpty)
  }

  @Test(
    "every part lies inside the text and the finding",
    arguments: [
      "“", "said", "said “", "“We won” said", ": “a”", "According to", "He said: “Ünder",
      "Zoë said, ,",
      "“A.” “B,” he said, “C” “D",
    ])
  func bounds(text: String) {
    for finding in Self.findings(in: text) {
      #expect(finding.extent.end <= text.utf8.count)
      for part in finding.parts { #expect(finding.extent.contains(part.extent)) }
    }
  }
}
