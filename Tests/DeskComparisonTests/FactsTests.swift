import DeskAnalysis
import DeskComparison
import DeskLexicons
import DeskReading
import DeskText
import Testing

/// Sentences of different articles that tell the same fact.
@Suite("Facts")
struct FactsTests {
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
      of: texts.map { FactArticle.made($0.0, $0.1.split(separator: "\n").joined(separator: " ")) }
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

  @Test("whoever passes a doubted report on doubts it; what people decide is asserted")
  func passedOn() throws {
    let doubted = try #require(
      rescue([
        (
          "a",
          "Officials reportedly said that Rescue teams led 300 residents to safety, The Courier "
            + "reported."
        ),
        ("b", "Rescue teams led 300 residents to safety."),
      ]))
    #expect(doubted.tellings.map(\.stance) == [.hedged, .asserted])
    let decided = Facts().facts(of: [
      FactArticle.made(
        "a",
        "So when the river rose, residents of Dorrin decided to lead the old people to safety."),
      FactArticle.made(
        "b",
        "When the river rose at night, residents decided to lead old people from Dorrin to safety, "
          + "officials said."),
    ])
    #expect(decided.map { $0.tellings.map(\.stance) } == [[.asserted, .attributedUnnamed]])
  }

  @Test("a headline that runs into the lead tells for itself, without the time stamp between them")
  func runInHeadline() throws {
    let fact = try #require(
      Facts().facts(of: [
        FactArticle.made(
          "a",
          "Man arrested over fire at Dorrin mill 22 July 2013 11:10 Police have arrested a man over "
            + "the fire that gutted a mill in Dorrin. The owner of the mill wept."),
        FactArticle.made(
          "b", "Police arrested a man on Monday over the fire that gutted the old mill in Dorrin."),
      ]).first)
    #expect(
      fact.tellings.map(\.text) == [
        "Man arrested over fire at Dorrin mill",
        "Police have arrested a man over the fire that gutted a mill in Dorrin.",
        "Police arrested a man on Monday over the fire that gutted the old mill in Dorrin.",
      ])
  }

  @Test("a day inside a sentence or before it is no time stamp")
  func daysInText() throws {
    let told = [
      "Police arrested a man over a fire at the mill on 5 January 2011.",
      "On 5 January 2011 Police arrested a man over a fire at the old mill.",
    ]
    let fact = try #require(
      Facts().facts(of: zip(["a", "b"], told).map { FactArticle.made($0, $1) }).first)
    #expect(fact.tellings.map(\.text) == told)
  }

  @Test("a sentence that tells two facts stands in both")
  func twoFacts() {
    let both =
      "Rescue teams led 300 residents to safety by boat, and the bridge over the Zelna was closed "
      + "to lorries until Friday."
    let facts = Facts().facts(of: [
      FactArticle.made("a", both),
      FactArticle.made(
        "b", "The bridge over the Zelna is closed to lorries until Friday, officials said."),
      FactArticle.made("c", "Rescue teams led 300 residents to safety by boat on Monday."),
      FactArticle.made(
        "d", "On Monday 300 residents were led to safety by boat, rescue teams told."),
    ])
    #expect(facts.map { $0.tellings.map(\.article.id) } == [["a", "c", "d"], ["a", "b"]])
    #expect(facts.allSatisfy { $0.tellings[0].text == both })
  }

  @Test("what the sentence before names speaks for a sentence that says it")
  func surroundings() throws {
    let courier = FactArticle.made(
      "Courier",
      "Buses were late on Tuesday. Nobody was hurt. A bakery gave out bread. Pupils filled sandbags."
        + " Water rose until noon. Farmers fear for their wheat. The abbot of Orvash tells visitors"
        + " how his monastery stood against the Turkmens for the whole of the 1880s.")
    func likelihood(after before: String) throws -> Float {
      let herald = FactArticle.made(
        "Herald",
        "The river Zelna broke its banks on Monday. Streets were closed in the old town. Trains"
          + " stopped for two hours. Shops opened late. Schools will open again tomorrow."
          + " \(before) It kept out the Turkmens in the 1880s. Brewers asked for help with taxes.")
      let pair = try #require(
        Facts().pairs(of: [herald, courier]).first {
          $0.first.text.contains("kept out") && $0.second.text.contains("abbot")
        })
      return pair.pair.probability
    }
    let named = try likelihood(after: "The monastery of Orvash lies upstream.")
    let other = try likelihood(after: "The brewery of Lemm lies upstream.")
    #expect(named > other + 0.1)
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
    #expect(Facts().facts(of: [FactArticle.made("a", Self.herald)]).isEmpty)
    #expect(Facts().facts(of: []).isEmpty)
    #expect(
      Facts().facts(of: [
        FactArticle.made("a", "The river Zelna broke its banks at Dorrin on Monday."),
        FactArticle.made("b", "Trams were crowded while union leaders talked about pay."),
      ]).isEmpty)
  }

  @Test("every telling stands in its text where its positions say")
  func positions() {
    let texts = ["Herald": Self.herald, "Courier": Self.courier, "Gazette": Self.gazette]
    let names = texts.keys.sorted()
    let facts = Facts().facts(of: names.map { FactArticle.made($0, texts[$0] ?? "") })
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
      FactArticle.made("a", Self.herald), FactArticle.made("b", Self.courier),
      FactArticle.made("c", Self.gazette),
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
    let articles = [FactArticle.made("a", Self.herald), FactArticle.made("b", Self.courier)]
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
