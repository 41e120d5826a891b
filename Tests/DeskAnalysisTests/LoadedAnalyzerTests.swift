import Copydesk
import DeskTestSupport
import Testing

struct LoadedAnalyzerTests {
  /// A list of our own, so that the tests do not hang on learned weights.
  private static let analysts: Analysts = {
    let head = ["title", "version", "licence", "measures"].map { "#@ \($0): x\n" }.joined()
    let list =
      head + """
        #@ analyzer: loaded
        entry\tcategory\tweight\tsource
        never\tabsolute\t0.1\tx
        sham\tridicule\t0.6\tx
        totally\tintensifier\t0.2\tx
        “one to three words”\tscare_quote\t0.3\tx
        {call/v}\tnaming\t0\tx

        """
    let table = Table(file: "loaded.tsv", parsing: Array(list.utf8))
    return Analysts(Lexicons([table]), analyzers: [LoadedAnalyzer.self])
  }()

  @Test(
    "every entry counts, alone or in company",
    arguments: [
      "He ⟦never⟧ came to Málaga.",
      "It ⟦totally⟧ failed and ⟦never⟧ paid; a ⟦sham⟧, said Zoë.",
    ])
  func alone(_ marked: String) { check(marked) }

  @Test(
    "one to three words in quotation marks inside a sentence are scare quotes",
    arguments: [
      "They spoke of a ⟦“new”⟧ order in Łódź.",
      "The town’s ⟦“peaceful protest”⟧ burned for days.",
      "The film “Summer Rain” opened.",
      "Zoë “The Fox” Müller sang.",
      "He said “no way” to Åsa.",
      "“No way,” she said.",
      "The word “peace” stood on the wall.",
      "It was “a long and bitter story of loss”.",
      "They won “27” games.",
    ])
  func scareQuotes(_ marked: String) { check(marked) }

  @Test("a loaded word in quotation marks is the source's, and no scare quote beside it")
  func quoted() {
    let text = Text("It was a “sham” to him, a sham to Øyvind.")
    let found = Self.analysts.findings(in: Reading(text))
    #expect(found.map(\.isInQuote) == [true, false])
    #expect(found.map(\.category) == ["ridicule", "ridicule"])
  }

  @Test("what a source is said to call a thing is the source's, and calling is no loaded word")
  func attributed() {
    let text = Text("She called the Łódź plan “new”. He called. They spoke of a “new” order.")
    let found = Self.analysts.findings(in: Reading(text))
    #expect(found.map { $0.holds("attributed") } == [true, false])
    #expect(found.map(\.isOwnVoice) == [false, true])
  }

  private func check(_ marked: String) {
    let expected = MarkedText(marked)
    let found = Self.analysts.findings(in: Reading(expected.text)).map {
      expected.text[$0.extent]
    }
    #expect(found == expected.marked.map { expected.text[$0] })
  }
}
