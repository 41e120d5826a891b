import DeskAnalysis
import DeskLexicons
import DeskReading
import DeskText
import Foundation
import Testing

/// Texts marked by hand, in `sources.txt`: who is one source, of which type, and who is left open.
@Suite("Sources of an article")
struct SourceJoiningTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var text: String
    /// Type and mentions of each source; a type of nil for mentions that are left open.
    var sources: [(type: String?, mentions: [String])]
    var testDescription: String { text }
  }

  static let cases: [Case] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "sources.txt")
    let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(
      separator: "\n", omittingEmptySubsequences: false
    ).filter { !$0.hasPrefix("#") }
    return lines.split(separator: "").map { block in
      var out = Case(text: "", sources: [])
      for line in block {
        if line.hasPrefix("? ") {
          out.sources.append((nil, [String(line.dropFirst(2))]))
        } else if line.hasPrefix("= ") {
          let halves = line.dropFirst(2).split(separator: ": ", maxSplits: 1)
          out.sources.append((String(halves[0]), halves[1].split(separator: "; ").map(String.init)))
        } else {
          out.text += (out.text.isEmpty ? "" : "\n") + line
        }
      }
      return out
    }
  }()

  static func findings(in text: String) -> [Finding] {
    Analysts(.embedded, analyzers: [AttributionAnalyzer.self]).findings(in: Reading(Text(text)))
      .filter { $0.part(.source) != nil }
  }

  @Test("there are cases")
  func present() { #expect(Self.cases.count >= 30) }

  @Test("variants of a name are one source, others are others", arguments: cases)
  func joins(_ wanted: Case) {
    let text = Text(wanted.text)
    var findings = Self.findings(in: wanted.text)
    var numbers: [String: Int] = [:]
    // The longest mentions first: "Ødegård" is also a part of "Jane Ødegård".
    let mentions = wanted.sources.enumerated().flatMap { number, source in
      source.mentions.map { (number, source.type, $0) }
    }.sorted { $0.2.count > $1.2.count }
    for (number, type, mention) in mentions {
      let place = findings.firstIndex {
        $0.part(.source).map { text[$0.extent].contains(mention) } ?? false
      }
      guard let place else {
        Issue.record("no finding has the source '\(mention)'")
        continue
      }
      let finding = findings.remove(at: place)
      let id = finding.detail("source_id")
      guard let type else {
        #expect(id == nil, "'\(mention)' is left open")
        #expect(finding.detail("source_open") == "true")
        continue
      }
      #expect(finding.part(.source)?.kind == type, "'\(mention)'")
      guard let id else {
        Issue.record("'\(mention)' is left open")
        continue
      }
      #expect(numbers[id] == nil || numbers[id] == number, "'\(mention)' is \(id)")
      #expect(!numbers.contains { $0.value == number && $0.key != id }, "'\(mention)' is \(id)")
      numbers[id] = number
    }
  }

  @Test("a person is named in full, as first written")
  func full() {
    let text =
      "Crowds cheered for Żaneta Nowak in Kraków. Nowak said that the vote was fair. "
      + "“We won,” she added."
    let findings = Self.findings(in: text)
    #expect(findings.map { $0.detail("entity") } == ["Żaneta Nowak", "Żaneta Nowak"])
    #expect(findings.map { $0.detail("source_id") } == ["s1", "s1"])
    #expect(findings.first?.detail("source_head") == "Nowak")
  }

  @Test(
    "a name is a person's only where something says so",
    arguments: [
      ("NordKraft said that the plant was safe.", "organisation"),
      ("Ødegård Group said that the plant was safe.", "organisation"),
      ("OPEC said that prices would fall.", "organisation"),
      ("Ankara said that the talks had failed.", "organisation"),
      ("Mr. Zwick said that the talks had failed.", "named-person"),
      ("Engineer Zwick said that the talks had failed.", "named-person"),
      ("Zwick, 43, said that the talks had failed.", "named-person"),
      ("The Sioux Falls Tribune reported that the talks had failed.", "news-outlet"),
      ("This reporter believes that the talks had failed.", "own-writer"),
      ("Israeli Defence Minister Israel Katz said that the talks had failed.", "named-person"),
    ])
  func names(text: String, type: String) {
    #expect(Self.findings(in: text).first?.part(.source)?.kind == type)
  }
}
