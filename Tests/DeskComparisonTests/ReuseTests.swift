import DeskAnalysis
import DeskComparison
import DeskReading
import DeskText
import Testing

/// Passages that stand in articles of several outlets.
@Suite("Reuse")
struct ReuseTests {
  private func article(
    _ id: String, _ text: String, outlet: String? = nil, date: String? = nil, url: String? = nil
  ) -> ReuseArticle {
    let text = Text(text)
    return ReuseArticle(
      Article(id: id, outlet: outlet, date: date, url: url, text: text, origin: Origin(input: id)),
      Reading(text))
  }

  private func reuse(_ articles: [ReuseArticle]) -> Reuse {
    var reuse = Reuse()
    for article in articles { reuse.add(article) }
    return reuse
  }

  /// A passage as it stands on both sides.
  private func texts(_ reuse: Reuse) -> [[String]] {
    reuse.passages().map { passage in
      [passage.from, passage.to].map { reuse.articles[$0.article].text[$0.extent] }
    }
  }

  static let flood = """
    The river Zelna broke its banks at Dorrin on Monday, and 300 people were led to safety.

    Engineers inspected the old dam at Veshti by torchlight and found hairline cracks in its \
    northern flank. Nobody in the “Zoë” café had expected the water to rise so fast.
    """
  static let sentence =
    "Engineers inspected the old dam at Veshti by torchlight and found hairline cracks in its "
    + "northern flank."

  @Test("a sentence that stands in another outlet’s article is found, with its marks and no more")
  func wordForWord() {
    let found = reuse([
      article("a", Self.flood, outlet: "Dorrin Post", date: "2026-03-02"),
      article(
        "b", "Harvest fairs were called off. \(Self.sentence) Farmers wait for the weekend.",
        outlet: "Valley Record", date: "2026-03-03"),
    ])
    #expect(texts(found) == [[Self.sentence, Self.sentence]])
    let passage = found.passages()[0]
    #expect(passage.similarity == 1)
    #expect(passage.kind == .text)
    #expect(passage.direction == .date)
    #expect(passage.isCredited == false)
    #expect(passage.from.article == 0)
  }

  @Test("words changed, left out and put in do not hide a passage")
  func nearly() {
    let changed =
      "Engineers examined the old dam at Veshti by torchlight on Tuesday and found thin cracks in "
      + "its northern flank."
    let found = reuse([
      article("a", Self.flood, outlet: "Dorrin Post"),
      article("b", "Harvest fairs were called off. \(changed)", outlet: "Valley Record"),
    ])
    #expect(texts(found) == [[Self.sentence, changed]])
    #expect(found.passages()[0].similarity < 1)
  }

  @Test("an earlier date tells who was first, whatever the order of the input")
  func direction() {
    let old = article("old", Self.flood, outlet: "Dorrin Post", date: "2026-03-02")
    let new = article("new", Self.sentence, outlet: "Valley Record", date: "2026-03-04")
    for articles in [[old, new], [new, old]] {
      let found = reuse(articles)
      #expect(found.passages().map { found.articles[$0.from.article].id } == ["old"])
      #expect(found.passages().map(\.direction) == [.date])
    }
  }

  @Test("without dates, who credits the other has it from there; else nothing is known")
  func undated() {
    let crediting = article(
      "b", "The Dorrin Post reported: \(Self.sentence)", outlet: "Valley Record")
    let credited = article("a", Self.flood, outlet: "Dorrin Post")
    let found = reuse([crediting, credited])
    #expect(found.passages().map { found.articles[$0.from.article].id } == ["a"])
    #expect(found.passages().map(\.direction) == [.credit])
    let silent = reuse([article("b", Self.sentence, outlet: "Valley Record"), credited])
    #expect(silent.passages().map(\.direction) == [.unknown])
    #expect(silent.passages().map { silent.articles[$0.from.article].id } == ["b"])
  }

  @Test(
    "credit is the outlet’s name beside the passage, in full, short or by initials",
    arguments: [
      ("According to the Dorrin Evening Post, this came late. %", "Dorrin Evening Post"),
      ("% The Post first reported this.", "The Post"),
      ("Dorrin Evening Post:\n\n%", "Dorrin Evening Post"),
      ("% That is what the DEP wrote.", "DEP"),
    ])
  func credit(_ frame: String, _ words: String) {
    let text = frame.replacing("%", with: Self.sentence)
    let found = reuse([
      article("a", Self.flood, outlet: "Dorrin Evening Post", date: "2026-03-02"),
      article("b", text, outlet: "Valley Record", date: "2026-03-04"),
    ])
    let passages = found.passages()
    #expect(passages.map(\.isCredited) == [true])
    #expect(passages.map { $0.credit.map { found.articles[1].text[$0] } } == [words])
  }

  @Test("another outlet’s name, a common word or a mention far away are no credit")
  func noCredit() {
    let filler = "Harvest fairs were called off. Farmers wait for the weekend. Nobody slept much."
    for text in [
      "According to the Plains Observer, this came late. \(Self.sentence)",
      "\(Self.sentence) He left his post in anger.",
      "The Dorrin Evening Post will print fewer pages.\n\n\(filler)\n\n\(filler)\n\n\(Self.sentence)",
    ] {
      let found = reuse([
        article("a", Self.flood, outlet: "Dorrin Evening Post", date: "2026-03-02"),
        article("b", text, outlet: "Valley Record", date: "2026-03-04"),
      ])
      #expect(found.passages().map(\.isCredited) == [false], "\(text)")
    }
    let unknown = reuse([article("a", Self.flood), article("b", Self.sentence)])
    #expect(unknown.passages().map(\.isCredited) == [nil])
  }

  @Test("words that stand in quotation marks in both are a quotation")
  func quotation() {
    let words = "We have counted every sandbag twice and we will not sleep before the dam is safe"
    let found = reuse([
      article("a", "“\(words),” Mayor Brandt said on Monday.", outlet: "Dorrin Post"),
      article("b", "Ilka Brandt was firm: “\(words).”", outlet: "Valley Record"),
    ])
    #expect(found.passages().map(\.kind) == [.quotation])
  }

  @Test("articles of one outlet, names with titles and short phrases are no reuse")
  func noReuse() {
    #expect(
      reuse([
        article("a", Self.flood, outlet: "Dorrin Post"),
        article("b", Self.sentence, outlet: "dorrin post"),
      ]).passages().isEmpty)
    #expect(
      reuse([
        article("a", "So said Senator Mira K. Tolland of New Dorrin, the majority leader."),
        article("b", "Then Senator Mira K. Tolland of New Dorrin, the majority leader, left."),
      ]).passages().isEmpty)
    #expect(
      reuse([
        article("a", "They found hairline cracks in its northern flank."),
        article("b", "There are hairline cracks in its northern flank, too."),
      ]).passages().isEmpty)
  }

  @Test("a line that a house puts under many articles is no reuse, whoever prints it")
  func standingLine() {
    let line =
      "Sign up here for the morning letter and get the five stories of the day before breakfast."
    let texts = [
      "Bus drivers walked out over pay.", "The council sold the old mill.",
      "A comet was seen from the pier.", "Trams ran late all week.",
    ]
    let found = reuse(
      texts.enumerated().map {
        article("\($0.offset)", "\($0.element)\n\n\(line)", outlet: "Outlet \($0.offset)")
      })
    #expect(found.passages().isEmpty)
  }

  @Test("agency copy in many outlets is found, each time from the oldest")
  func wire() {
    let copy =
      "The river Zelna broke its banks at Dorrin on Monday and 300 people were led to safety by "
      + "firefighters in rubber boats. Engineers inspected the old dam at Veshti by torchlight and "
      + "found hairline cracks in its northern flank, which had been repaired twice since spring.\n\n"
      + "Shops along the quay stayed shut while volunteers carried archives to the upper floors of "
      + "the library, and the bishop opened his cellar to families whose kitchens stood under water."
    let found = reuse(
      (0..<12).map {
        article(
          "\($0)", "Report number \($0) from our desk.\n\n\(copy)", outlet: "Outlet \($0)",
          date: "2026-03-\(10 + $0)")
      })
    let passages = found.passages()
    for number in 1..<12 {
      #expect(passages.contains { $0.to.article == number && $0.from.article == 0 })
    }
  }

  @Test(
    "an article printed again, a little changed, is a copy of the first; a shared sentence makes none"
  )
  func nearCopies() {
    let own = Self.flood + "\n\n" + made(5, words: 200)
    var copies = NearCopies()
    #expect(copies.original(of: article("a", own)) == nil)
    #expect(copies.original(of: article("b", "Reprint. \(own) More to come.")) == "a")
    #expect(copies.original(of: article("c", own)) == "a")
    let other = Self.sentence + " " + made(6, words: 200)
    #expect(copies.original(of: article("d", other)) == nil)
    #expect(copies.original(of: article("e", "")) == nil)
    #expect(copies.original(of: article("f", "")) == nil)
    #expect(copies.original(of: article("g", "One word")) == nil)
    #expect(copies.original(of: article("h", "one word")) == "g")
  }

  @Test("nothing, one word and broken text give no passage")
  func hostile() {
    let naughty = [
      "", "word", "\u{FFFD}\u{FFFD}", "“", "\n\n\n", "e\u{301}e\u{301} …", "a a a a a a a a",
    ]
    #expect(reuse([]).passages().isEmpty)
    let found = reuse(naughty.enumerated().map { article("\($0.offset)", $0.element) })
    #expect(found.passages().isEmpty)
  }

  @Test("a thousand copies of one article cost no more than so many comparisons with the first")
  func copies() {
    let found = reuse(
      (0..<1_000).map { article("\($0)", Self.flood, outlet: "Outlet \($0)") })
    #expect(found.passages().count < 10_000)
    // One word over and over shares each of its runs with itself.
    let echo = reuse(
      (0..<40).map {
        article("\($0)", String(repeating: "again ", count: 400), outlet: "Outlet \($0)")
      })
    #expect(echo.passages().count < 1_000)
  }

  /// Made sentences: every word from a small store, so that runs come up again and again.
  private func made(_ seed: UInt64, words: Int) -> String {
    let store = [
      "the", "river", "“dam”", "Zoë", "said", "of", "night", "rose", "and", "engineers", "cracks",
      "in", "Veshti.", "The", "mayor", "fell", "über", "12", "boats\n\nThen",
    ]
    var state = seed
    return (0..<words).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return store[Int(state >> 33) % store.count]
    }.joined(separator: " ")
  }

  @Test("passages lie inside their texts, and the order of undated articles moves none of them")
  func properties() {
    for seed in UInt64(1)...20 {
      let shared = made(seed &* 77, words: 40)
      let articles = (0..<6).map { number in
        let own = made(seed &* 100 &+ UInt64(number), words: 60)
        return article(
          "\(number)", number.isMultiple(of: 2) ? "\(own) \(shared) \(own)" : own,
          outlet: "Outlet \(number)", date: "2026-03-1\(number)")
      }
      let forward = reuse(articles)
      for passage in forward.passages() {
        for side in [passage.from, passage.to] {
          let text = forward.articles[side.article].text
          #expect(text.all.contains(side.extent), "seed \(seed)")
          #expect(
            Text(text[side.extent]).utf8 == Array(text.utf8[side.extent.range]), "seed \(seed)")
          #expect(side.words > 0, "seed \(seed)")
        }
        #expect((0...1).contains(passage.similarity), "seed \(seed)")
      }
      let backward = reuse(articles.reversed())
      #expect(Set(texts(forward)) == Set(texts(backward)), "seed \(seed)")
      #expect(texts(reuse(articles)) == texts(forward), "seed \(seed)")
    }
  }

  @Test(
    "copy of an agency is known by its dateline, a line of its own, brackets at the end, or outlet",
    arguments: [
      ("VESHTI (Reuters) — %", "Dorrin Post", "Reuters"),
      ("VESHTI, March 3 (AP) - %", "Dorrin Post", "Associated Press"),
      ("Agence France-Presse\n\n%", "Dorrin Post", "Agence France-Presse"),
      ("%\n\n— AP/UPI", "Dorrin Post", "Associated Press"),
      ("% (Xinhua)", "Dorrin Post", "Xinhua"), ("%", "The Associated Press", "Associated Press"),
      ("%", "Reuters Breakingviews", nil), ("Engineers (AP) were there. %", "Dorrin Post", nil),
      ("A map (AP) of Veshti. %", "Dorrin Post", nil),
      ("% He told Reuters so.", "Dorrin Post", nil),
    ])
  func agencyCopy(_ frame: String, _ outlet: String, _ agency: String?) {
    let found = reuse([
      article(
        "a", frame.replacing("%", with: Self.flood), outlet: outlet, date: "2026-03-02"),
      article("b", Self.sentence, outlet: "Valley Record", date: "2026-03-03"),
    ])
    #expect(found.passages().map(\.wire) == [agency.map { .agency($0) }])
  }

  @Test("what three outlets print is wire copy; what two have, or all quote, is not")
  func sharedCopy() {
    let outlets = ["Dorrin Post", "Valley Record", "Plains Observer"]
    let copies = { (text: String, count: Int) in
      outlets.prefix(count).enumerated().map { number, outlet in
        self.article("\(number)", text, outlet: outlet, date: "2026-03-0\(number + 1)")
      }
    }
    #expect(reuse(copies(Self.sentence, 3)).passages().allSatisfy { $0.wire == .shared })
    #expect(reuse(copies(Self.sentence, 3)).passages().count >= 2)
    #expect(reuse(copies(Self.sentence, 2)).passages().map(\.wire) == [nil])
    let statement = "“\(Self.sentence)”"
    #expect(reuse(copies(statement, 3)).passages().allSatisfy { $0.wire == nil })
  }

  @Test("what stands in the content of an attribution is credited by its source, however far")
  func attributed() throws {
    let filler = String(repeating: "Harvest fairs were called off again in the valley. ", count: 6)
    func passages(_ text: String, source: String, cue: String, details: [Detail]) -> [ReusedPassage]
    {
      let text = Text(text)
      let content = Made.extent(filler + Self.sentence, in: text)
      let sources = Made.extent(source, in: text)
      let finding = Finding(
        analyzer: "attribution", extent: content.union(sources), sentence: 0, isInQuote: false,
        parts: [
          Part(role: .source, pieces: [sources], kind: "news-outlet"),
          Part(role: .cue, pieces: [Made.extent(cue, in: text)]),
          Part(role: .content, pieces: [content], kind: "indirect"),
        ], details: details)
      let newer = ReuseArticle(
        Article(
          id: "b", outlet: "Valley Record", date: "2026-03-04", text: text,
          origin: Origin(input: "b")), Reading(text), findings: [finding])
      return reuse([
        article("a", Self.flood, outlet: "Dorrin Evening Post", date: "2026-03-02"), newer,
      ]).passages()
    }
    let named = passages(
      "The Dorrin Evening Post reported that \(filler)\(Self.sentence)",
      source: "The Dorrin Evening Post", cue: "reported", details: [])
    #expect(named.map(\.isCredited) == [true])
    let known = passages(
      "The paper reported that \(filler)\(Self.sentence)", source: "The paper", cue: "reported",
      details: [Detail(name: "entity", value: "Dorrin Evening Post")])
    #expect(known.map(\.isCredited) == [true])
    let other = passages(
      "The Plains Observer reported that \(filler)\(Self.sentence)", source: "The Plains Observer",
      cue: "reported", details: [])
    #expect(other.map(\.isCredited) == [false])
  }
}
