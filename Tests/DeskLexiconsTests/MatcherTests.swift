import DeskLexicons
import DeskTestSupport
import DeskText
import Testing

@Suite struct MatcherTests {
  private func matcher(_ lines: [String]) throws -> Matcher {
    let entries = lines.map { $0.contains("\t") ? $0 : "\($0)\tx\t\t\t\td" }
    let text = LexiconTests.head + entries.joined(separator: "\n") + "\n"
    return Matcher([try Lexicon(file: "m.tsv", parsing: Array(text.utf8))])
  }

  private func check(_ lines: [String], _ marked: String) throws {
    let expected = MarkedText(marked)
    let words = Words(expected.text)
    let found = Matcher.longest(try matcher(lines).matches(in: words)).map {
      words.bytes($0.tokens)
    }
    #expect(
      found == expected.marked, "found \(found.map { expected.text[$0] }) in \(marked)")
  }

  @Test(
    "a pattern finds what it says",
    arguments: [
      ("reportedly", "⟦Reportedly⟧, Zoë ⟦reportedly⟧ left."),
      ("{claim/v}", "He ⟦claims⟧, ⟦claimed⟧, kept ⟦claiming⟧; reclaimed."),
      ("{crisis/n}", "A ⟦crisis⟧, not crisp."),
      ("could not [independently|at once]? be verified", "It ⟦could not be verified⟧."),
      ("could not [independently|at once]? be verified", "It ⟦could not at once be verified⟧."),
      ("outrag*", "An ⟦outrage⟧, ⟦outrageous⟧, outré."),
      ("so-called", "The ⟦so-called⟧ peace."),
      ("don't know", "We ⟦don’t know⟧."),
      ("remains ~2 seen", "It ⟦remains to be seen⟧; remains to be very seen."),
      ("été", "L’été, ⟦été⟧ et ⟦Été⟧."),
      ("no comment", "No.\ncomment; ⟦no comment⟧"),
    ])
  func finds(_ pattern: String, _ marked: String) throws { try check([pattern], marked) }

  @Test("of overlapping entries the longest counts, once")
  func longest() throws {
    try check(
      ["civil", "civil war", "war of words"], "A ⟦civil war⟧ of words, ⟦civil⟧ and ⟦war of words⟧")
  }

  @Test(
    "a condition keeps out what a word alone would let in",
    arguments: [
      ("may\tx\t\tlower; not next=<number>\t\td", "In May he ⟦may⟧ go, may 5."),
      ("about\tx\t\tnext=<number>\t\td", "⟦about⟧ 20 of them, about it, ⟦about⟧ twenty"),
      ("claims\tx\t\tnot prev=insurance\t\td", "insurance claims and ⟦claims⟧"),
      ("crisis\tx\t\tnot near=hotline\t\td", "A crisis at the hotline.\nA ⟦crisis⟧."),
      ("like\tx\t\tnot verb\t\td", "They like it; he is ⟦like⟧ a man."),
      ("freedom\tx\t\tlower\t\td", "The Freedom Party wants ⟦freedom⟧."),
      ("is\tx\t\tnext=<adverb>|said\t\td", "He ⟦is⟧ widely known and is here; it ⟦is⟧ said."),
    ])
  func conditions(_ line: String, _ marked: String) throws { try check([line], marked) }

  @Test("ten thousand entries do not slow the walk down: each is still found")
  func many() throws {
    let words = (0..<10_000).map {
      "w\(String($0, radix: 26).map { $0.isNumber ? "q\($0)q" : "\($0)" }.joined())x"
    }
    let unique = Array(Set(words)).sorted()
    let matcher = try matcher(unique)
    let text = Words(Text(unique.joined(separator: " ")))
    #expect(Matcher.longest(matcher.matches(in: text)).count == unique.count)
  }
}
