import DeskAnalysis
import DeskReading
import DeskText

/// Articles made for tests.
enum Made {
  /// An article of an outlet with so many filler words, and findings as named.
  static func analysis(
    _ id: String, outlet: String?, text: String, _ findings: (Text) -> [Finding] = { _ in [] }
  ) -> Analysis {
    let text = Text(text)
    let article = Article(
      id: id, outlet: outlet, title: "Über \(id)", text: text, origin: Origin(input: "\(id).txt"))
    return Analysis(article: article, reading: Reading(text), findings: findings(text))
  }

  /// Where some words stand in a text, from a byte on.
  static func extent(_ words: String, in text: Text, from start: Int = 0) -> Extent<Unit.Byte> {
    if let range = text.utf8[start...].firstRange(of: Array(words.utf8)) {
      return Extent(range.lowerBound, range.upperBound)
    }
    preconditionFailure("'\(words)' does not stand in the text")
  }

  static func finding(
    _ analyzer: String, _ words: String, in text: Text, category: String? = nil,
    isInQuote: Bool = false, details: [Detail] = []
  ) -> Finding {
    Finding(
      analyzer: analyzer, extent: extent(words, in: text), sentence: 0, category: category,
      isInQuote: isInQuote, details: details)
  }

  static func attribution(
    source: String?, cue: String, content: String, type: String?, form: String = "indirect",
    details: [Detail] = [], in text: Text
  ) -> Finding {
    var parts: [Part] = []
    if let source {
      parts.append(Part(role: .source, pieces: [extent(source, in: text)], kind: type))
    }
    parts.append(Part(role: .cue, pieces: [extent(cue, in: text)]))
    parts.append(Part(role: .content, pieces: [extent(content, in: text)], kind: form))
    let whole = parts.map(\.extent).reduce(parts[0].extent) { $0.union($1) }
    return Finding(
      analyzer: "attribution", extent: whole, sentence: 0, isInQuote: false, parts: parts,
      details: details)
  }

  /// Words without meaning.
  static func filler(_ count: Int) -> String {
    (0..<count).map { ["jökull", "stone", "rivière", "cloud"][$0 % 4] }.joined(separator: " ")
  }
}
