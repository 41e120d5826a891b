import Copydesk
import DeskTestSupport
import Testing

struct HedgingAnalyzerTests {
  private static let analysts = Analysts(.embedded, analyzers: [HedgingAnalyzer.self])

  private func findings(_ text: String) -> [Finding] {
    Self.analysts.findings(in: Reading(Text(text)))
  }

  @Test(
    "hedges of news are found whole, and their look-alikes are not",
    arguments: [
      "Zoë’s claim ⟦could not immediately be verified⟧.",
      "The figures ⟦have not been independently confirmed⟧.",
      "It ⟦was not immediately clear⟧ who fired in Łódź.",
      "The talks ⟦may⟧ fail in May.",
      "⟦About⟧ 40 people spoke about the river.",
      "He ⟦is believed to⟧ be in São Tomé.",
      "She ⟦appears to⟧ have won; he appeared in court.",
      "The report ⟦suggests⟧ the dam leaked. He suggested going home.",
      "The ⟦alleged⟧ thief fled. They alleged that he stole.",
      "As many farmers left, ⟦as many as⟧ 30 stayed.",
      "The suspect believes in Señor Ruiz.",
      "We could not swim, and the might of Rome was gone.",
      "The hall may also be used in Málaga; it ⟦may⟧ be closed.",
      "A player may move twice, and ⟦critics of the rule say⟧ so.",
      "⟦Several⟧ towns agreed; several years later, killing several people, a flood came to Łódź.",
    ])
  func news(_ marked: String) {
    let expected = MarkedText(marked)
    let found = Self.analysts.findings(in: Reading(expected.text)).map {
      expected.text[$0.extent]
    }
    #expect(found == expected.marked.map { expected.text[$0] })
  }

  @Test("a denied hedge is marked as negated")
  func negated() throws {
    let denied = try #require(findings("Nobody really believes the old story of Åsa.").first)
    #expect(denied.detail("negated") == "true")
    let plain = try #require(findings("Åsa believes the old story.").first)
    #expect(plain.detail("negated") == nil)
  }

  @Test("a hedge in quotation marks is the source's")
  func quoted() {
    let found = findings("“It may rain,” said Zoë. It probably will.")
    #expect(found.map(\.isInQuote) == [true, false])
  }

  @Test("boosters are counted under a name of their own")
  func boosters() {
    let text = Reading(Text("The plan will undoubtedly fail, Müller’s aides reportedly said."))
    let both = Analysts(.embedded, analyzers: [HedgingAnalyzer.self, BoostingAnalyzer.self])
    #expect(both.findings(in: text).map(\.analyzer) == ["boosting", "hedging"])
  }
}
