import Copydesk
import Foundation
import Testing

/// What every analyzer promises, checked for all that are registered.
struct AnalyzerConformanceTests {
  static let names = analyzers.map { $0.name }

  private static let seeds: [Text] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "seeds")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap {
      (try? Data(contentsOf: folder.appending(path: $0))).map { Text(repairing: Array($0)) }
    }
  }()

  private static let naughty = [
    "", " ", "\n\n", ".", "“", "”", "“”", "''", "“brutal", "brutal”", "reportedly",
    "“" + String(repeating: "a ", count: 300), "’s ’s ’s fighters", "— – - … ...",
    "Ahmad, a leader", "leader, Ahmad", "of of of the the the fighters of", "fighters of the",
    "resistance to the", "is a terrorist",
    "a\u{300}\u{301} reportedly \u{202E}evil\u{202C} 👩‍👩‍👧‍👦 regime",
    "СЛУХИ ходят, что régime “dubious” 体制 reportedly",
    "\u{FEFF}could not be\u{00AD} verified\u{2028}may",
  ].map { Text($0) }

  /// Who is not asked why weighs no further what can not win: that must decide nothing.
  @Test("telling why changes no finding, in whole articles, in single lines and in mixed ones")
  func why() {
    let fast = Analysts(.embedded)
    let explaining = Analysts(.embedded, explains: true)
    let lines = Self.seeds.flatMap { $0.string.split(separator: "\n").map(String.init) }
    // Each line with one of another article, in one paragraph.
    let mixed = lines.indices.map { "\(lines[$0]) \(lines[($0 * 31 + 7) % lines.count])" }
    var explained = 0
    for text in Self.seeds + Self.naughty + (lines + mixed).map({ Text($0) }) {
      let reading = Reading(text)
      let told = explaining.findings(in: reading)
      explained += told.count { !$0.grounds.isEmpty }
      let plain = told.map { finding in
        var finding = finding
        finding.grounds = []
        return finding
      }
      #expect(plain == fast.findings(in: reading), "\(text.string)")
    }
    #expect(explained > 100)
  }

  @Test(
    "findings are sorted, inside the text, of the analyzer's name, the same twice", arguments: names
  )
  func conforms(_ name: String) throws {
    let type = try #require(analyzers.first { $0.name == name })
    let analysts = Analysts(.embedded, analyzers: [type])
    #expect(Self.seeds.count == 5)
    for text in Self.seeds + Self.naughty {
      let reading = Reading(text)
      let findings = analysts.findings(in: reading)
      #expect(findings == analysts.findings(in: Reading(text)))
      #expect(findings.map(\.extent) == findings.map(\.extent).sorted())
      for finding in findings {
        #expect(finding.analyzer == name)
        #expect(text.all.contains(finding.extent) && !finding.extent.isEmpty)
        #expect(
          Array(text[finding.extent].utf8) == Array(text.utf8[finding.extent.range]),
          "an extent cuts a character in two")
        #expect(reading.sentences.indices.contains(finding.sentence))
        #expect(reading.sentences[finding.sentence].bytes.contains(finding.extent.start))
        for piece in finding.parts.flatMap(\.pieces) {
          #expect(finding.extent.contains(piece), "a part stands outside of its finding")
        }
      }
    }
  }

  @Test("evidence names a line that holds the entry", arguments: names)
  func evidence(_ name: String) throws {
    let type = try #require(analyzers.first { $0.name == name })
    let analysts = Analysts(.embedded, analyzers: [type])
    for text in Self.seeds {
      for evidence in analysts.findings(in: Reading(text)).compactMap(\.evidence) {
        let table = try #require(Lexicons.embedded.table(evidence.lexicon))
        let lines = table.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let line = String(decoding: lines[evidence.line - 1], as: UTF8.self)
        #expect(line.split(separator: "\t").first.map(String.init) == evidence.entry)
      }
    }
  }
}
