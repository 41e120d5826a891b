public import DeskAnalysis
public import DeskLexicons
import DeskReading
public import DeskText

/// The program as one coder among others.
///
/// A label of the coders is the program's where it is the name of an analyzer (`hedging`), of a
/// category (`reportative`, `hedging/reportative`, `hedging-reportative`) or of a part of attributions
/// (`source`, `cue`, `content`); a user's dictionary is an analyzer among others.
public struct ProgramCoder: Sendable {
  public static let name = "copydesk"

  private let analysts: Analysts
  private let known: Set<String>
  private let ignoring: IgnoreList?
  private let articles: [String: Article]

  /// - Parameters:
  ///   - lexicons: the word lists, and the user's dictionaries.
  ///   - ignoring: what a reader does not want counted.
  ///   - articles: by `CodingName.article` of their ids, for the marks in them and the ids that an
  ///     ignore list names.
  public init(
    _ lexicons: Lexicons, ignoring: IgnoreList? = nil, articles: [String: Article] = [:]
  ) {
    self.ignoring = ignoring
    self.articles = articles
    analysts = Analysts(lexicons)
    var known = Set(Part.Role.allCases.map(\.rawValue))
    for type in analyzers {
      known.insert(CodingName.category(type.name))
      for entry in lexicons.lists(for: type.name).flatMap(\.entries) {
        known.formUnion(Self.labels(analyzer: type.name, category: entry.category))
      }
    }
    for dictionary in lexicons.dictionaries {
      known.insert(CodingName.category(dictionary.name))
      for category in dictionary.categories {
        known.formUnion(Self.labels(analyzer: dictionary.name, category: category))
      }
    }
    self.known = known
  }

  /// Whether the program looks for what a label names.
  public func knows(_ label: String) -> Bool { known.contains(label) }

  /// What the program finds in a text, by the labels that stand for it.
  func marks(
    in reading: Reading, of name: String
  ) -> [(labels: Set<String>, pieces: [Extent<Unit.Byte>])] {
    let known = articles[CodingName.article(name)]
    var article = Article(
      id: known?.id ?? name, text: reading.text, origin: known?.origin ?? Origin(input: name))
    article.ignoredEntries = known?.ignoredEntries ?? []
    var analysis = Analysis(
      article: article, reading: reading, findings: analysts.findings(in: reading))
    analysis.suppress(by: ignoring)
    var out: [(labels: Set<String>, pieces: [Extent<Unit.Byte>])] = []
    for finding in analysis.findings {
      let pieces = finding.parts.isEmpty ? [finding.extent] : finding.parts.flatMap(\.pieces)
      out.append((Self.labels(analyzer: finding.analyzer, category: finding.category), pieces))
      for part in finding.parts { out.append(([part.role.rawValue], part.pieces)) }
    }
    return out
  }

  private static func labels(analyzer: String, category: String?) -> Set<String> {
    var out: Set<String> = [CodingName.category(analyzer)]
    if let category {
      out.insert(CodingName.category(category))
      out.insert(CodingName.category("\(analyzer)/\(category)"))
      out.insert(CodingName.category("\(analyzer)-\(category)"))
    }
    return out
  }
}
