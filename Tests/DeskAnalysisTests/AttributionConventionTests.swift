import Testing

/// What counts as an attribution where annotations differ, and how far contents reach.
@Suite("Attribution: conventions")
struct AttributionConventionTests {
  private static func cues(in text: String) -> [String?] {
    AttributionAnalyzerTests.found(in: text).map { $0[1] }
  }

  @Test(
    "what nobody has uttered is no attribution",
    arguments: [
      "The letter went to residents refusing to pay the fee.",
      "If the miners want peace, they may get it.",
      "The mayor would want to act with care.",
      "The club is known as the Second Resistance of the valley.",
    ])
  func unuttered(text: String) {
    #expect(Self.cues(in: text).isEmpty)
  }

  @Test("a relative passive is about what its pronoun stands for")
  func relativePassive() {
    let found = AttributionAnalyzerTests.found(
      in: "The raid on Ames, Boone and Perry, which was confirmed by a former minister, was brief.")
    #expect(found == [["a former minister", "was confirmed", "The raid on Ames, Boone and Perry"]])
  }

  @Test("whom a passive tells of is not who tells it, and a sentence may begin with who")
  func toldOf() {
    for text in [
      "The front is behind Amrullah Saleh, who is widely believed to be in the valley.",
      "The mayor, who was reported to have left, is back.",
    ] {
      let found = AttributionAnalyzerTests.found(in: text)
      #expect(found.count == 1)
      #expect(found.allSatisfy { $0[0] == nil })
    }
    _ = AttributionAnalyzerTests.found(in: "It rained on the owners,\n\nwho knows, said Zoë.")
    _ = AttributionAnalyzerTests.found(in: "They left,\n\nwho said it would rain?")
  }

  @Test("what an outlet is cited for ends another's content, and holds it")
  func reference() {
    let text = "Zoë Núñez said that the bridge was safe, as reported by The Washington Post."
    #expect(Self.cues(in: text) == ["as reported by", "said"])
    #expect(
      Self.cues(in: "“Our flag, our identity,” they shouted, according to Reuters.")
        == ["according to", "shouted"])
  }

  @Test("who said it at the end has the whole sentence")
  func trailing() {
    let text = "Abdul has been asking the council to guarantee safety for all, said Björn Ek."
    let found = AttributionAnalyzerTests.found(in: text)
    #expect(found.contains { $0[1] == "said" && $0[2]?.hasPrefix("Abdul has been") == true })
  }

  @Test("a colon leads past those spoken to")
  func colon() {
    let found = AttributionAnalyzerTests.found(
      in: "Zoë Núñez shouted to the crowd: “This is a big year for all of us.”")
    #expect(found.first?[2] == "“This is a big year for all of us.”")
  }

  @Test("a paragraph of quotation that no cue claims is the last speaker's")
  func orphan() {
    let text = """
      Ms. Ek pleaded for help from the town.

      “I write from the valley today, ready to follow in my mother’s steps.”
      """
    let found = AttributionAnalyzerTests.found(in: text)
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0[0] == "Ms. Ek" })
  }

  @Test("what else a source did is none of what it said")
  func beside() {
    let text =
      "Mr. Núñez said he welcomed the vote and added, “I’ll pay the whole fine, no problem.”"
    let found = AttributionAnalyzerTests.found(in: text)
    let contents = Dictionary(uniqueKeysWithValues: found.map { ($0[1], $0[2]) })
    #expect(
      contents == [
        "said": "he welcomed the vote", "added": "“I’ll pay the whole fine, no problem.”",
      ])
  }

  @Test("words before a quotation that is a sentence of its own are none of it")
  func utterance() {
    let found = AttributionAnalyzerTests.found(
      in:
        "In an interview with a radio station, Ms. Ek said, “I have lost a lot of friends over this.”"
    )
    #expect(found.map { $0[2] } == ["“I have lost a lot of friends over this.”"])
  }

  @Test("one quotation has one cue")
  func twins() {
    let text =
      "“The deal brings both networks together,” Mr. Ek said in a recent report on the sale."
    let found = AttributionAnalyzerTests.found(in: text)
    #expect(found == [["Mr. Ek", "said", "“The deal brings both networks together,”"]])
  }
}
