public import DeskAnalysis
public import DeskLexicons
import DeskReading
import DeskText

/// An article with what was found in it as marks that any annotation tool can hold: stretches with a
/// label, and links between them.
///
/// A finding of a word list is one mark, labelled `analyzer/category`; an attribution is a mark for
/// each of its parts (`cue`, `source`, `content`), linked.
public struct MarkedArticle: Sendable {
  struct Mark: Sendable {
    var label: String
    /// In UTF-8 bytes of the text; more than one where the mark is interrupted.
    var pieces: [Extent<Unit.Byte>]
    var isQuoted = false
    /// Of a source its type, of a content its form.
    var kind: String?
    /// The entry that it rests on, with file and line.
    var note: String?
  }

  /// From a cue to its source and its content; from a content to its source where no cue stands.
  struct Link: Sendable {
    var label: String
    var from: Int
    var to: Int
  }

  let article: Article
  let sentences: [Extent<Unit.Byte>]
  private(set) var marks: [Mark] = []
  private(set) var links: [Link] = []

  static let linkLabels = ["has-source", "has-content"]

  public init(_ analysis: Analysis) {
    article = analysis.article
    sentences = analysis.sentences.map(\.bytes)
    for finding in analysis.findings {
      let note = finding.evidence.map { "\($0.entry) (\($0.lexicon):\($0.line))" }
      if finding.parts.isEmpty {
        marks.append(
          Mark(
            label: Self.label(finding.analyzer, finding.category), pieces: [finding.extent],
            isQuoted: finding.isInQuote, note: note))
        continue
      }
      var places: [Part.Role: Int] = [:]
      for part in finding.parts {
        places[part.role] = marks.count
        marks.append(
          Mark(
            label: part.role.rawValue, pieces: part.pieces, isQuoted: finding.isInQuote,
            kind: part.kind, note: part.role == .cue ? note : nil))
      }
      if let from = places[.cue] ?? places[.content], let to = places[.source] {
        links.append(Link(label: "has-source", from: from, to: to))
      }
      if let from = places[.cue], let to = places[.content] {
        links.append(Link(label: "has-content", from: from, to: to))
      }
    }
  }

  static func label(_ analyzer: String, _ category: String?) -> String {
    category.map { "\(analyzer)/\($0)" } ?? analyzer
  }

  /// Words of the text, line breaks as spaces.
  func words(_ extent: Extent<Unit.Byte>) -> String {
    String(article.text[extent].map { $0.isNewline ? " " : $0 })
  }
}

/// Every label that a run may give, for the project that the marks are taken into.
public struct AnnotationLabels: Sendable {
  /// The parts of attributions first, then a label for each category of each word list.
  public let all: [String]

  public init(_ lexicons: Lexicons) {
    var all = Part.Role.allCases.map(\.rawValue)
    for analyzer in analyzers where analyzer.name != "attribution" {
      let categories = lexicons.lists(for: analyzer.name).flatMap(\.entries).map(\.category)
      all += Set(categories).sorted().map { MarkedArticle.label(analyzer.name, $0) }
    }
    for dictionary in lexicons.dictionaries {
      all += dictionary.categories.map { MarkedArticle.label(dictionary.name, $0) }
    }
    self.all = all
  }
}
