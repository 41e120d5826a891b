import DeskLexicons
import DeskTestSupport
import DeskText
import Testing

/// What a matcher remembers of earlier texts must not show in what it finds.
@Suite struct SeenTypesTests {
  private func matcher(_ lines: [String]) throws -> Matcher {
    let entries = lines.map { "\($0)\tx\t\t\t\td" }
    let text = LexiconTests.head + entries.joined(separator: "\n") + "\n"
    return Matcher([try Lexicon(file: "m.tsv", parsing: Array(text.utf8))])
  }

  private let entries = [
    "may", "may be", "outrag*", "out*", "[the]? so-called", "[very|most]? brutal* attack",
    "été", "don't know", "incomprehensibilities", "incomprehensib*", "3rd", "u.s.",
  ]
  private let texts = [
    "May be; may Be. MAY", "Outrage, OUTRAGEOUS, outré, Out", "The so-called so‑called so-called",
    "A very brutal attack, brutally attack. Most BRUTAL\nattack", "L’été, Été",
    "We don’t know, don't",
    "Incomprehensibilities and incomprehensibility", "the 3rd, The U.S. may", "may", "",
    "out", "so-called", "exactly sixteen le incomprehensibil", "é may",
  ]

  private func found(by matcher: Matcher, in text: String) -> [Match] {
    matcher.matches(in: Words(Text(text)))
  }

  @Test("a text's matches are the same whatever texts came before, and whatever stands around it")
  func order() throws {
    let used = try matcher(entries)
    for text in texts + texts.reversed() + texts {
      let fresh = try matcher(entries)
      #expect(found(by: used, in: text) == found(by: fresh, in: text), "\(text)")
      // The last word of a text is read by other means than one with more behind it.
      let longer = text + " 0 0 0 0 0 0 0 0"
      #expect(found(by: used, in: longer) == found(by: fresh, in: text), "\(text)")
    }
  }

  @Test("more types than any table holds are all looked up, in one text and in many")
  func many() throws {
    let used = try matcher(["w123*", "w77777"])
    let words = (0..<80_000).map { "w\($0)" }
    let expected = words.indices.filter { words[$0].hasPrefix("w123") || $0 == 77_777 }
    for _ in 0..<2 {
      #expect(
        found(by: used, in: words.joined(separator: " ")).map(\.tokens.start) == expected)
      let single = words.indices.filter { !found(by: used, in: words[$0]).isEmpty }
      #expect(single == expected)
    }
  }

  @Test("threads that share a matcher find what one alone finds")
  func threads() async throws {
    let shared = try matcher(entries)
    let expected = texts.map { found(by: shared, in: $0) }
    await withTaskGroup(of: [[Match]].self) { group in
      for _ in 0..<8 {
        group.addTask { (0..<50).flatMap { _ in texts.map { found(by: shared, in: $0) } } }
      }
      for await all in group {
        #expect(all == (0..<50).flatMap { _ in expected })
      }
    }
  }
}
