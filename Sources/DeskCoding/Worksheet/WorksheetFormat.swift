public import DeskReports

/// A form in which exercises and their keys are written.
public protocol WorksheetFormat: Sendable {
  /// As it stands in `--format`.
  static var name: String { get }

  init()

  /// The exercise, without anything that gives an answer away.
  func write(_ worksheet: Worksheet, to output: inout Output)
  /// The answers alone, question by question.
  func writeKey(to worksheet: Worksheet, to output: inout Output)
}

/// The formats of `worksheet`, the default first.
public let worksheetFormats: [any WorksheetFormat.Type] = [
  WorksheetMarkdown.self, WorksheetPage.self,
]

extension Worksheet {
  /// A part of the exercise with its heading, and the numbers of its questions.
  struct Numbered {
    var heading: String
    var questions: [(number: Int, question: Question)]
  }

  /// The parts of each sheet and the comparing ones, questions numbered through.
  func numbered() -> (sheets: [[Numbered]], comparing: Numbered?) {
    var number = 0
    func take(_ heading: String, _ questions: [Question]) -> Numbered {
      Numbered(
        heading: heading,
        questions: questions.map { question in
          number += 1
          return (number, question)
        })
    }
    let sheets = sheets.map { sheet in sheet.parts.map { take($0.heading, $0.questions) } }
    return (sheets, comparing.isEmpty ? nil : take("The articles beside each other", comparing))
  }

  /// `Article B: ` where there are several.
  func heading(ofSheet number: Int) -> String {
    sheets.count > 1
      ? "\(ArticlePairs.letter(number)): \(sheets[number].title)" : sheets[number].title
  }

  static let instructions =
    "Paragraphs are marked ¶, sentences numbered. Answer with sentence numbers wherever you can."
}
