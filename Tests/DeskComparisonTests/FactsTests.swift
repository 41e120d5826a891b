import DeskAnalysis
import DeskComparison
import DeskLexicons
import DeskReading
import DeskText
import Testing

/// Sentences of different articles that tell the same fact.
@Suite("Facts")
struct FactsTests {
  private static let analysts = Analysts(.embedded)

  private func article(_ id: String, _ text: String) -> FactArticle {
    let text = Text(text)
    let reading = Reading(text)
    let article = Article(id: id, outlet: "The \(id)", text: text, origin: Origin(input: id))
    let analysis = Analysis(
      article: article, reading: reading, findings: Self.analysts.findings(in: reading))
    return FactArticle(analysis, reading)
  }

  private static let herald = """
    The river Zelna broke its banks at Dorrin on Monday. Rescue teams led 300 residents to safety,
    Mayor Ilka Brandt said. The old dam at Veshti held.
    """
  private static let courier = """
    Dorrin is under water. Rescue teams reportedly led 300 residents to safety. Engineers
    had warned of the dam for years.
    """
  private static let gazette = """
    Schools in Dorrin stay closed. Rescue teams led 200 residents to safety, officials said.
    Żaneta’s bakery gave out bread.
    """

  private func rescue(_ texts: [(String, String)]) -> Fact? {
    Facts().facts(
      of: texts.map { article($0.0, $0.1.split(separator: "\n").joined(separator: " ")) }
    )
    .first { $0.shortest.text.contains("Rescue") }
  }

  @Test("sentences that tell the same come together, each with its stance and source")
  func stances() throws {
    let fact = try #require(
      rescue([("Herald", Self.herald), ("Courier", Self.courier), ("Gazette", Self.gazette)]))
    #expect(fact.tellings.map(\.article.id) == ["Herald", "Courier", "Gazette"])
    #expect(fact.tellings.map(\.stance) == [.attributedNamed, .hedged, .attributedUnnamed])
    #expect(fact.tellings.map(\.source) == ["Mayor Ilka Brandt", nil, "officials"])
    #expect(fact.leftOut.isEmpty)
  }

  @Test("figures that differ are marked; those that agree are not")
  func contradictions() throws {
    let apart = try #require(rescue([("Herald", Self.herald), ("Gazette", Self.gazette)]))
    #expect(apart.contradictions.map { $0.figures.map(\.written) } == [["300", "200"]])
    #expect(apart.contradictions.map(\.counted) == ["residents"])
    let alike = try #require(rescue([("Herald", Self.herald), ("Courier", Self.courier)]))
    #expect(alike.contradictions.isEmpty)
  }

  @Test("numbers in words and in digits are the same figure")
  func numberWords() throws {
    let fact = try #require(
      rescue([
        ("a", "Rescue teams led two dozen residents of Dorrin to safety."),
        ("b", "Rescue teams led 24 residents of Dorrin to safety, it was told."),
      ]))
    #expect(fact.contradictions.isEmpty)
  }

  @Test("a disclaimer beats a source")
  func disclaimer() throws {
    let fact = try #require(
      rescue([
        (
          "a",
          "Rescue teams led 300 residents to safety, Mayor Ilka Brandt said, a figure that "
            + "could not be independently verified."
        ),
        ("b", "Rescue teams led 300 residents to safety."),
      ]))
    #expect(fact.tellings.map(\.stance) == [.unverified, .asserted])
  }

  @Test("a quotation that stands alone is told by whoever spoke last; a doubted report is hedged")
  func quotations() throws {
    let fact = try #require(
      rescue([
        (
          "a",
          "Mayor Ilka Brandt said that the dam had held. “Rescue teams led 300 residents to "
            + "safety on Monday.”"
        ),
        ("b", "Officials reportedly said that Rescue teams led 300 residents to safety."),
      ]))
    #expect(fact.tellings.map(\.stance) == [.attributedNamed, .hedged])
  }

  @Test("who does not tell a fact is named")
  func leftOut() throws {
    let fact = try #require(
      rescue([
        ("Herald", Self.herald), ("Courier", Self.courier),
        ("Echo", "The price of bread rose again in Łódź. Bakers blame the harvest of last year."),
      ]))
    #expect(fact.leftOut.map(\.id) == ["Echo"])
    #expect(fact.leftOut.map(\.outlet) == ["The Echo"])
  }

  @Test("one article alone, or articles with nothing in common, tell no fact together")
  func none() {
    #expect(Facts().facts(of: [article("a", Self.herald)]).isEmpty)
    #expect(Facts().facts(of: []).isEmpty)
    #expect(
      Facts().facts(of: [
        article("a", "The river Zelna broke its banks at Dorrin on Monday."),
        article("b", "Trams were crowded while union leaders talked about pay."),
      ]).isEmpty)
  }

  @Test("every telling stands in its text where its positions say")
  func positions() {
    let texts = ["Herald": Self.herald, "Courier": Self.courier, "Gazette": Self.gazette]
    let names = texts.keys.sorted()
    let facts = Facts().facts(of: names.map { article($0, texts[$0] ?? "") })
    #expect(!facts.isEmpty)
    for telling in facts.flatMap(\.tellings) {
      let scalars = Array((texts[telling.article.id] ?? "").unicodeScalars)
      let slice = scalars[telling.extent.range].map(String.init).joined()
      #expect(slice == telling.text)
    }
  }

  @Test("the order of articles changes no fact, only its number")
  func order() {
    let articles = [
      article("a", Self.herald), article("b", Self.courier), article("c", Self.gazette),
    ]
    func told(_ articles: [FactArticle]) -> Set<Set<String>> {
      Set(
        Facts().facts(of: articles).map { fact in
          Set(fact.tellings.map { "\($0.article.id):\($0.extent.start)" })
        })
    }
    #expect(told(articles) == told(articles.reversed()))
  }

  @Test("facts are numbered on from story to story; of a large story the first articles are read")
  func table() {
    var table = FactTable()
    let articles = [article("a", Self.herald), article("b", Self.courier)]
    table.add(articles, story: 1)
    let first = table.facts.count
    table.add(articles, story: 4)
    #expect(table.facts.map(\.number) == Array(1...2 * first))
    #expect(table.facts.last?.story == 4)
    #expect(table.unreadCount == 0)
    table.add(Array(repeating: articles[0], count: FactTable.mostArticles + 3), story: 5)
    #expect(table.unreadCount == 3)
  }
}
