import Copydesk
import Testing

@Suite struct FormatTests {
  /// `category: entry weight`, sorted.
  private func told(_ dictionary: UserDictionary) -> [String] {
    dictionary.entries.map { "\($0.category): \($0.text) \($0.weight)" }.sorted()
  }

  @Test func `each format is read with its categories, phrases and weights`() throws {
    #expect(
      told(try Case.dictionary("moral.dicx")) == [
        "Care: as if 0.5", "Care: help 1.0", "Care: kind* 1.0", "Harm, done: as if -1.5",
        "Harm, done: cruel* 1.0", "Harm, done: help 1.0",
      ])
    #expect(
      told(try Case.dictionary("populism.ykd")) == [
        "Populism/People & elites: elit* 1.5", "Populism/People & elites: the people 1.0",
        "Populism: betray* 1.0",
      ])
    #expect(
      told(try Case.dictionary("themes.cat")) == [
        "ENVIRONMENT/CLIMATE: GLOBAL WARMING 1.0", "ENVIRONMENT/CLIMATE: GREENHOUSE* 2.0",
        "ENVIRONMENT: WASTE 1.0", "TRADE: TARIFF? 1.0",
      ])
    #expect(
      told(try Case.dictionary("tone.lcd")) == [
        "tone/negative: bad* 1.0", "tone/negative: not good 1.0", "tone/positive: good 1.0",
        "tone/positive: well done 1.0",
      ])
    #expect(told(try Case.dictionary("own.tsv")) == ["one: w?rd 1.0", "two/deep: last* 0.25"])
    #expect(try Case.dictionary("nested.yml").categories.contains("nothing"))
    #expect(try Case.dictionary("nested.yml").entries.contains { $0.text == "no" && $0.line == 7 })
  }

  @Test func `windows-1252 bytes are letters`() throws {
    #expect(try Case.dictionary("values.dic").entries.contains { $0.text == "café" })
    let mac = try Case.dictionary("a.lc3", Array("+a\r\u{1}b\r".utf8))
    #expect(told(mac) == ["a: b 1.0"])
    let wide = "+a\nb\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(told(try Case.dictionary("a.lc3", [0xFF, 0xFE] + wide)) == ["a: b 1.0"])
  }

  @Test func `what is not counted is told with its line`() throws {
    #expect(
      try Case.dictionary("rules.dic").notices.map(\.description) == [
        "rules.dic:6:1: 'happy' never counts (all): readers of LIWC take 'happ*' in line 5",
        "rules.dic:7:1: 'hurt' never counts (care): readers of LIWC take 'hurt' in line 8",
        "rules.dic:9:1: 'ab*c': '*' stands at the end of an entry only; left out",
        "rules.dic:10:1: 'like': the condition '(02 134)125/464' is not counted",
        "rules.dic:11:1: 'kind': the condition '<of>131/125' is not counted",
        "rules.dic:12:1: 'odd': no category has the number 9",
      ])
    #expect(try Case.dictionary("themes.cat").notices.map(\.line) == [5, 6])
    let regex =
      "<dictionary patternengine=\"regex\"><cnode name=\"a\">\n<pnode name=\"b+\"/></cnode></dictionary>"
    #expect(throws: LexiconFault.self) { try Case.dictionary("a.ykd", regex) }
  }

  @Test(arguments: [
    ("a.dic", "1\ta\nb\t1\n", 1), ("a.dic", "%\n1\ta\n1\tb\n%\nc\t1\n", 3),
    ("a.dic", "%\n1\ta\n%\n", 1), ("a.dicx", "word,a\nb,X\n", 1),
    ("a.dicx", "DicTerm,a\nb,X,X\n", 2), ("a.dicx", "DicTerm,a\n\"b,X\n", 2),
    ("a.yml", "- a\n- b\n", 1), ("a.yml", "a: [b\nc: d\n", 2), ("a.yml", "a: b\na: c\n", 1),
    ("a.yml", "a:\n  [x]: b\n", 2), ("a.yml", "", 1), ("a.lc3", "b\n+a\n", 1),
    ("a.lc3", "+\nb\n", 1), ("a.ykd", "<dictionary>\n<cnode name='a'>\n<pnode", 3),
    ("a.ykd", "<html/>", 1), ("a.ykd", "<dictionary><pnode name='b'/></dictionary>", 1),
    ("a.lcd", "<!DOCTYPE d [<!ENTITY b 'c'>]><dictionary><cnode name='&b;'/></dictionary>", 1),
    ("a.cat", "b (1)\n", 1), ("a.cat", "a\n\t\tb (1)\n", 2), ("a.csv", "term\nb\n", 1),
    ("a.csv", "term,a\nb,c\n", 1), ("a.csv", "term,a\nb,1,2\n", 2),
    ("a.csv", "term,category,weight\nb,c,d\n", 2), ("a.tsv", "entry\tcategory\nb\n", 2),
    ("a.tsv", "word\tcategory\nb\tc\n", 1),
  ])
  func `a damaged file is refused with its line`(file: String, text: String, line: Int) throws {
    let error = try #require(throws: LexiconFault.self) { try Case.dictionary(file, text) }
    #expect(error.file == file)
    #expect(error.line == line, "\(error)")
  }

  @Test func `a file cut off anywhere is read or refused, never a crash`() throws {
    for file in Self.files {
      let bytes = try Case.bytes(file)
      for end in bytes.indices { _ = try? Case.dictionary(file, Array(bytes[..<end])) }
    }
  }

  @Test func `deep nesting and aliases of aliases are refused`() throws {
    let deep = String(repeating: "[", count: 50_000)
    #expect(throws: LexiconFault.self) { try Case.dictionary("a.yml", "a: \(deep)") }
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(throws: LexiconFault.self) { try Case.dictionary("a.yml", bomb) }
    let nodes = String(repeating: "<cnode name='a'>", count: 5_000)
    #expect(throws: LexiconFault.self) { try Case.dictionary("a.ykd", "<dictionary>\(nodes)") }
  }

  static let files = [
    "values.dic", "rules.dic", "moral.dicx", "nested.yml", "tone.lc3", "tone.lcd", "populism.ykd",
    "themes.cat", "feelings.csv", "own.tsv",
  ]

  @Test(arguments: files)
  func `a dictionary written in any format is read back the same`(file: String) throws {
    let dictionary = try Case.dictionary(file)
    for format in dictionaryFormats {
      let (bytes, losses) = WritableDictionary.bytes(dictionary, as: format)
      let back = try UserDictionary(
        name: "made", DictionaryFile(name: "a.\(format.fileExtensions[0])", bytes: bytes),
        as: format)
      let expected = dictionary.entries.filter { entry in
        !losses.contains {
          $0.reason.hasPrefix("'\(entry.text)'") && $0.reason.hasSuffix("left out")
        }
      }.map { "\($0.category): \($0.text) \(format.hasWeights ? $0.weight : 1)" }.sorted()
      #expect(told(back) == expected, "\(file) as \(format.name)")
      #expect(Set(back.categories) == Set(dictionary.categories), "\(file) as \(format.name)")
    }
  }

  @Test func `what a format can not hold is told with the line it came from`() throws {
    let (_, losses) = WritableDictionary.bytes(
      try Case.dictionary("nested.yml"), as: LIWCFormat.self)
    #expect(losses.map(\.line) == [8, 8])
    let (_, weights) = WritableDictionary.bytes(
      try Case.dictionary("feelings.csv"), as: YAMLFormat.self)
    #expect(weights.map(\.line) == [2])
  }

  @Test func `a word list of the program's own is a dictionary too`() throws {
    let table = try #require(Lexicons.embedded.table("boosting.tsv"))
    let dictionary = try Case.dictionary("boosting.tsv", table.bytes)
    #expect(
      dictionary.lexicon.entries.count == Lexicons.embedded.lists(for: "boosting")[0].entries.count)
    #expect(dictionary.entries.contains { $0.text == "undoubtedly" })
    let (bytes, _) = WritableDictionary.bytes(dictionary, as: YAMLFormat.self)
    let back = try Case.dictionary("boosting.yml", bytes)
    #expect(back.entries.count == dictionary.entries.count)
  }

  @Test(arguments: [
    ("Moral Values.dic", "moral_values"), ("LIWC2015_English.dic", "liwc2015_english"),
    ("2020.csv", "d2020"), ("é.yml", "dictionary"),
  ])
  func `a dictionary is called after its file`(file: String, name: String) {
    #expect(UserDictionary.name(forFile: file) == name)
  }
}
