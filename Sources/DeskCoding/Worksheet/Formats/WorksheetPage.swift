public import DeskReports

/// Exercises as a page to print: one file, no script, nothing loaded from anywhere.
public struct WorksheetPage: WorksheetFormat {
  public static let name = "html"

  public init() {}

  public func write(_ worksheet: Worksheet, to output: inout Output) {
    let (sheets, comparing) = worksheet.numbered()
    writeHead("Reading the news closely", to: &output)
    output.write("<p class=\"name\">Name: <span></span> Date: <span></span></p>\n")
    output.write("<p>\(Worksheet.instructions)</p>\n")
    for (number, sheet) in worksheet.sheets.enumerated() {
      output.write("<section>\n<h2>\(HTML.escaped(worksheet.heading(ofSheet: number)))</h2>\n")
      if !sheet.origin.isEmpty {
        output.write("<p class=\"origin\">\(HTML.escaped(sheet.origin))</p>\n")
      }
      output.write("<div class=\"text\">\n")
      for (index, paragraph) in sheet.paragraphs.enumerated() {
        output.write("<p><span class=\"n\">¶\(index + 1)</span>")
        for sentence in paragraph {
          output.write(" <sup>\(sentence.number)</sup>\(HTML.escaped(sentence.words))")
        }
        output.write("</p>\n")
      }
      output.write("</div>\n")
      for part in sheets[number] { write(part, to: &output) }
      output.write("</section>\n")
    }
    if let comparing {
      output.write("<section>\n")
      write(comparing, to: &output)
      output.write("</section>\n")
    }
    output.write("</main>\n<footer><ul>\n")
    for line in Worksheet.rubrics { output.write("<li>\(HTML.escaped(line))</li>\n") }
    output.write("</ul></footer>\n</body>\n</html>\n")
  }

  private func write(_ part: Worksheet.Numbered, to output: inout Output) {
    output.write("<h3>\(HTML.escaped(part.heading))</h3>\n")
    writeList(part, to: &output) { question, output in
      output.write(" <em>(\(HTML.escaped(question.trains)))</em>")
      // The lines are drawn by the style sheet and hold no words for a screen reader.
      output.write("<div class=\"lines\" style=\"--lines: \(question.lines)\"></div>")
    }
  }

  public func writeKey(to worksheet: Worksheet, to output: inout Output) {
    let (sheets, comparing) = worksheet.numbered()
    writeHead("Answer key", to: &output)
    output.write("<p>\(HTML.escaped(Worksheet.about))</p>\n")
    for number in worksheet.sheets.indices {
      output.write("<section>\n<h2>\(HTML.escaped(worksheet.heading(ofSheet: number)))</h2>\n")
      for part in sheets[number] { writeKey(part, to: &output) }
      output.write("</section>\n")
    }
    if let comparing {
      output.write("<section>\n")
      writeKey(comparing, to: &output)
      output.write("</section>\n")
    }
    output.write("</main>\n</body>\n</html>\n")
  }

  private func writeKey(_ part: Worksheet.Numbered, to output: inout Output) {
    output.write("<h3>\(HTML.escaped(part.heading))</h3>\n")
    writeList(part, to: &output) { question, output in
      output.write("<ul>\n")
      for answer in question.answers {
        let place = answer.sentence.map { "sentence \($0): " } ?? ""
        output.write("<li>\(place)\(HTML.escaped(answer.words))</li>\n")
      }
      if let caution = question.caution {
        output.write("<li><em>\(HTML.escaped(caution))</em></li>\n")
      }
      output.write("</ul>")
    }
  }

  private func writeList(
    _ part: Worksheet.Numbered, to output: inout Output,
    _ rest: (Worksheet.Question, inout Output) -> Void
  ) {
    output.write("<ol start=\"\(part.questions.first?.number ?? 1)\">\n")
    for (_, question) in part.questions {
      output.write("<li><strong>\(HTML.escaped(question.text))</strong>")
      rest(question, &output)
      output.write("</li>\n")
    }
    output.write("</ol>\n")
  }

  private func writeHead(_ title: String, to output: inout Output) {
    output.write(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <link rel="icon" href="data:,">
      <title>\(HTML.escaped(title))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <main>
      <h1>\(HTML.escaped(title))</h1>

      """)
  }

  private static let style = """
    :root { color-scheme: light dark; --line: #8a8780; }
    body { margin: 2rem auto; max-width: 44rem; padding: 0 1.25rem; font: 1.0625rem/1.6 Charter, Georgia, serif; }
    h1, h2, h3 { line-height: 1.25; break-after: avoid; text-wrap: balance; }
    h2 { margin-top: 2.5rem; } section + section { break-before: page; }
    .origin, footer, em { font-size: .9375rem; }
    .text { font-size: 1.0938rem; line-height: 1.9; overflow-wrap: anywhere; }
    .text p { margin: 0 0 .9rem; } .n, sup { font: 600 .7em/1 system-ui, sans-serif; padding-right: .2em; }
    .name span { display: inline-block; width: 14rem; max-width: 60%; border-bottom: 1px solid var(--line); margin-right: 1rem; }
    li { margin: 0 0 1rem; } li ul { margin-top: .3rem; } li li { margin: 0; }
    ol > li { break-inside: avoid; } .lines { height: calc(var(--lines) * 2rem); background: repeating-linear-gradient(transparent 0 calc(2rem - 1px), var(--line) calc(2rem - 1px) 2rem); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    footer { margin-top: 3rem; border-top: 1px solid var(--line); }
    @page { margin: 2cm; } @media print { body { margin: 0; max-width: none; font-size: 11pt; } }
    """
}
