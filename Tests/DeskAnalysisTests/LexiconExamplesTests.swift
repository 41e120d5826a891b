import Copydesk
import DeskTestSupport
import Testing

/// The examples that word lists carry (`#@ finds`, `#@ ignores`) hold.
struct LexiconExamplesTests {
  /// Files of lists that have examples.
  static let files = Lexicons.embedded.lists.map(\.file)

  /// The analyzers that count entries: an attribution is more than its cue, and boilerplate is no
  /// finding, so that the examples of their lists show words.
  static let counting = analyzers.filter { $0 != AttributionAnalyzer.self }

  @Test("what a list's examples mark is found", arguments: files)
  func finds(_ file: String) throws {
    let list = try #require(Lexicons.embedded.lists.first { $0.file == file })
    #expect(!list.finds.isEmpty, "\(file) shows nothing that it finds")
    for example in list.finds {
      let marked = MarkedText(example.marked)
      let found = Self.found(by: list, in: Reading(marked.text)).map { marked.text[$0] }
      let wanted = marked.marked.map { marked.text[$0] }
      if Self.counting.contains(where: { $0.name == list.analyzer }) {
        #expect(found == wanted, "\(file):\(example.line)")
      } else {
        #expect(Set(found).isSuperset(of: wanted), "\(file):\(example.line)")
      }
    }
  }

  @Test("in what a list ignores nothing is found", arguments: files)
  func ignores(_ file: String) throws {
    let list = try #require(Lexicons.embedded.lists.first { $0.file == file })
    #expect(!list.ignores.isEmpty, "\(file) shows nothing that it ignores")
    for example in list.ignores {
      let marked = MarkedText(example.marked)
      #expect(marked.marked.isEmpty, "\(file):\(example.line)")
      let found = Self.found(by: list, in: Reading(marked.text)).map { marked.text[$0] }
      #expect(found.isEmpty, "\(file):\(example.line)")
    }
  }

  /// What an analyzer that counts makes of its list; of other lists, where entries stand.
  private static func found(by list: Lexicon, in reading: Reading) -> [Extent<Unit.Byte>] {
    let readers = counting.filter { $0.name == list.analyzer }
    if readers.isEmpty {
      return Matcher.longest(Matcher([list]).matches(in: reading.words)).map {
        reading.words.bytes($0.tokens)
      }
    }
    return Analysts(.embedded, analyzers: readers).findings(in: reading).map(\.extent)
  }
}
