import DeskComparison
import DeskReading
import DeskText
import Testing

/// Grouping of articles by the event they tell.
@Suite("Stories")
struct StoriesTests {
  private func article(
    _ id: String, _ text: String, title: String? = nil, date: String? = nil
  ) -> StoryArticle {
    let text = Text(text)
    return StoryArticle(
      Article(id: id, title: title, date: date, text: text, origin: Origin(input: id)),
      Reading(text))
  }

  private func groups(_ articles: [StoryArticle]) -> [[String]] {
    var stories = Stories()
    for article in articles { stories.add(article) }
    return stories.stories().map { $0.articles.map { stories.articles[$0].id } }
  }

  static let flood = """
    The river Zelna broke its banks at Dorrin on Monday, and 300 people were led to safety. Mayor
    Ilka Brandt said that the old dam at Veshti had held. Water stood two metres high in the market
    hall of Dorrin.
    """
  static let floodAgain = """
    Some 300 residents of Dorrin fled when the Zelna flooded the town. The Veshti dam held, Mayor
    Ilka Brandt told reporters, while water two metres deep filled the market hall.
    """
  static let strike = """
    Bus drivers in Port Quillan walked out over pay on Tuesday. Union leader Oskar Thewlis said the
    strike would last until the Quillan council met. Trams ran as usual.
    """
  static let strikeAgain = """
    No buses ran in Port Quillan as drivers began a strike over pay. The council has not met Oskar
    Thewlis, who leads the union. Trams were crowded.
    """

  @Test("articles of one event come together, others stay apart, the first gives the number")
  func grouping() {
    #expect(
      groups([
        article("a", Self.flood), article("b", Self.strike), article("c", Self.floodAgain),
        article("d", Self.strikeAgain),
      ]) == [["a", "c"], ["b", "d"]])
  }

  @Test(
    "articles that open with other days of the week, or other years, are less likely one event",
    arguments: [("Monday", "Monday"), ("Monday", "Friday"), ("2021", "2021"), ("2019", "2021")])
  func namedDays(_ first: String, _ second: String) {
    let told = { (day: String) in
      "The Zelna rose on \(day), and the mayor of Dorrin said that the market hall would be shut. "
        + "Nobody knows for how long."
    }
    let other = { (day: String) in
      "Traders mopped floors on \(day). In Dorrin stalls swam, and the hall had no power, while "
        + "children paddled along Harbour Street and cats sat on roofs. Old Marta sold wet bread, "
        + "two geese and a drowned accordion."
    }
    let together = groups([article("a", told(first)), article("b", other(second))]).count == 1
    #expect(together == (first == second))
  }

  @Test("lone articles are stories of their own; no article gives no story")
  func alone() {
    #expect(groups([article("a", Self.flood), article("b", Self.strike)]) == [["a"], ["b"]])
    #expect(groups([]) == [])
    #expect(groups([article("a", ""), article("b", "")]) == [["a"], ["b"]])
  }

  @Test(
    "dates more than a week apart are two events, however alike the words",
    arguments: [("2026-03-02", true), ("2026-03-04", true), ("2026-03-20", false)])
  func dates(_ date: String, _ isSame: Bool) {
    let found = groups([
      article("a", Self.flood, date: "2026-03-02"),
      article("b", Self.floodAgain, date: date),
    ])
    #expect(found == (isSame ? [["a", "b"]] : [["a"], ["b"]]))
  }

  @Test("an article without a date joins those with one, whichever comes first")
  func undated() {
    let dated = article("a", Self.flood, date: "2026-03-02")
    let undated = article("b", Self.floodAgain)
    #expect(groups([dated, undated]) == [["a", "b"]])
    #expect(groups([undated, dated]) == [["b", "a"]])
  }

  @Test("the order of articles changes no group")
  func order() {
    let articles = [
      article("a", Self.flood), article("b", Self.strike), article("c", Self.floodAgain),
      article("d", Self.strikeAgain),
    ]
    let forward = Set(groups(articles).map { Set($0) })
    #expect(Set(groups(articles.reversed()).map { Set($0) }) == forward)
  }

  @Test("a story is shown by the article most like all others")
  func central() {
    var stories = Stories()
    stories.add(article("a", Self.flood + Self.strike))
    stories.add(article("b", Self.flood))
    stories.add(article("c", Self.floodAgain))
    let story = stories.stories()[0]
    #expect(story.articles == [0, 1, 2])
    #expect(stories.articles[story.central].id == "b")
  }

  /// Words that no list has, a run of them by its name.
  private func words(_ name: String, _ count: Int, times: Int = 1) -> String {
    let words = (0..<count).map { "\(name)x\($0)y" }
    return Array(repeating: words.joined(separator: " "), count: times).joined(separator: " ")
  }

  @Test(
    "words in both leads tell more than the same words below them", arguments: [true, false])
  func leads(_ isInLead: Bool) {
    let articles = ["a", "b"].map { name in
      let first = words(name, 47)
      let last = words("\(name)z", 13)
      let shared = words("shared", 13)
      return article(
        name,
        (isInLead ? [shared, first, last] : [first, last, shared]).joined(separator: " ") + ".")
    }
    #expect(groups(articles) == (isInLead ? [["a", "b"]] : [["a"], ["b"]]))
  }

  @Test("two articles that have each found another stay apart where alone they would come together")
  func twoPairs() {
    let articles = ["a", "b"].flatMap { group in
      (1...2).map { number in
        article(
          "\(group)\(number)",
          [words("all", 4), words(group, 12), words("\(group)\(number)", 9)]
            .joined(separator: " ") + ".")
      }
    }
    #expect(groups([articles[0], articles[2]]) == [["a1", "b1"]])
    #expect(groups(articles) == [["a1", "a2"], ["b1", "b2"]])
  }

  @Test("among hundreds of articles too, two that are like a third are compared with each other")
  func neighbours() {
    let (first, second) = (words("first", 30), words("second", 30))
    let more = words("more", 8)
    let ends = (1...3).map {
      article("a\($0)", "\(words("first", 30, times: 3)) \(second) \(more).")
    }
    let middle = article("b", "\(first) \(second) \(more).")
    // What weighs most in it weighs little in the first three.
    let other = article("c", "\(words("second", 30, times: 3)) \(first).")
    // What links the five to a large story, without being told by it.
    let between = article("d", "\(words("flood", 26)) \(words("first", 4)).")
    let large = (1...300).map { article("e\($0)", "\(words("flood", 50)).") }
    let found = groups(ends + [middle, other, between] + large)
    #expect(found.first == ["a1", "a2", "a3", "b", "c"])
  }
}
