import DeskAnalysis
public import DeskLexicons
import DeskReading
import DeskText

/// What is validated: everything that an analyzer or a user's dictionary finds, or one of its
/// categories.
public struct ValidationCategory: Hashable, Sendable {
  /// `hedging`, or `hedging/reportative`.
  public var name: String
  let analyzer: String
  let category: String?

  /// Everything that each analyzer finds, and each dictionary.
  public static func all(in lexicons: Lexicons) -> [ValidationCategory] {
    (analyzers.map { $0.name } + lexicons.dictionaries.map(\.name)).map {
      ValidationCategory(name: $0, analyzer: $0, category: nil)
    }
  }

  private init(name: String, analyzer: String, category: String?) {
    self.name = name
    self.analyzer = analyzer
    self.category = category
  }

  /// The analyzer, or the category in `analyzer/category`; nil where there is none of this name.
  public init?(_ written: String, in lexicons: Lexicons) {
    let parts = written.split(separator: "/", maxSplits: 1).map(String.init)
    guard let analyzer = parts.first else { return nil }
    let dictionary = lexicons.dictionaries.first { $0.name == analyzer }
    guard dictionary != nil || analyzers.contains(where: { $0.name == analyzer }) else {
      return nil
    }
    if parts.count == 2 {
      let known =
        dictionary?.categories ?? lexicons.lists(for: analyzer).flatMap(\.entries).map(\.category)
      guard known.contains(parts[1]) else { return nil }
    }
    self.init(name: written, analyzer: analyzer, category: parts.count == 2 ? parts[1] : nil)
  }

  /// What to ask of a sentence; yes or no.
  var question: String {
    let kind = category.map { " (only: \($0.split(separator: "_").joined(separator: " ")))" } ?? ""
    return switch analyzer {
    case "attribution":
      "Does the sentence tell, wholly or in part, what somebody said, wrote or thought?" + kind
    case "hedging":
      "Does somebody hold back in it: perhaps, reportedly, about, not verified?" + kind
    case "boosting": "Does somebody vouch in it: clearly, without doubt?" + kind
    case "loaded": "Does it hold words that judge or stir?" + kind
    case "labels": "Does it call a side, or its people, something: fighters, regime?" + kind
    default:
      "Does it hold, in this sense, words that the dictionary \(analyzer) "
        + (category.map { "has under \($0)?" } ?? "looks for?")
    }
  }

  /// The numbers of the sentences in which something of it was found.
  func sentences(of analysis: Analysis) -> Set<Int> {
    var out: Set<Int> = []
    for finding in analysis.findings where finding.analyzer == analyzer {
      if let category, finding.category != category { continue }
      out.insert(finding.sentence)
      // What is attributed may go on over several sentences.
      for piece in finding.parts.flatMap(\.pieces) {
        for number in analysis.sentences.indices
        where analysis.sentences[number].bytes.overlaps(piece) {
          out.insert(number)
        }
      }
    }
    return out
  }
}
