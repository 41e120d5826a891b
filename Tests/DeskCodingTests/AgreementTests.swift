import Copydesk
import DeskTestSupport
import Foundation
import Testing

@Suite("Agreement of coders") struct CoderAgreementTests {
  /// Four sentences, the second twice as marked.
  static let text = Text("Zoë left. It may rain. A heroic café. He may go.")

  private func sentences(_ coder: String, _ codes: [Int: [String]]) -> Coding {
    Coding(
      article: "ä.txt", coder: coder, origin: Origin(input: "\(coder).csv"),
      sentences: codes.sorted { $0.key < $1.key }.map {
        CodedSentence(number: $0.key, categories: $0.value)
      })
  }

  private func spans(_ coder: String, _ marks: [(String, String)], text: Text? = text) -> Coding {
    Coding(
      article: "ä", coder: coder, origin: Origin(input: "\(coder).csv"), text: text,
      spans: marks.map { category, words in
        let all = Self.text.string
        let start = all.range(of: words).map { all[..<$0.lowerBound].unicodeScalars.count } ?? 0
        return CodedSpan(
          category: category, pieces: [Extent(start, start + words.unicodeScalars.count)],
          words: words, line: 2)
      })
  }

  /// Krippendorff 2011, section C: four observers, twelve units, some not coded; nominal alpha 0.743.
  @Test("missing codes: Krippendorff's own example, through files of four coders")
  func krippendorff() throws {
    let rows = [
      "A": "1 2 3 3 2 1 4 1 2 . . .", "B": "1 2 3 3 2 2 4 1 2 5 . 3",
      "C": ". 3 3 3 2 3 4 2 2 5 1 .", "D": "1 2 3 3 2 4 4 1 2 5 1 .",
    ]
    var csv = "article,sentence_number,coder,category\n"
    for (coder, codes) in rows.sorted(by: { $0.key < $1.key }) {
      for (index, code) in codes.split(separator: " ").enumerated() {
        csv += "a,\(index + 1),\(coder),\(code == "." ? "" : "c\(code)")\n"
      }
    }
    let read = try ReadCodings(AnnotationFile(path: "all.csv", bytes: Array(csv.utf8)))
    let agreement = CoderAgreement(CodingGrid(read.codings))
    let all = try #require(agreement.rows.first)
    #expect(all.scope == .all)
    #expect(all.units == 11)
    #expect(abs((all.alpha ?? 0) - 0.743) < 5e-4)
    #expect(agreement.rows.count == 7)
    #expect(agreement.grid.units.count == 12)
  }

  @Test("a sentence has what touches it; coders of stretches have coded every sentence")
  func grid() throws {
    let grid = CodingGrid([
      spans("Ann", [("Hedging", "may rain"), ("loaded", "heroic")]),
      sentences("Béa", [1: [], 2: ["hedging"], 3: []]),
    ])
    #expect(grid.rejects.isEmpty)
    #expect(grid.categories == ["hedging", "loaded"])
    #expect(grid.units.map { $0.codes[0] } == [[], ["hedging"], ["loaded"], []])
    #expect(grid.units.map { $0.codes[1] } == [[], ["hedging"], [], nil])
    #expect(grid.units[2].words == "A heroic café.")
    let agreement = CoderAgreement(grid)
    #expect(agreement.disagreements == [2])
    #expect(agreement.comparedUnits == 3)
    let loaded = try #require(agreement.rows.last)
    #expect(loaded.uses == [1, 0])
    #expect(loaded.observed == 2.0 / 3)
    // By hand: Ann 1 of 3, Béa 0 of 3; expected 2/3, so kappa is 0; alpha 1 - (2/3 : 6) / (10/30).
    #expect(loaded.pairs.first?.kappa == 0)
    #expect(abs((loaded.alpha ?? 1) - 0) < 1e-12)
    #expect(loaded.remark == "too few sentences to judge")
  }

  @Test("alpha by character asks for the same words")
  func characters() throws {
    let same = CoderAgreement(
      CodingGrid([spans("Ann", [("x", "may")]), spans("Béa", [("x", "may")])]))
    #expect(same.rows.first?.characterAlpha == 1)
    let wider = CoderAgreement(
      CodingGrid([spans("Ann", [("x", "may")]), spans("Béa", [("x", "It may rain.")])]))
    #expect(wider.rows.first?.alpha == 1)
    // 48 characters, 3 and 12 marked, 9 of them by one: Do = 9/48, De = 2·15·81/(96·95).
    let alpha = try #require(wider.rows.first?.characterAlpha)
    #expect(abs(alpha - 0.296296) < 1e-6)
  }

  @Test("where all say the same there is no coefficient, and words say so")
  func constant() throws {
    let agreement = CoderAgreement(
      CodingGrid([sentences("A", [1: ["x"], 2: ["x"]]), sentences("B", [1: ["x"], 2: ["x"]])]))
    let row = try #require(agreement.rows.first)
    #expect(row.alpha == nil)
    #expect(row.pairs.first?.kappa == nil)
    #expect(row.observed == 1)
    #expect(row.remark?.hasPrefix("everybody always said the same") == true)
  }

  @Test("the program codes what it knows, and has no part in what it does not")
  func program() throws {
    let grid = CodingGrid(
      [spans("Ann", [("Hedge", "may rain"), ("joy", "heroic")])],
      program: ProgramCoder(.embedded), names: ["hedge": "hedging"])
    #expect(grid.coders == ["Ann", "copydesk"])
    #expect(grid.unknownToProgram == ["joy"])
    #expect(grid.units.map { $0.codes[1] } == [[], ["hedging"], [], ["hedging"]])
    let agreement = CoderAgreement(grid)
    #expect(agreement.rows.map { $0.coders.count } == [1, 1, 2, 1])
    #expect(agreement.disagreements == [3])
  }

  @Test("words that the text does not have there, and other texts, are told and left out")
  func unfit() {
    let wrong = Coding(
      article: "ä", coder: "Ann", origin: Origin(input: "Ann.csv"),
      spans: [CodedSpan(category: "x", pieces: [Extent(0, 3)], words: "may", line: 7)])
    let other = Coding(
      article: "ä", coder: "Cem", origin: Origin(input: "Cem.json"), text: Text("Another text."),
      spans: [])
    let grid = CodingGrid([spans("Béa", [("x", "may")]), wrong, other])
    #expect(
      grid.rejects.map(\.description).contains {
        $0.hasPrefix("Ann.csv:7: the text has 'Zoë' at 0, not 'may'")
      })
    #expect(grid.rejects.map(\.description).contains { $0.hasPrefix("Cem.json: the text of 'ä'") })
    #expect(grid.units.allSatisfy { $0.codes[2] == nil })
    let lost = CodingGrid([spans("Ann", [("x", "may")], text: nil)])
    #expect(lost.rejects.first?.reason.contains("--articles") == true)
  }

  @Test("every format writes every figure, and escapes what articles hold", arguments: 0..<4)
  func formats(_ number: Int) throws {
    let grid = CodingGrid([
      sentences("A|a", [1: ["x"], 2: []]), sentences("B", [1: [], 2: []]),
      sentences("C", [1: ["x"], 2: []]),
    ])
    var output = Output()
    agreementFormats[number].init().write(CoderAgreement(grid), to: &output)
    let text = String(decoding: output.bytes, as: UTF8.self)
    #expect(text.hasSuffix("\n"))
    if agreementFormats[number].name == "markdown" { #expect(text.contains("A\\|a")) }
    if agreementFormats[number].name == "csv" {
      #expect(text.split(separator: "\n").count == 5)
      #expect(text.contains("x,kappa,A|a,C,2,1.0000,1.0000,"))
    }
    if agreementFormats[number].name == "ndjson" {
      for line in text.split(separator: "\n") {
        _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
      }
    }
  }
}
