public import DeskReports

/// Exercises as Markdown (GFM), to be pasted into a document and changed.
public struct WorksheetMarkdown: WorksheetFormat {
  public static let name = "markdown"

  public init() {}

  public func write(_ worksheet: Worksheet, to output: inout Output) {
    let (sheets, comparing) = worksheet.numbered()
    output.write("# Reading the news closely\n\nName: ____________________  Date: ____________\n\n")
    output.write("\(Worksheet.instructions)\n\n")
    for (number, sheet) in worksheet.sheets.enumerated() {
      output.write("## \(Markdown.cell(worksheet.heading(ofSheet: number)))\n\n")
      if !sheet.origin.isEmpty { output.write("*\(Markdown.cell(sheet.origin))*\n\n") }
      for (index, paragraph) in sheet.paragraphs.enumerated() {
        output.write("¶\(index + 1)")
        for sentence in paragraph {
          output.write(" <sup>\(sentence.number)</sup>\(Markdown.cell(sentence.words))")
        }
        output.write("\n\n")
      }
      for part in sheets[number] { write(part, to: &output) }
    }
    if let comparing { write(comparing, to: &output) }
    output.write("---\n\n")
    for line in Worksheet.rubrics { output.write("- \(Markdown.cell(line))\n") }
  }

  private func write(_ part: Worksheet.Numbered, to output: inout Output) {
    output.write("### \(part.heading)\n\n")
    for (number, question) in part.questions {
      output.write("**\(number).** \(Markdown.cell(question.text)) *(\(question.trains))*\n\n")
      for _ in 0..<question.lines { output.write("\(String(repeating: "_", count: 60))\n\n") }
    }
  }

  public func writeKey(to worksheet: Worksheet, to output: inout Output) {
    let (sheets, comparing) = worksheet.numbered()
    output.write("# Answer key\n\n\(Worksheet.about)\n\n")
    for number in worksheet.sheets.indices {
      output.write("## \(Markdown.cell(worksheet.heading(ofSheet: number)))\n\n")
      for part in sheets[number] { writeKey(part, to: &output) }
    }
    if let comparing { writeKey(comparing, to: &output) }
  }

  private func writeKey(_ part: Worksheet.Numbered, to output: inout Output) {
    output.write("### \(part.heading)\n\n")
    for (number, question) in part.questions {
      output.write("**\(number).** \(Markdown.cell(question.text))\n\n")
      for answer in question.answers {
        let place = answer.sentence.map { "sentence \($0): " } ?? ""
        output.write("- \(place)\(Markdown.cell(answer.words))\n")
      }
      if let caution = question.caution { output.write("- *\(Markdown.cell(caution))*\n") }
      output.write("\n")
    }
  }
}
