/// A sentence of a report, with the numbers in it knowing what they count.
struct TellingSentence: Sendable {
  enum Piece: Sendable {
    case words(String)
    /// A name of an outlet, or words from an article: shown as they stand.
    case foreign(String)
    /// A number that leads to the findings behind it.
    case number(String, Lead)
  }

  var pieces: [Piece] = []

  init(_ pieces: Piece...) { self.pieces = pieces }

  static func + (a: TellingSentence, b: TellingSentence) -> TellingSentence {
    var out = a
    out.pieces += b.pieces
    return out
  }

  static func += (a: inout TellingSentence, b: TellingSentence) { a.pieces += b.pieces }

  /// Sentences or parts of them in a row.
  static func joined(_ parts: [TellingSentence], by separator: String) -> TellingSentence {
    var out = TellingSentence()
    for (index, part) in parts.enumerated() {
      if index > 0 { out.pieces.append(.words(separator)) }
      out += part
    }
    return out
  }

  /// The words without their links.
  var plain: String {
    pieces.map { piece in
      switch piece {
      case .words(let text), .foreign(let text), .number(let text, _): text
      }
    }.joined()
  }

  /// As Markdown.
  var markdown: String {
    pieces.map { piece in
      switch piece {
      case .words(let text): text
      // A label or a count; words from articles among them.
      case .number(let text, _): Markdown.escaped(text)
      case .foreign(let text): Markdown.escaped(text)
      }
    }.joined()
  }
}

/// How numbers and lists are put into words.
package enum Wording {
  private static let small = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  /// `five articles`, `1,204 articles`.
  package static func count(_ number: Int, _ one: String, _ many: String) -> String {
    let figure = number < small.count ? small[number] : grouped(number)
    return "\(figure) \(number == 1 ? one : many)"
  }

  package static func times(_ number: Int) -> String {
    switch number {
    case 1: "once"
    case 2: "twice"
    default: "\(number < small.count ? small[number] : grouped(number)) times"
    }
  }

  /// Digits in groups of three: `12,345`.
  package static func grouped(_ number: Int) -> String {
    let digits = Array("\(number.magnitude)".utf8)
    var out: [UInt8] = number < 0 ? [0x2D] : []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { out.append(0x2C) }
      out.append(digit)
    }
    return String(decoding: out, as: UTF8.self)
  }

  package static func decimal(_ number: Double, digits: Int = 1) -> String {
    var output = Output()
    output.write(number, digits: digits)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  package static func percent(_ share: Double) -> String { decimal(100 * share, digits: 0) + "%" }

  /// A p value; one that would print as 0 says what it is below.
  package static func p(_ p: Double) -> String { p < 0.0005 ? "<0.001" : decimal(p, digits: 3) }

  package static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Cut to so many characters.
  package static func shortened(_ text: String, to most: Int) -> String {
    text.count > most ? text.prefix(most - 1) + "…" : text
  }

  /// `a`, `a and b`, `a, b and c`.
  static func list(_ items: [TellingSentence]) -> TellingSentence {
    var out = TellingSentence()
    for (index, item) in items.enumerated() {
      if index > 0 { out += TellingSentence(.words(index == items.count - 1 ? " and " : ", ")) }
      out += item
    }
    return out
  }
}
