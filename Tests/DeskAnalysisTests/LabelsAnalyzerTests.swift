import Copydesk
import DeskTestSupport
import Testing

struct LabelsAnalyzerTests {
  private static let analysts = Analysts(.embedded, analyzers: [LabelsAnalyzer.self])

  private func actors(_ text: String) -> [String] {
    Self.analysts.findings(in: Reading(Text(text))).map { finding in
      "\(Text(text)[finding.extent]): \(finding.detail("actor") ?? "-")"
    }
  }

  @Test(
    "a label takes the modifiers and names before it along, articles stay outside",
    arguments: [
      "The ⟦Islamist militants⟧ left.",
      "Later, ⟦U.S.-backed rebel forces⟧ took the town.",
      "It was ⟦Hezbollah’s fighters⟧ who came.",
      "A ⟦powerful warlord⟧ in Łódź spoke.",
      "⟦Peaceful protesters⟧ sang. The ⟦angry mob⟧ did not.",
      "After ⟦Friday’s uprising⟧ it was calm in Tórshavn.",
    ])
  func spans(_ marked: String) {
    let expected = MarkedText(marked)
    let found = Self.analysts.findings(in: Reading(expected.text)).map {
      expected.text[$0.extent]
    }
    #expect(found == expected.marked.map { expected.text[$0] })
  }

  @Test("the actor is read from the name beside the label")
  func actorNames() {
    #expect(
      actors("Then the Taliban fighters left; anti-Taliban fighters stayed.")
        == ["Taliban fighters: Taliban", "anti-Taliban fighters: anti-Taliban"])
    #expect(
      actors("He met Zoë Núñez, a former defense minister, there.")
        == ["former defense minister: Zoë Núñez"])
    #expect(
      actors("They met former president Ólafur Grímsson there.")
        == ["former president: Ólafur Grímsson"])
    #expect(actors("The fighters of the Northern Alliance hid.") == ["fighters: Northern Alliance"])
    #expect(
      actors("Zoë Núñez, a former defense minister, left. Zoë is in Łódź.")
        == ["former defense minister: Zoë Núñez"])
    #expect(
      actors("They praised the National Resistance Front for holding out that long in Łódź.")
        == ["National Resistance Front: National Resistance Front"])
    #expect(actors("Anti-Taliban fighters left.") == ["Anti-Taliban fighters: anti-Taliban"])
    #expect(actors("An uprising against Assad began.") == ["uprising: anti-Assad"])
    #expect(actors("Then Hamas is a terrorist group.") == ["terrorist group: Hamas"])
  }

  @Test("where no name stands beside it, a label has no actor")
  func noActor() {
    #expect(actors("The fighters hid in the hills.") == ["fighters: -"])
    #expect(actors("Rebel Fighters Storm Capital Again Tonight").allSatisfy { $0.hasSuffix("-") })
  }

  @Test("labels have a family and no weight")
  func family() {
    let found = Self.analysts.findings(in: Reading(Text("The regime fell after the coup.")))
    #expect(found.map(\.category) == ["government", "event"])
    #expect(found.allSatisfy { $0.weight == nil })
    #expect(found.map { $0.detail("label") } == ["regime", "coup"])
  }

  @Test("a nationality names the state where the label is a state's, and nobody elsewhere")
  func nationality() {
    #expect(actors("Later, Afghan troops left Łódź.") == ["Afghan troops: Afghanistan"])
    #expect(actors("Later, Afghan fighters left Łódź.") == ["Afghan fighters: -"])
    #expect(actors("Later, Kurdish fighters left Łódź.") == ["Kurdish fighters: Kurds"])
    #expect(
      actors("The U.S. invasion began.").contains { $0.hasSuffix("invasion: United States") })
  }

  @Test("an article's word for a side goes to the side that it was last used of")
  func words() {
    let found = actors(
      "Later the Hêzen left Łódź. Soldiers followed the insurgents. The insurgents are armed, "
        + "and Hêzen fighters are many. Others fear the Hêzen.")
    #expect(
      found.filter { $0.hasPrefix("insurgents") } == ["insurgents: Hêzen", "insurgents: Hêzen"])
    #expect(found.last == "Hêzen fighters: Hêzen")
  }

  @Test("words that all sides share are not given to one of them")
  func sharedWords() {
    let found = actors("There the Hêzen fighters hid. Later the fighters came out in Łódź.")
    #expect(found == ["Hêzen fighters: Hêzen", "fighters: -"])
  }

  @Test("a resistance is against whom the article names as opposed")
  func resistance() {
    let found = actors(
      "There anti-Hêzen groups met. The resistance grew; the Hêzen fled Łódź. Once Hêzen "
        + "and now Hêzen.")
    #expect(found == ["anti-Hêzen groups: anti-Hêzen", "resistance: anti-Hêzen"])
    #expect(actors("There the resistance grew in Łódź.") == ["resistance: -"])
    #expect(actors("Then bitter foes of the Hêzen came.").first?.hasSuffix("anti-Hêzen") == true)
  }

  @Test("that somebody is called so in passing makes nobody a side")
  func noSideInPassing() {
    let found = actors(
      "Later he said: that does not mean Hêzen are terrorists. The Hêzen left, the Hêzen came. "
        + "He feared the terrorists in Łódź.")
    #expect(found == ["terrorists: -", "terrorists: -"])
  }

  @Test("a last name is that of the one person with it, of nobody where there are two")
  func lastNames() {
    let one = actors("They met former president Ólafur Grím. Later former president Grím left.")
    #expect(one.map { $0.split(separator: ": ").last } == ["Ólafur Grím", "Ólafur Grím"])
    let two = actors(
      "They met former president Ólafur Grím and former minister Zoë Grím. Later former president "
        + "Grím left.")
    #expect(two.last == "former president: Grím")
  }

  @Test("what is done with little resistance is done by no resistance")
  func noSide() {
    #expect(actors("They took Łódź with little resistance.").isEmpty)
  }
}
