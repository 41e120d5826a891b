import DeskLexicons
import DeskText
import Testing

/// Matches of made patterns against what their forms, spelt out one by one, find.
@Suite struct MatcherFormsTests {
  /// A part of a pattern as a list writes it, and what it stands for; nil is any word.
  private struct Part {
    var written: String
    var forms: [[String?]]
  }

  /// The same numbers in every run.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let words = ["war", "peace", "sham", "claim", "claims", "no"]

  private static func part(_ numbers: inout Numbers) -> Part {
    let word = words.randomElement(using: &numbers) ?? "war"
    let other = words.randomElement(using: &numbers) ?? "no"
    let third = words.randomElement(using: &numbers) ?? "no"
    switch Int.random(in: 0..<8, using: &numbers) {
    case 0, 1, 2: return Part(written: word, forms: [[word]])
    case 3: return Part(written: "[\(word)|\(other)]", forms: [[word], [other]])
    case 4:
      return Part(
        written: "[\(word) \(third)|\(other)]?", forms: [[], [word, third], [other]])
    case 5: return Part(written: "{claim/n}", forms: [["claim"], ["claims"]])
    case 6: return Part(written: "\(word)?", forms: [[], [word]])
    default: return Part(written: "~2", forms: [[], [nil], [nil, nil]])
    }
  }

  /// A pattern that names a word, and its forms.
  private static func pattern(_ numbers: inout Numbers) -> Part {
    while true {
      let parts = (0..<Int.random(in: 1...4, using: &numbers)).map { _ in part(&numbers) }
      let forms = parts.reduce([[]]) { left, part in
        left.flatMap { head in part.forms.map { head + $0 } }
      }
      let telling = forms.filter { $0.contains { $0 != nil } }
      if !telling.isEmpty {
        return Part(written: parts.map(\.written).joined(separator: " "), forms: telling)
      }
    }
  }

  private struct Found: Hashable { var entry, start, end: Int }

  private static func found(_ patterns: [Part], in text: [String]) -> Set<Found> {
    var out = Set<Found>()
    for (entry, pattern) in patterns.enumerated() {
      for form in pattern.forms {
        for start in text.indices where start + form.count <= text.count {
          let fits = form.indices.allSatisfy { form[$0] == nil || form[$0] == text[start + $0] }
          if fits { out.insert(Found(entry: entry, start: start, end: start + form.count)) }
        }
      }
    }
    return out
  }

  @Test(
    "patterns that share choices find what their forms would, each place once", arguments: 0..<60)
  func forms(_ seed: Int) throws {
    var numbers = Numbers(state: UInt64(seed) &* 7919 &+ 1)
    let patterns = (0..<Int.random(in: 1...12, using: &numbers)).map { _ in
      Self.pattern(&numbers)
    }
    let lines = patterns.map { "\($0.written)\tx\t\t\t\td" }.joined(separator: "\n")
    let list = try Lexicon(file: "m.tsv", parsing: Array((LexiconTests.head + lines).utf8))
    let text = (0..<40).map { _ in Self.words.randomElement(using: &numbers) ?? "war" }
    let matches = Matcher([list]).matches(in: Words(Text(text.joined(separator: " "))))
    let found = matches.map {
      Found(entry: $0.entry, start: $0.tokens.start, end: $0.tokens.end)
    }
    #expect(Set(found) == Self.found(patterns, in: text), "\(patterns.map(\.written))")
    #expect(found.count == Set(found).count)
    #expect(matches == matches.sorted())
  }
}
