import Copydesk
import DeskTestSupport
import Foundation
import Testing

/// One text, marked by several people in several tools.
///
/// A rain cloud takes two UTF-16 units, so that a wrong unit shows.
@Suite("Annotation formats") struct AnnotationFormatTests {
  static let folder = Checkout.root.appending(path: "Tests/DeskCodingTests/Codings")
    .path(percentEncoded: false)
  static let text = "Zoë said it may rain. 🌧 The café’s “heroic” owner left."

  private func read(_ name: String) -> CodingFiles { CodingFiles(["\(Self.folder)/\(name)"]) }

  /// Categories with the words that they stand at.
  private func marks(_ coding: Coding) -> [String] {
    let scalars = Array((coding.text?.string ?? "").unicodeScalars)
    return (coding.spans ?? []).map { span in
      let words = span.pieces.map { String(String.UnicodeScalarView(scalars[$0.range])) }
      return "\(span.category): \(words.joined(separator: " … "))"
    }
  }

  @Test("brat: marks, one of them interrupted; attributes and notes are none")
  func brat() throws {
    let files = read("brat")
    #expect(files.rejects.isEmpty)
    let coding = try #require(files.codings.first)
    #expect((coding.article, coding.coder) == ("note", "anna"))
    #expect(marks(coding) == ["Hedging: may", "Loaded: heroic", "source: Zoë … café"])
  }

  @Test(
    "Label Studio: code points, and the UTF-16 of older versions",
    arguments: ["label-studio.json", "label-studio-utf16.json"])
  func labelStudio(_ name: String) throws {
    let files = read(name)
    #expect(files.rejects.isEmpty)
    #expect(files.codings.map(\.coder) == ["anna@example.org", "annotator 4"])
    #expect(files.codings.allSatisfy { $0.article == "note.txt" })
    let first = try #require(files.codings.first)
    #expect(marks(first) == ["Hedging: may", "Loaded: heroic"])
    // An empty result is a finding of nothing, a skipped task no coding.
    #expect(files.codings.last?.spans == [])
  }

  @Test("Label Studio's short form: marks, and a choice on a text as a whole")
  func labelStudioMin() throws {
    let files = read("label-studio-min.json")
    #expect(files.rejects.isEmpty)
    #expect(files.codings.count == 2)
    #expect(marks(files.codings[0]) == ["Hedging: may"])
    #expect(files.codings[1].spans == nil)
    #expect(files.codings[1].sentences.map(\.categories) == [["Loaded"]])
  }

  @Test("INCEpTION: a folder an article, a file a coder; tokens are no codes")
  func inception() throws {
    let files = read("inception/annotation")
    #expect(files.rejects.isEmpty)
    #expect(files.codings.map(\.coder) == ["cho", "dan"])
    #expect(files.codings.allSatisfy { $0.article == "note.txt" })
    #expect(marks(files.codings[0]) == ["Hedging: may", "Loaded: heroic"])
    #expect(
      marks(files.codings[1]) == [
        "Hedging: may", "Loaded: heroic", "praise|blame: heroic", "two_words: owner left",
        "Doubt: owner left",
      ])
    #expect(files.codings[1].text?.string.contains("🌧 The café’s") == true)
  }

  @Test("INCEpTION's older JSON names the coder itself")
  func older() throws {
    let files = read("inception/older.json")
    #expect(files.rejects.isEmpty)
    let coding = try #require(files.codings.first)
    #expect((coding.article, coding.coder) == ("note.txt", "eve"))
    #expect(marks(coding) == ["Hedging: may"])
  }

  @Test("damaged files: each fault with its file and its line or task, the rest read")
  func damaged() {
    let brat = read("damaged/ben/note.ann")
    #expect(brat.rejects.map(\.origin.line) == [2, 3, 4])
    #expect(brat.rejects[0].reason == "'forty 51' is no stretch")
    #expect(brat.codings.first?.spans?.count == 1)
    let tsv = read("damaged/ben/cut.tsv")
    #expect(tsv.rejects.map(\.origin.line) == [11, 12])
    #expect(tsv.rejects.first?.reason == "7 columns where the head names 8")
    let studio = read("damaged/label-studio.json")
    #expect(studio.rejects.count == 3)
    #expect(studio.rejects[0].reason.hasPrefix("task 1: annotation 1: 12 to 9999 lies outside"))
    #expect(studio.rejects[2].reason.hasPrefix("task 2: "))
    #expect(studio.codings.count == 2)
  }

  @Test("files that are nothing are told as such", arguments: ["[{\"id\":1", "{}", "{\"a\":[]}"])
  func nothing(_ text: String) {
    let file = AnnotationFile(path: "é.json", bytes: Array(text.utf8))
    #expect(throws: Reject.self) { try ReadCodings(file) }
  }

  @Test("every format survives its file cut at every byte")
  func cut() throws {
    let names = [
      "brat/anna/note.ann", "label-studio-min.json", "inception/annotation/note.txt/dan.tsv",
      "inception/older.json",
    ]
    for name in names {
      let bytes = try allBytes(ofFile: "\(Self.folder)/\(name)")
      for count in stride(from: 0, to: bytes.count, by: 3) {
        let file = AnnotationFile(
          path: "anna/\(name)", bytes: Array(bytes.prefix(count)), textBeside: Array(Self.text.utf8)
        )
        if let read = try? ReadCodings(file) {
          for coding in read.codings {
            let length = coding.text?.string.unicodeScalars.count ?? 0
            #expect(
              (coding.spans ?? []).flatMap(\.pieces).allSatisfy { $0.end <= length }, "\(name)")
          }
        }
      }
    }
  }
}

/// Tables that people fill in.
@Suite("Coding tables") struct CodingTableTests {
  private func read(_ text: String, coder: String? = nil) throws -> ReadCodings {
    try ReadCodings(AnnotationFile(path: "zoë.csv", bytes: Array(text.utf8), coder: coder))
  }

  @Test("stretches, a row each; a row without start says that nothing was found")
  func spans() throws {
    let read = try read(
      "article,start,end,category,words\na.txt,0,3,Hedging,Zoë\na.txt,4,8,loaded,\nb.txt,,,,\n")
    #expect(read.rejects.isEmpty)
    #expect(read.codings.map(\.article) == ["a.txt", "b.txt"])
    #expect(read.codings.map(\.coder) == ["zoë", "zoë"])
    #expect(read.codings[0].spans?.count == 2)
    #expect(read.codings[0].spans?[0].words == "Zoë")
    #expect(read.codings[1].spans == [])
  }

  @Test("sentences: none is nothing found, an empty cell is not coded, ';' parts categories")
  func sentences() throws {
    let read = try read(
      "sep=;\r\narticle;sentence;coder;code\r\na;1;Ann;none\r\na;2;Ann;\r\na;3;Ann;\"x; y\"\r\na;1;Béa;x\r\n"
    )
    #expect(read.rejects.isEmpty)
    #expect(read.codings.map(\.coder) == ["Ann", "Béa"])
    #expect(read.codings[0].sentences.map(\.number) == [1, 3])
    #expect(read.codings[0].sentences.map(\.categories) == [[], ["x", "y"]])
    #expect(read.codings[0].spans == nil)
  }

  @Test("faults name the row, and the others are read")
  func faults() throws {
    let read = try read(
      "article,start,end,category\na,5,3,x\na,x,9,y\n,1,2,x\na,1,2,\na,1,2\na,1,2,x\n")
    #expect(read.rejects.map(\.origin.line).sorted { ($0 ?? 0) < ($1 ?? 0) } == [2, 3, 4, 5, 6])
    #expect(read.codings.first?.spans?.count == 1)
  }

  @Test("a table without what is needed names its columns and how to say which is which")
  func columns() throws {
    do {
      _ = try read("artikel,start,end,category\n")
      Issue.record("no fault")
    } catch let reject as Reject {
      #expect(reject.description.hasPrefix("zoë.csv:1: no column 'article'"))
      #expect(reject.reason.contains("'artikel'"))
      #expect(reject.reason.contains("--column article=NAME"))
    }
    let named = try ReadCodings(
      AnnotationFile(
        path: "a.csv", bytes: Array("artikel,start,end,category\nö,1,2,x\n".utf8),
        columns: ["article": "artikel"]))
    #expect(named.codings.first?.article == "ö")
  }
}
