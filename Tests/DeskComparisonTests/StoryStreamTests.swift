import DeskReading
import DeskText
import Testing

@testable import DeskComparison

/// Stories of a stream sorted by date.
@Suite("Stories of a stream")
struct StoryStreamTests {
  /// Articles of made events over some weeks, several events a day, some of them over days.
  private static let articles: [StoryArticle] = {
    var out: [(day: Int, article: StoryArticle)] = []
    for event in 0..<60 {
      let name = String(["zelna", "veshti", "dorrin", "quillan", "thewlis"][event % 5].reversed())
      let words = (0..<12).map { "\(name)\(letter(event))\(letter($0))x" }
      for telling in 0..<(1 + event % 4) {
        let day = 1 + event / 2 + telling * (event % 3)
        let text = Text(
          (0..<40).map { words[($0 * (telling + 1) + event) % words.count] }.joined(separator: " "))
        let date = "2026-\(day > 28 ? "03" : "02")-\(padded(day > 28 ? day - 28 : day))"
        let article = Article(
          id: "\(event)-\(telling)", outlet: "Äther \(telling)", date: date, text: text,
          origin: Origin(input: "in", line: event))
        out.append((day, StoryArticle(article, Reading(text))))
      }
    }
    return out.sorted { ($0.day, $0.article.id) < ($1.day, $1.article.id) }.map(\.article)
  }()

  private static func letter(_ number: Int) -> String {
    String(UnicodeScalar(UInt8(97 + number % 26))) + String(UnicodeScalar(UInt8(97 + number / 26)))
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private func lines(_ stories: [ToldStory]) -> [String] {
    stories.map { "\($0.number): \($0.articles.map(\.id).joined(separator: " ")), \($0.title)" }
  }

  @Test("it gives the stories that all articles at once give", arguments: [1, 3, 10, 1_000])
  func same(_ leastClosing: Int) {
    var whole = Stories()
    var stream = StoryStream(leastClosing: leastClosing)
    var found: [ToldStory] = []
    var most = 0
    for article in Self.articles {
      whole.add(article)
      let (stories, isInOrder) = stream.add(article)
      #expect(isInOrder)
      found += stories
      most = max(most, stream.heldCount)
    }
    found += stream.end()
    #expect(lines(found) == lines(whole.told()))
    #expect(found.contains { $0.articles.count > 1 })
    if leastClosing < 20 { #expect(4 * most < 3 * Self.articles.count) }
  }

  @Test("an article dated before the one above it is not taken in")
  func late() throws {
    var stream = StoryStream()
    let last = try #require(Self.articles.last)
    let first = try #require(Self.articles.first)
    #expect(stream.add(last).isInOrder)
    #expect(!stream.add(first).isInOrder)
    #expect(stream.end().flatMap { $0.articles.map(\.id) } == [last.id])
  }
}
