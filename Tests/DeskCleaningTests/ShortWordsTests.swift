import Testing

@testable import DeskCleaning

@Suite struct ShortWordsTests {
  @Test("each word has its number, and others have none", arguments: [0, 1, 2, 60, 700, 5_000])
  func numbers(_ count: Int) {
    let all = (0..<2 * count).map { ShortWords.key(of: "w\($0)".utf8) }
    let words = ShortWords(
      Dictionary(uniqueKeysWithValues: all.prefix(count).enumerated().map { ($1, UInt16($0 + 1)) }))
    words.withNumbers { number in
      #expect(all.map(number) == (0..<2 * count).map { $0 < count ? UInt16($0 + 1) : 0 })
      #expect(number(0) == 0)
    }
  }

  @Test("capitals are small letters, and all eight bytes count")
  func keys() {
    #expect(ShortWords.key(of: "Auch".utf8) == ShortWords.key(of: "auch".utf8))
    #expect(ShortWords.key(of: "abcdefgh".utf8) != ShortWords.key(of: "abcdefgi".utf8))
    #expect(ShortWords.key(of: "bbcdefgh".utf8) != ShortWords.key(of: "abcdefgh".utf8))
  }
}
