import DeskAnalysis
import DeskComparison
import DeskText
import Testing

@testable import DeskReports

@Suite("Telling")
struct TellingTests {
  /// An outlet's article with so many hedges in about so many words.
  private func article(_ id: String, _ outlet: String?, hedges: Int, words: Int = 600) -> Analysis {
    let text =
      (0..<hedges).map { "Perhaps\($0) it fell." }.joined(separator: " ") + " "
      + String(repeating: "stone ", count: max(0, words - 3 * hedges)) + "."
    return Made.analysis(
      id, outlet: outlet, title: "Straße \(id)", text: text,
      (0..<hedges).map { ("hedging/modal", "Perhaps\($0)") })
  }

  private func markdown(_ analyses: [Analysis]) -> String {
    Made.written {
      ComparisonMarkdown().write(Made.results(analyses), run: Made.run(), to: &$0)
    }
  }

  @Test("it names both ends with the counts they rest on")
  func ends() {
    let text = markdown([
      article("a", "Äther", hedges: 12), article("b", "Bote", hedges: 6),
      article("c", "Çan", hedges: 9),
    ])
    #expect(
      text.contains(
        "Äther hedges most: 12 hedges in 600 words, 20.0 per 1,000; Bote least: 6 in 600, 10.0 per 1,000."
      ), "\(text.prefix(900))")
    #expect(text.contains("Each outlet is here with one article."))
  }

  @Test("where two stand level at the top it names neither")
  func level() {
    let text = markdown([
      article("a", "Äther", hedges: 12), article("b", "Bote", hedges: 12),
      article("c", "Çan", hedges: 9),
    ])
    #expect(!text.contains("hedges most"))
  }

  @Test("it says which outlets come with one article among others with several")
  func single() {
    let text = markdown([
      article("a", "Äther", hedges: 12), article("b", "Bote", hedges: 9),
      article("c", "Bote", hedges: 8),
    ])
    #expect(text.contains("Äther is here with one article: no interval, no comparison."))
    #expect(!text.contains("Each outlet"))
  }

  @Test("outlets with several articles stand out only beyond chance")
  func chance() {
    func outlet(_ name: String, _ hedges: [Int]) -> [Analysis] {
      hedges.enumerated().map { article("\(name)\($0.offset)", name, hedges: $0.element) }
    }
    let level = markdown(outlet("Äther", [9, 12, 10, 8, 11]) + outlet("Bote", [10, 9, 11, 9, 9]))
    #expect(level.contains("No outlet clearly stands out in hedges"))
    #expect(!level.contains("hedges most"))
    let apart = markdown(
      outlet("Äther", [29, 32, 30, 28, 31]) + outlet("Bote", [10, 9, 11, 9, 9]))
    #expect(apart.contains("Äther hedges most"))
  }

  @Test("an outlet that is a guess is called one")
  func guessed() {
    let analysis = Made.analysis(
      "a", outlet: "Äther", text: "Es regnet.",
      columns: [Column(name: "guess", value: "date (stamp); outlet (style)")])
    let text = markdown([analysis])
    #expect(text.contains("One outlet, Äther, is a guess of the manifest"))
    #expect(text.contains("Äther (guess)"))
  }

  @Test("it tells what each outlet calls a side and those against it, quotations left out")
  func sides() {
    func article(_ outlet: String, _ labels: [(word: String, actor: String, quoted: Bool)])
      -> Analysis
    {
      let text = labels.map { "The Hêzen saw \($0.word)." }.joined(separator: " ")
      var analysis = Made.analysis(
        outlet, outlet: outlet, text: text, labels.map { ("labels/armed_group", $0.word) })
      for (index, label) in labels.enumerated() {
        analysis.findings[index].isInQuote = label.quoted
        analysis.findings[index].details = [Detail(name: "actor", value: label.actor)]
      }
      return analysis
    }
    let text = markdown([
      article("Äther", [("militants", "Hêzen", false), ("rebels", "anti-Hêzen", false)]),
      article(
        "Bote",
        [
          ("troops", "Hêzen", false), ("terrorists", "Hêzen", true),
          ("resistance", "anti-Hêzen", false),
        ]),
    ])
    #expect(
      text.contains(
        "What the outlets call Hêzen in their own voice: Bote “troops” (1); Äther “militants” (1)."),
      "\(text.prefix(900))")
    #expect(
      text.contains(
        "What they call those against Hêzen: Bote “resistance” (1); Äther “rebels” (1)."))
  }

  @Test("every report says what it cannot show")
  func honesty() {
    let results = Made.results([article("a", "Äther", hedges: 12)])
    for format in [ComparisonMarkdown() as any ReportFormat, ReportPage()] {
      let text = Made.written { format.write(results, run: Made.run(), to: &$0) }
      #expect(text.contains("Counts wording; not accuracy, motive, or what was left out."))
      #expect(text.contains("one of three") || text.contains("of 3 could not be read"))
    }
  }

  @Test("the same figure stands in Markdown, on the page and in outlets.csv")
  func same() {
    let results = Made.results([article("a", "Äther", hedges: 11, words: 700)])
    let value = results.outlets[0].figure("hedges")?.value ?? 0
    let written = Wording.decimal(value)
    for format in reportFormats where ["comparison.md", "report.html"].contains(format.fileName) {
      let text = Made.written { format.init().write(results, run: Made.run(), to: &$0) }
      #expect(text.contains(written), "\(format.fileName)")
    }
    let csv = Made.written { OutletsCSV().write(results, run: Made.run(), to: &$0) }
    #expect(csv.contains(",\(Wording.decimal(value, digits: 4)),"))
  }

  @Test("no article at all is said, not crashed on")
  func empty() {
    for format in reportFormats {
      let text = Made.written { format.init().write(Made.results([]), run: Made.run(), to: &$0) }
      #expect(!text.isEmpty)
    }
  }
}
