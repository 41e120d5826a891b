import DeskText
import Testing

@Suite struct WordsTests {
  private func tokens(_ text: String) -> [String] {
    let words = Words(Text(text))
    return words.tokens.indices.map(words.string)
  }

  @Test(
    "words, numbers, possessives and marks come apart",
    arguments: [
      ("Zoë’s aide didn’t sign.", ["Zoë", "’s", "aide", "didn’t", "sign", "."]),
      ("the U.S. army", ["the", "U.S.", "army"]),
      ("in the '90s, 3.5 million", ["in", "the", "'90s", ",", "3.5", "million"]),
      ("1,000 troops", ["1,000", "troops"]),
      ("house-to-house — so", ["house-to-house", "—", "so"]),
      ("“Wait…” he", ["“", "Wait", "…", "”", "he"]),
      ("''We won'' ...", ["''", "We", "won", "''", "..."]),
      ("Mr. Saleh", ["Mr", ".", "Saleh"]),
      ("fighters’ families", ["fighters", "’", "families"]),
      ("O’Brien and d'Estaing", ["O’Brien", "and", "d'Estaing"]),
      ("9 a.m. on the 19th", ["9", "a.m.", "on", "the", "19th"]),
      ("AT&T said @crg_1 #now", ["AT&T", "said", "@crg_1", "#now"]),
      ("re\u{AD}port\u{200B}ed", ["re\u{AD}port", "ed"]),
    ])
  func splits(_ text: String, _ wanted: [String]) {
    #expect(tokens(text) == wanted)
  }

  @Test(
    "tokens and the gaps between them give the text back",
    arguments: [
      "", "  \n", "a\u{0}b", "“ü”—é…\u{1F600}'s", "İstanbul’da 1,2,3.4.5 'x' ''", "e\u{301}",
    ])
  func covers(_ string: String) {
    let text = Text(string)
    var rebuilt: [UInt8] = []
    var at = 0
    for token in Words(text).tokens {
      #expect(token.start >= at)
      #expect(token.end > token.start)
      rebuilt += text.utf8[at..<token.end]
      at = token.end
    }
    rebuilt += text.utf8[at...]
    #expect(rebuilt == text.utf8)
  }

  @Test("a token's hash is that of its folded form")
  func hashes() {
    let words = Words(Text("ÉTÉ Don’t U.S.-Led"))
    for (index, token) in words.tokens.enumerated() {
      #expect(token.hash == Folding.hash(folded: Array(words.folded(index).utf8)))
    }
    #expect(words.tokens.indices.map(words.folded) == ["été", "don't", "u.s.-led"])
  }

  @Test("words and marks are the same in the midst of a text and at its end")
  func ends() {
    // At the end less than eight bytes are left, and each byte is looked at by itself.
    let pieces = [
      "a", "I", "The", "NATO", "Midweek", "ordinary", "extraordinary", "Antidisestablishmentarian",
      " ", "  ", ", ", ".", "...", "'", "’", "“", "”", "‘", "-", "--", "&", "@", "#", "_", "7", "s",
      "é", "É", "(", ")", "\n", "\"", "$", "\u{AD}", "\u{200B}",
    ]
    for first in pieces {
      for second in pieces {
        for third in pieces {
          let text = first + second + third
          let atEnd = Words(Text(text))
          let inMidst = Words(Text(text + String(repeating: " ", count: 8)))
          #expect(atEnd.tokens == inMidst.tokens, "\(text)")
          #expect(atEnd.stops == inMidst.stops, "\(text)")
          for (index, token) in inMidst.tokens.enumerated() {
            let folded = Array(inMidst.folded(index).utf8)
            #expect(token.hash == Folding.hash(folded: folded), "\(text)")
          }
        }
      }
    }
  }

  @Test("a text of marks alone has a token for each")
  func many() {
    let words = Words(Text(String(repeating: ")", count: 1_000)))
    #expect(words.tokens.count == 1_000)
    #expect(words.stops == words.tokens.indices.map(Int32.init))
  }

  @Test("capitals are seen, also beyond ASCII")
  func capitals() {
    let words = Words(Text("NATO Élysée paris Übung"))
    #expect(words.tokens.map { $0.flags.contains(.capital) } == [true, true, false, true])
    #expect(words.tokens.map { $0.flags.contains(.allCapitals) } == [true, false, false, false])
  }

  @Test("stops are the marks, and the words that end with one")
  func stops() {
    let words = Words(Text("He left the U.S. at 9 a.m. — “why”? 3.5 it's"))
    let wanted = words.tokens.indices.filter {
      words.tokens[$0].kind == .mark || words.string($0).hasSuffix(".")
    }
    #expect(words.stops.map(Int.init) == wanted)
  }

  @Test("a word is found in a set however it is written")
  func sets() {
    let set: WordSet = ["not", "don't", "café"]
    let words = Words(Text("NOT Don’t caf\u{C9} no nots ca\u{AD}fé"))
    let found = words.tokens.indices.filter { set.holds(words, $0) }.map(words.string)
    #expect(found == ["NOT", "Don’t", "caf\u{C9}", "ca\u{AD}fé"])
  }
}
