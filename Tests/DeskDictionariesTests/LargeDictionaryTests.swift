import Copydesk
import DeskTestSupport
import Testing

/// What large dictionaries rest on, against the plainest way to say the same.
@Suite struct LargeDictionaryTests {
  /// The same numbers in every run.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// Words, beginnings and phrases of the text itself, so that many overlap, in four categories.
  private static func made(of words: [String], _ numbers: inout Numbers) throws -> UserDictionary {
    var members: [[String]] = [[], [], [], []]
    for _ in 0..<600 {
      let start = Int.random(in: 0..<words.count - 4, using: &numbers)
      let phrase = words[start..<start + Int.random(in: 1...4, using: &numbers)]
      var entry = phrase.joined(separator: " ")
      let first = phrase[start]
      if phrase.count == 1, first.count > 3, Bool.random(using: &numbers) {
        entry = first.prefix(Int.random(in: 3..<first.count, using: &numbers)) + "*"
      }
      for _ in 0...Int.random(in: 0...1, using: &numbers) {
        members[Int.random(in: 0..<4, using: &numbers)].append("\"\(entry)\"")
      }
    }
    let lists = members.enumerated().map { "c\($0): [\($1.joined(separator: ", "))]\n" }
    return try Case.dictionary("made.yml", lists.joined())
  }

  @Test func `in each category the longest count first, and nothing that overlaps them`() throws {
    var numbers = Numbers(state: 7)
    for name in try Checkout.names(in: "seeds").filter({ $0.hasSuffix(".txt") }).sorted() {
      let text = Text(try Checkout.text("seeds/\(name)"))
      let words = Words(text).tokens.map { text[$0.extent].lowercased() }
        .filter { $0.allSatisfy(\.isLetter) }
      let dictionary = try Self.made(of: words, &numbers)
      let reading = Reading(text)
      let matches = Matcher([dictionary.lexicon]).matches(in: reading.words)
      #expect(matches.count > 500)
      let entries = dictionary.lexicon.entries

      var expected: [(category: String, tokens: Extent<Unit.Token>)] = []
      for category in dictionary.categories {
        let own = matches.filter { entries[$0.entry].category == category }.sorted {
          ($1.tokens.count, $0.tokens.start) < ($0.tokens.count, $1.tokens.start)
        }
        var counted: [Extent<Unit.Token>] = []
        for match in own where !counted.contains(where: { $0.overlaps(match.tokens) }) {
          counted.append(match.tokens)
        }
        expected += counted.map { (category, $0) }
      }
      expected.sort { ($0.tokens, $0.category) < ($1.tokens, $1.category) }

      let analyzer = DictionaryAnalyzer(dictionary)
      let findings = analyzer.findings(in: reading, matches: matches)
      #expect(findings.map(\.category) == expected.map(\.category))
      #expect(findings.map(\.extent) == expected.map { reading.words.bytes($0.tokens) })

      let counts = analyzer.counts(in: reading, matches: matches)
      #expect(
        counts.words == dictionary.categories.map { name in expected.count { $0.category == name } }
      )
      #expect(counts.places == Set(expected.map(\.tokens)).count)
    }
  }

  @Test func `a run that tells no places counts what its findings would`() throws {
    var lexicons = Lexicons.embedded
    lexicons.dictionaries = try ["feelings.csv", "nested.yml"].map { file in
      let format = try #require(dictionaryFormat(named: nil, file: file))
      return try UserDictionary(
        name: String(file.prefix(6)), DictionaryFile(name: file, bytes: Case.bytes(file)),
        as: format)
    }
    let measures = Measures(dictionaries: lexicons.dictionaries)
    let (finding, counting) = (
      Desk(lexicons: lexicons), Desk(lexicons: lexicons, countsDictionaries: true)
    )
    let text = Text(
      "Happy and joyful, afraid of wages: he was scared, stiff. Wage, employers, “afraid” of happy wags."
    )
    let article = Article(id: "a", text: text, origin: Origin(input: "a.txt"))
    let found = finding.analysis(of: article)
    let counted = counting.analysis(of: article)
    #expect(
      ArticleCounts(found, measures: measures) == ArticleCounts(counted, measures: measures))
    for name in ["feelin", "feelin.joy.weight", "nested", "nested.economy/jobs"] {
      let index = try #require(measures.index(name))
      #expect(ArticleCounts(found, measures: measures).counts[index] > 0, "\(name)")
    }
    #expect(counted.findings.count < found.findings.count)
  }

  @Test func `a word has all its beginnings, and no other`() throws {
    let letters = ["a", "b", "c", "é", "'"]
    var numbers = Numbers(state: 11)
    func word(_ range: ClosedRange<Int>) -> String {
      let count = Int.random(in: range, using: &numbers)
      let word = (1..<count).map { _ in letters.randomElement(using: &numbers) ?? "a" }.joined()
      // Two apostrophes are no part of a word, and one with an "s" neither.
      return "a" + word.replacing("''", with: "b") + "b"
    }
    let beginnings = Set((0..<400).map { _ in word(2...6) })
    let list = beginnings.sorted().map { "\"\($0)*\"" }.joined(separator: ", ")
    let dictionary = try Case.dictionary("made.yml", "all: [\(list)]\n")
    let matcher = Matcher([dictionary.lexicon])
    var hits = 0
    for _ in 0..<2000 {
      let word = word(3...9)
      // In a text letters may be capital and apostrophes curly.
      let written = Bool.random(using: &numbers) ? word.uppercased() : word
      let text = written.replacing("'", with: "’")
      let found = matcher.matches(in: Reading(Text(text)).words)
        .map { dictionary.lexicon.entries[$0.entry].pattern }
      let expected = beginnings.filter { word.hasPrefix($0) }.map { $0 + "*" }
      #expect(Set(found) == Set(expected), "\(text)")
      #expect(found.count == expected.count, "\(text)")
      hits += expected.count
    }
    #expect(hits > 1000)
  }

  @Test func `a beginning may begin with a letter that is folded`() throws {
    let dictionary = try Case.dictionary("a.dic", "%\n1\ta\n%\nécole*\t1\n'tis*\t1\n")
    #expect(Case.counts(dictionary, in: "Écoles, école, ÉCOLIER, ’tis.") == ["a": 3])
  }
}
