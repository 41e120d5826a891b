import DeskAnalysis
import DeskComparison
import DeskText
import Foundation
import Testing

@testable import DeskReports

/// What stands in a report for which numbers of articles: a rate alone, an interval, a test, or
/// words that say why there is none.
@Suite("What is printed")
struct WhatIsPrintedTests {
  /// An article of about so many words with so many hedges, on a story of its own name.
  private func article(
    _ id: String, _ outlet: String, hedges: Int, words: Int = 600, story: String = "Dorrin"
  ) -> Analysis {
    let event = ["flood", "dam", "mayor", "market", "river", "tower"].map { "\(story)\($0)" }
      .joined(separator: " ")
    let text =
      String(repeating: "\(event) ", count: max(1, (words - 3 * hedges) / 6)) + ". "
      + (0..<hedges).map { "Perhaps\($0) it fell." }.joined(separator: " ")
    return Made.analysis(
      id, outlet: outlet, title: "\(story) \(id)", text: text,
      (0..<hedges).map { ("hedging/modal", "Perhaps\($0)") })
  }

  private func outlet(_ name: String, _ hedges: [Int], words: Int = 600) -> [Analysis] {
    hedges.enumerated().map {
      article("\(name)\($0.offset)", name, hedges: $0.element, words: words)
    }
  }

  private func markdown(_ analyses: [Analysis]) -> String {
    Made.written {
      ComparisonMarkdown().write(Made.results(analyses), run: Made.run(), to: &$0)
    }
  }

  /// The cells of the first row of a table that begin with some words, blanks taken off.
  private func row(_ first: [String], in text: String, under heading: String) -> [String]? {
    guard let start = text.range(of: "## \(heading)\n") else { return nil }
    let part = text[start.upperBound...]
    for line in part.split(separator: "\n") {
      if line.hasPrefix("## ") { return nil }
      let cells = line.split(separator: "|").map {
        String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      if Array(cells.prefix(first.count)) == first { return cells }
    }
    return nil
  }

  /// Hedges and their rate at a glance.
  private func hedges(_ outlet: String, in text: String) -> [String]? {
    row([outlet], in: text, under: "At a glance").map { Array($0[5...6]) }
  }

  @Test("one article: count, words and rate, and words in the place of an interval")
  func oneArticle() {
    let text = markdown(outlet("Äther", [12]) + outlet("Bote", [6, 7, 8, 6, 7, 9]))
    #expect(hedges("Äther", in: text) == ["12", "20.0"])
    #expect(text.contains("Äther is here with one article: no interval, no comparison."))
    #expect(row(["Hedges", "Äther"], in: text, under: "Differences over all articles") == nil)
  }

  @Test("two to fourteen articles: an interval from the dispersion of all outlets")
  func fewArticles() throws {
    let text = markdown(outlet("Äther", [9, 12, 15]) + outlet("Bote", [6, 7, 8]))
    let rate = try #require(hedges("Bote", in: text)?[1])
    #expect(rate.hasPrefix("11.7 ("), "\(rate)")
  }

  @Test("with fewer than four degrees of freedom in all there is no interval")
  func noDegrees() {
    let text = markdown(outlet("Äther", [9, 12]) + outlet("Bote", [6, 7]))
    #expect(hedges("Bote", in: text) == ["13", "10.9"])
  }

  @Test("fifteen articles carry an interval alone")
  func manyArticles() throws {
    let text = markdown(outlet("Äther", (0..<15).map { 6 + $0 % 5 }))
    let rate = try #require(hedges("Äther", in: text)?[1])
    #expect(rate.hasPrefix("13.4 (") && rate.hasSuffix(")"), "\(rate)")
  }

  @Test("none found: what chance may have hidden, and no comparison")
  func noneFound() {
    let text = markdown(outlet("Äther", [0, 0, 0, 0]) + outlet("Bote", [9, 10, 8, 9]))
    #expect(hedges("Äther", in: text) == ["0", "≤ 1.5"])
    #expect(
      row(["Hedges", "Bote", "Äther"], in: text, under: "Differences over all articles") == nil)
  }

  @Test("under 200 words, or under five expected, the count stands alone")
  func countAlone() {
    let short = markdown(outlet("Äther", [9], words: 150))
    #expect(hedges("Äther", in: short) == ["9", "–"])
    let rare = markdown(outlet("Äther", [2, 2], words: 900))
    #expect(hedges("Äther", in: rare) == ["4", "–"])
  }

  @Test("three articles against three are too few for a test, four against four are enough")
  func tooFewForATest() throws {
    let heading = "Differences over all articles"
    let few = markdown(outlet("Äther", [9, 12, 15]) + outlet("Bote", [6, 7, 8]))
    let without = try #require(row(["Hedges", "Bote", "Äther"], in: few, under: heading))
    #expect(without[6...] == ["too few articles for a test", "–"])
    let enough = markdown(outlet("Äther", [9, 12, 15, 16]) + outlet("Bote", [6, 7, 8, 5]))
    let with = try #require(row(["Hedges", "Bote", "Äther"], in: enough, under: heading))
    #expect(with[5] == "-1.00")
    #expect(with[6...] == ["0.029", "0.029"])
  }

  /// Both outlets on so many stories, the first with more hedges on each.
  private func shared(_ stories: Int) -> [Analysis] {
    ["Veshti", "Quillan", "Zelna", "Brandt", "Thewlis", "Oskar", "Ilka"].prefix(stories)
      .enumerated()
      .flatMap { number, story in
        [
          article("a\(number)", "Äther", hedges: 15 + number, story: story),
          article("b\(number)", "Bote", hedges: 6 + number % 2, story: story),
        ]
      }
  }

  @Test("the same stories come first; under six of them words stand in the place of a test")
  func sharedStories() throws {
    let heading = "Differences inside the same stories"
    let few = markdown(shared(5))
    let five = try #require(row(["Hedges", "Bote", "Äther"], in: few, under: heading))
    #expect(five[3] == "5")
    #expect(five[6...] == ["–", "at least 6 shared stories are needed", "–"])
    #expect(!few.contains("**Inside the same stories.**"))
    let enough = markdown(shared(6))
    let six = try #require(row(["Hedges", "Bote", "Äther"], in: enough, under: heading))
    #expect(six[3] == "6")
    #expect(six[6].hasPrefix("-18."), "\(six[6])")
    #expect(six[7...] == ["0.031", "0.031"])
    #expect(enough.contains("They tell six stories; six are told by several outlets."))
    #expect(enough.contains("**Inside the same stories.** Hedges over the 6 stories"))
  }

  @Test("the pooled comparison comes second, with a warning")
  func warning() throws {
    let text = markdown(shared(6))
    let paired = try #require(text.range(of: "## Differences inside the same stories"))
    let pooled = try #require(text.range(of: "** With care: outlets that cover different stories"))
    #expect(paired.lowerBound < pooled.lowerBound)
    #expect(text.contains("outlets that cover different stories may differ for that alone"))
  }

  @Test("stories that no two outlets tell are called what they are")
  func ownStories() {
    let text = markdown([
      article("a", "Äther", hedges: 0, story: "Veshti"),
      article("b", "Bote", hedges: 0, story: "Quillan"),
    ])
    #expect(
      text.contains(
        "They tell two stories, none of them told by two outlets: what differs may be the topics."))
  }
}
