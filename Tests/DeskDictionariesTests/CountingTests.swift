import Copydesk
import DeskTestSupport
import Foundation
import Testing

/// Counts worked out by hand after what quanteda documents (`tokens_lookup`, globs, any case), and
/// for `.dic` with the `liwc` package for Python.
@Suite struct CountingTests {
  @Test func `wild cards and phrases count as in the liwc package`() throws {
    // `reference.py` prints these counts.
    let text = """
      Honest and fair men; honesty, fairness and unfairness hurt. The cruelest of the cruel at the \
      café: unhurt, cruelty-free, hurt.
      """
    #expect(
      Case.counts(try Case.dictionary("values.dic"), in: text)
        == ["good": 5, "bad": 6, "harm": 5])
  }

  /// Every seventh word of the seeds, every third of these cut to a wild card, in one or two of
  /// five categories.
  private static func made(of words: [String]) -> String {
    var out = "%\n" + (1...5).map { "\($0)\tcat\($0)\n" }.joined() + "%\n"
    for (number, word) in Set(words).sorted().enumerated() where number % 7 == 0 {
      let isWild = number % 3 == 0 && word.count > 3
      out += isWild ? word.prefix(3 + number % (word.count - 2)) + "*" : word[...]
      let first = number % 5
      let second = (first + 1 + number % 4) % 5
      out += "\t\(first + 1)" + (number % 2 == 0 ? "\t\(second + 1)\n" : "\n")
    }
    return out
  }

  @Test func `where the liwc package is at hand, counts on the seeds are its own`() throws {
    let env = URL(filePath: "/usr/bin/env")
    guard try ProgramRun(["python3", "-c", "import liwc"], program: env).status == 0 else {
      print("Not compared with the liwc package for Python, which is not here: pip install liwc")
      return
    }
    let texts = try Checkout.names(in: "seeds").filter { $0.hasSuffix(".txt") }.map {
      Text(try Checkout.text("seeds/\($0)"))
    }
    let words = texts.map { text in
      Words(text).tokens.map { text[$0.extent].lowercased().replacing("’", with: "'") }
    }
    let dictionary = Self.made(of: words.joined().filter { $0.first?.isLetter ?? false })
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "copydesk-liwc-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (file, list) = (folder.appending(path: "made.dic"), folder.appending(path: "words.txt"))
    try Data(dictionary.utf8).write(to: file)
    let read = try Case.dictionary("made.dic", dictionary)
    var sum = 0
    for (text, words) in zip(texts, words) {
      try Data(words.joined(separator: "\n").utf8).write(to: list)
      let run = try ProgramRun(
        [
          "python3", "Tests/DeskDictionariesTests/reference.py", file.path(), "--words",
          list.path(),
        ], program: env)
      #expect(run.status == 0, "\(run.errors)")
      let counts = Case.counts(read, in: text.string)
      sum += counts.values.reduce(0, +)
      // The program's `'s` is a word by itself, and no entry.
      let told = counts.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)\n" }.joined()
      #expect(run.output == told)
    }
    #expect(sum > 500)
  }

  @Test
  func `of two entries for one word the shorter wild card decides, and of two lines the last`()
    throws
  {
    let dictionary = try Case.dictionary("rules.dic")
    #expect(
      Case.counts(dictionary, in: "Happy, happily hurt; abc, like, kind, odd.")
        == ["care": 3, "all": 2])
    // Phrases are beyond that package; LIWC itself has them.
    #expect(Case.counts(dictionary, in: "It is kind of nice.") == ["care": 1, "all": 1])
  }

  @Test func `within a category the longest phrase counts and nothing inside it`() throws {
    let dictionary = try Case.dictionary("nested.yml")
    #expect(
      Case.counts(dictionary, in: "The United States Congress of the United States, united.")
        == ["foreign": 3])
  }

  @Test func `categories count without regard to each other`() throws {
    let dictionary = try Case.dictionary("a.yml", "a: [income tax*, tax]\nb: [taxes, tax]\n")
    #expect(
      Case.counts(dictionary, in: "Income taxes, a tax and TAXES.") == ["a": 2, "b": 3])
  }

  @Test func `of overlapping phrases of a category the longer, then the first counts`() throws {
    let dictionary = try Case.dictionary("a.yml", "a: [b c, c d e, e f]\n")
    #expect(Case.counts(dictionary, in: "b c d e f") == ["a": 1])
    let equal = try Case.dictionary("a.yml", "a: [b c, c d]\n")
    #expect(Case.counts(equal, in: "b c d") == ["a": 1])
    #expect(Case.counts(equal, in: "b c c d") == ["a": 2])
  }

  @Test func `globs stand for letters anywhere in a word`() throws {
    let dictionary = try Case.dictionary("nested.yml")
    #expect(
      Case.counts(dictionary, in: "Wage and wags, wag, wages; unemployed, un-American, Employers.")
        == ["economy/jobs": 4])
    let german = try Case.dictionary("a.yml", "a: ['über*', 'm?nchen', '?', '*ß*']\n")
    #expect(Case.counts(german, in: "ÜBERALL in MÜNCHEN, a Straße!") == ["a": 4])
  }

  @Test func `a bare star is one word, in a phrase too`() throws {
    let dictionary = try Case.dictionary("a.yml", "any: ['*']\nnot: [not * good]\n")
    #expect(
      Case.counts(dictionary, in: "Not very good, not good.") == ["any": 5, "not": 1])
  }

  @Test func `curly apostrophes and capital letters are no difference`() throws {
    let dictionary = try Case.dictionary("a.yml", "a: [don't, \"Taliban's\", U.S.]\n")
    #expect(Case.counts(dictionary, in: "Don’t; the TALIBAN’s u.s.") == ["a": 3])
  }

  @Test func `a phrase does not reach over the end of a sentence`() throws {
    let dictionary = try Case.dictionary("tone.lc3")
    #expect(
      Case.counts(dictionary, in: "It was not. Good work, well done, badly not good.")
        == ["POSITIVE": 3, "NEGATIVE": 2])
  }

  @Test func `findings carry entry, file, line and weight`() throws {
    let dictionary = try Case.dictionary("feelings.csv")
    let reading = Reading(Text("She was afraid, scared, stiff."))
    let findings = DictionaryAnalyzer(dictionary).findings(
      in: reading, matches: Matcher([dictionary.lexicon]).matches(in: reading.words))
    let told = findings.map {
      "\($0.category ?? "") \($0.weight ?? 0) \($0.evidence?.entry ?? "") \($0.evidence?.line ?? 0)"
    }
    #expect(told == ["joy -0.2 afraid 4", "fear 0.7 afraid 4", "fear 0.9 scared, stiff 3"])
    #expect(findings.allSatisfy { $0.analyzer == "made" && $0.evidence?.lexicon == "feelings.csv" })
  }

  @Test func `a run counts categories and weights beside the program's own measures`() throws {
    var lexicons = Lexicons.embedded
    lexicons.dictionaries = [try Case.dictionary("feelings.csv")]
    let measures = Measures(dictionaries: lexicons.dictionaries)
    let article = Article(
      id: "a", text: Text("Happy and joyful, he was afraid."), origin: Origin(input: "a.txt"))
    let analysis = Desk(lexicons: lexicons).analysis(of: article)
    let counts = ArticleCounts(analysis, measures: measures)
    let told = zip(measures.members, counts.counts).suffix(5).map { "\($0.name) \($1)" }
    #expect(
      told == [
        "made 3", "made.joy 3", "made.joy.weight 1600", "made.fear 1", "made.fear.weight 700",
      ])
    let plain = Desk().analysis(of: article)
    #expect(ArticleCounts(plain).counts == Array(counts.counts.dropLast(5)))
  }
}
