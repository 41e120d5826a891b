import Copydesk
import DeskTestSupport
import Testing

/// The examples that word lists carry (`#@ finds`, `#@ ignores`) hold.
struct LexiconExamplesTests {
  /// Files of lists that have examples.
  static let files = Lexicons.embedded.lists.map(\.file)

  @Test("what a list's examples mark is found, and nothing else", arguments: files)
  func finds(_ file: String) throws {
    let list = try #require(Lexicons.embedded.lists.first { $0.file == file })
    #expect(!list.finds.isEmpty, "\(file) shows nothing that it finds")
    for example in list.finds + list.ignores {
      let marked = MarkedText(example.marked)
      let found = Self.found(by: list, in: Reading(marked.text)).map { marked.text[$0] }
      #expect(
        found == marked.marked.map { marked.text[$0] }, "\(file):\(example.line)")
    }
  }

  @Test("what a list ignores has no marks", arguments: files)
  func ignores(_ file: String) throws {
    let list = try #require(Lexicons.embedded.lists.first { $0.file == file })
    #expect(!list.ignores.isEmpty, "\(file) shows nothing that it ignores")
    for example in list.ignores {
      #expect(MarkedText(example.marked).marked.isEmpty, "\(file):\(example.line)")
    }
  }

  /// What an analyzer that counts entries makes of its list; of other lists, where entries stand.
  ///
  /// An attribution is more than its cue, and boilerplate is no finding: their examples show words.
  private static func found(by list: Lexicon, in reading: Reading) -> [Extent<Unit.Byte>] {
    let counting = analyzers.filter { $0.name == list.analyzer && $0 != AttributionAnalyzer.self }
    if counting.isEmpty {
      return Matcher.longest(Matcher([list]).matches(in: reading.words)).map {
        reading.words.bytes($0.tokens)
      }
    }
    return Analysts(.embedded, analyzers: counting).findings(in: reading).map(\.extent)
  }
}
