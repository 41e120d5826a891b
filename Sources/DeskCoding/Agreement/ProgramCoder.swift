import DeskAnalysis
public import DeskLexicons
import DeskReading
import DeskText

/// The program as one coder among others.
///
/// A label of the coders is the program's where it is the name of an analyzer (`hedging`), of a
/// category (`reportative`, `hedging/reportative`, `hedging-reportative`) or of a part of attributions (`source`, `cue`, `content`).
public struct ProgramCoder: Sendable {
  public static let name = "copydesk"

  private let analysts: Analysts
  private let known: Set<String>

  public init(_ lexicons: Lexicons) {
    analysts = Analysts(lexicons)
    var known = Set(Part.Role.allCases.map(\.rawValue))
    for type in analyzers {
      known.insert(CodingName.category(type.name))
      for entry in lexicons.lists(for: type.name).flatMap(\.entries) {
        known.formUnion(Self.labels(analyzer: type.name, category: entry.category))
      }
    }
    self.known = known
  }

  /// Whether the program looks for what a label names.
  public func knows(_ label: String) -> Bool { known.contains(label) }

  /// What the program finds in a text, by the labels that stand for it.
  func marks(in reading: Reading) -> [(labels: Set<String>, pieces: [Extent<Unit.Byte>])] {
    var out: [(labels: Set<String>, pieces: [Extent<Unit.Byte>])] = []
    for finding in analysts.findings(in: reading) {
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
