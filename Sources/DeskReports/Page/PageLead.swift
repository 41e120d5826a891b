import DeskComparison

/// A number of the page: a link to the findings behind it, and without a script to the nearest
/// place that shows them.
struct PageLead: Sendable {
  var text: String
  var lead: Lead
  var measures: Measures

  func write(to output: inout Output) {
    switch lead {
    case .measure(let name, let outlet, let category):
      guard let index = measures.index(name) else { return output.writeEscaped(text) }
      open("o\(outlet)", to: &output)
      output.write(" data-o=\"\(outlet)\" data-m=\"\(index)\"")
      if let category { write("c", category, to: &output) }
    case .source(let id, let outlet, let article):
      open("o\(outlet)", to: &output)
      output.write(" data-o=\"\(outlet)\"")
      write("a", article, to: &output)
      write("s", id, to: &output)
    case .label(let label, let actor, let outlet, let isOwn):
      open("o\(outlet)", to: &output)
      output.write(" data-o=\"\(outlet)\"\(isOwn ? " data-own" : "")")
      write("l", label, to: &output)
      write("w", actor, to: &output)
    case .words(let words, let outlet):
      open("o\(outlet)", to: &output)
      output.write(" data-o=\"\(outlet)\"")
      write("t", words, to: &output)
    case .tellings(let fact, let outlet):
      open("f\(fact)", to: &output)
      output.write(" data-n=\"\(fact)\"")
      if let outlet { output.write(" data-o=\"\(outlet)\"") }
    case .passages(let to, let from):
      open("passages", to: &output)
      output.write(" data-o=\"\(to)\" data-from=\"\(from)\"")
    case .part(let anchor): open(anchor, to: &output)
    }
    output.write(0x3E)
    writeText(to: &output)
    output.write("</a>")
  }

  /// Letters of stances are seen as such.
  private func writeText(to output: inout Output) {
    guard case .tellings(_, .some) = lead, text.allSatisfy({ $0 == " " || "ANUHX".contains($0) })
    else { return output.writeEscaped(text) }
    for (index, letter) in text.split(separator: " ").enumerated() {
      if index > 0 { output.write(0x20) }
      output.write("<b class=\"s-\(letter)\">\(letter)</b>")
    }
  }

  private func open(_ anchor: String, to output: inout Output) {
    output.write("<a class=\"n\" href=\"#\(anchor)\"")
  }

  private func write(_ name: String, _ value: String, to output: inout Output) {
    output.write(" data-\(name)=\"")
    output.writeEscaped(value)
    output.write("\"")
  }
}

extension Output {
  /// Writes words and the numbers among them.
  mutating func write(_ pieces: [TellingSentence.Piece], _ measures: Measures) {
    for piece in pieces {
      switch piece {
      case .words(let text), .foreign(let text): writeEscaped(text)
      case .number(let text, let lead):
        PageLead(text: text, lead: lead, measures: measures).write(to: &self)
      }
    }
  }
}
