import Copydesk
import Testing

/// What looks like an attribution and is none, and what needs no verb to be one.
@Suite("Attribution, its limits")
struct AttributionLimitsTests {
  private func cues(_ string: String) -> [String?] {
    AttributionAnalyzerTests.found(in: string).map { $0[1] }
  }

  @Test(
    "an appearance to nobody is a hedge, not an attribution",
    arguments: [
      "The bridge appears to be safe.", "Élise’s plan seems dead.",
      "The two attacks appeared unconnected.",
    ])
  func appearances(text: String) { #expect(cues(text) == []) }

  @Test("an adverb that doubts leaves the cue to its verb")
  func doubledDistance() {
    let found = AttributionAnalyzerTests.found(
      in: "A tweet from a rebel account reportedly claimed that 15 fighters were killed in Łódź.")
    #expect(found.map { $0[1] }.contains("reportedly claimed"))
  }

  @Test("claims that are talked about claim nothing")
  func describedClaims() {
    #expect(
      cues("He said the blast left 30 dead — claims that could not be verified.") == ["said"])
  }

  @Test(
    "a word in its other sense is no cue",
    arguments: [
      "The Bourbons ruled Naples for a century.", "The army offered amnesty to villagers.",
      "She told nobody, and the video posted on the site was deleted.",
    ])
  func senses(text: String) {
    #expect(!cues(text).contains { ["ruled", "offered", "posted"].contains($0) })
  }

  @Test("reports that surface are hearsay: content, and nobody behind it")
  func hearsay() {
    #expect(
      AttributionAnalyzerTests.found(in: "Reports surfaced that the dam near Málaga had failed.")
        == [[nil, "Reports surfaced", "that the dam near Málaga had failed"]])
  }

  @Test("an outlet’s name alone before a block is its source, and the block keeps its own")
  func block() {
    let text = """
      The rebels won on Friday, and the news went round.

      Washington Post:

      The rebels took three towns, Mayor Jürgen Ek said.

      They left the next day.

      According to Fox News, they came back.
      """
    let found = AttributionAnalyzerTests.found(in: text)
    let block = found.first { $0[1] == ":" }
    #expect(block?[0] == "Washington Post")
    #expect(block?[2]?.contains("They left the next day") == true)
    #expect(block?[2]?.contains("came back") == false)
    #expect(found.contains { $0[1] == "said" })
  }

  @Test(
    "the person is found among the names of a source",
    arguments: [
      ("The envoy to Tajikistan, Zahir Ağbar, said that it rained.", "Zahir Ağbar"),
      ("Resistance leader Ahmad Massoud Jr. said that it rained.", "Ahmad Massoud Jr"),
      ("Ahmad Massoud, the son of Ahmad Shah Massoud, said that it rained.", "Ahmad Massoud"),
      ("Habibullah, a farmer from Łódź, said that it rained.", "Habibullah"),
    ])
  func persons(text: String, name: String) {
    let finding = AttributionAnalyzerTests.findings(in: text).first
    #expect(finding?.detail("entity") == name)
  }

  @Test("a junior is the same person by his last name alone")
  func junior() {
    let text = "Ahmad Massoud Jr. said that it rained. Massoud said that he would stay."
    let entities = AttributionAnalyzerTests.findings(in: text).map { $0.detail("entity") }
    #expect(Set(entities).count == 1)
  }
}
