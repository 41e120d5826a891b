import Copydesk
import DeskTestSupport
import Foundation
import Testing

@Suite("Worksheets") struct WorksheetTests {
  private static let desk = Desk()

  private func analysis(_ id: String, _ outlet: String?, title: String, _ text: String) -> Analysis
  {
    Self.desk.analysis(
      of: Article(id: id, outlet: outlet, title: title, text: Text(text), origin: Origin(input: id))
    )
  }

  private var two: [Analysis] {
    [
      analysis(
        "a.txt", "Äther", title: "<script>alert(1)</script> & Zoë",
        "The regime’s brutal raid on the village of Ørsta killed 30 fighters, Minister Zoë Ødegård said.\n\n"
          + "It may rain. Nobody *knows* <b>why</b> | when."),
      analysis(
        "b.txt", "Bote", title: "Raid",
        "A raid on the village of Ørsta reportedly killed about 30 fighters, according to local leaders.\n\n"
          + "That could not be independently verified."),
    ]
  }

  private func written(_ body: (inout Output) -> Void) -> String {
    var output = Output()
    body(&output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  @Test("sentences are numbered as in coders' tables, paragraph by paragraph")
  func numbers() {
    let sheet = Worksheet(two).sheets[0]
    #expect(sheet.paragraphs.map { $0.map(\.number) } == [[1], [2, 3]])
    #expect(sheet.paragraphs[1][0].words == "It may rain.")
  }

  @Test("the parts come in the order of the rubrics, each question says what it trains")
  func order() {
    let worksheet = Worksheet(two)
    let parts = worksheet.sheets[0].parts
    #expect(
      parts.map(\.heading) == [
        "Who is behind it?", "What is the evidence? Who says so",
        "What is the evidence? How sure they are", "How is it worded?",
        "What do other sources say?",
      ])
    for question in parts.flatMap(\.questions) + worksheet.comparing {
      #expect(!question.trains.isEmpty)
      #expect(
        ["SIFT", "IM VAIN", "COR"].contains { question.trains.contains($0) }, "\(question.trains)")
      #expect(question.text.hasSuffix("?") || question.text.hasSuffix("."))
    }
  }

  @Test("the key answers with sentences: sources, hedges, wording, names of sides")
  func key() {
    let key = written { WorksheetMarkdown().writeKey(to: Worksheet(two), to: &$0) }
    #expect(key.contains("Zoë Ødegård – named person: sentence 1"))
    #expect(key.contains("sentence 2: “may”: epistemic modal"))
    #expect(key.contains("sentence 1: “brutal”: own voice"))
    #expect(key.contains("sentence 2: “could not be independently verified”: says so outright"))
    #expect(key.contains("Outlet: Äther"))
  }

  @Test("the exercise gives nothing away", arguments: worksheetFormats.indices)
  func noAnswers(_ number: Int) {
    let worksheet = Worksheet(two)
    let format = worksheetFormats[number].init()
    let text = written { format.write(worksheet, to: &$0) }
    let answers = worksheet.sheets.flatMap(\.parts).flatMap(\.questions).flatMap(\.answers)
    for answer in answers where answer.sentence != nil {
      #expect(!text.contains(answer.words), "\(answer.words)")
    }
    #expect(!text.contains("<mark"))
    #expect(!text.contains("**may**"))
  }

  @Test("several articles: the same fact told differently, and whom only one cites")
  func comparing() throws {
    let questions = Worksheet(two).comparing
    let same = try #require(questions.first { $0.text.contains("tell the same thing, or nearly") })
    #expect(same.text.contains("a) A, sentence 1; B, sentence 1"))
    #expect(same.answers[0].words.hasPrefix("a) A, sentence 1: attributed to a named source"))
    #expect(
      same.answers[1].words.hasPrefix("a) B, sentence 1: attributed to an unnamed source"))
    let alone = try #require(questions.first { $0.text.hasPrefix("Whom does only one") })
    #expect(alone.answers[0].words.hasPrefix("Cited by A (Äther) alone: "))
    #expect(alone.answers[0].words.contains("Ødegård"))
    #expect(Worksheet([two[0]]).comparing.isEmpty)
  }

  @Test("what articles hold is shown and never run", arguments: [true, false])
  func escaped(_ isKey: Bool) {
    let worksheet = Worksheet(two)
    let page = written {
      if isKey {
        WorksheetPage().writeKey(to: worksheet, to: &$0)
      } else {
        WorksheetPage().write(worksheet, to: &$0)
      }
    }
    #expect(!page.contains("<script>"))
    #expect(page.contains("&lt;script&gt;alert(1)"))
    #expect(!page.contains("http://"))
    #expect(!page.contains("src="))
    #expect(page.contains("default-src 'none'"))
    #expect(page.hasSuffix("</html>\n"))
    let markdown = written { WorksheetMarkdown().write(worksheet, to: &$0) }
    #expect(markdown.contains("&lt;script>") || markdown.contains("&lt;script&gt;"))
    #expect(markdown.contains("\\*knows\\*"))
  }

  @Test("questions are numbered through, the key as the exercise")
  func sameNumbers() {
    let worksheet = Worksheet(two)
    let exercise = written { WorksheetMarkdown().write(worksheet, to: &$0) }
    let key = written { WorksheetMarkdown().writeKey(to: worksheet, to: &$0) }
    func numbered(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { $0.hasPrefix("**") }.map { $0.prefix { $0 != " " } }
    }
    #expect(numbered(exercise).count > 20)
    #expect(numbered(exercise) == numbered(key))
  }
}
