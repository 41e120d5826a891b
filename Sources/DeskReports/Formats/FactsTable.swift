public import DeskComparison

/// Facts for people at a terminal: a fact, and below it a line a telling.
public struct FactsTable: FactFormat {
  public static let name = "table"

  public init() {}

  public func write(_ facts: [Fact], to output: inout Output) {
    for fact in facts {
      let articles = fact.articleCount
      var head = "\(fact.number)  told by \(articles) of \(articles + fact.leftOut.count) articles"
      if !fact.contradictions.isEmpty { head += ", figures differ" }
      output.write("\(head)\n")
      for (place, telling) in fact.tellings.enumerated() {
        let name = telling.article.outlet ?? telling.article.id
        var line = "   \(name), \(telling.stance.label)"
        if let source = telling.source { line += " (\(Self.line(source)))" }
        if let figures = fact.contradicted(inTelling: place) { line += " [\(figures)]" }
        output.write("\(line): \(Self.line(telling.text))\n")
      }
      if !fact.leftOut.isEmpty {
        let names = fact.leftOut.map { $0.outlet ?? $0.id }
        output.write("   left out: \(names.joined(separator: ", "))\n")
      }
      output.write("\n")
    }
    let count = facts.count
    output.write("\(count) fact\(count == 1 ? "" : "s") told by two articles or more\n")
  }

  private static func line(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
