/// What kind of source an attribution names.
public enum SourceType: String, Hashable, Sendable, CaseIterable {
  case namedPerson = "named-person"
  case unnamedOfficial = "unnamed-official"
  case unnamedPeople = "unnamed-people"
  case organisation
  case document
  case newsOutlet = "news-outlet"
  case socialMedia = "social-media"
  /// The article's own writer, who says "I" or "we".
  case ownWriter = "own-writer"
  /// No source is named: an attribution without a source part.
  case nobody

  /// The type of an attribution's source; `nobody` where it names none.
  public init(of finding: Finding) {
    self = finding.sourceType ?? .nobody
  }

  /// The same by the coarser names of `source.type` in NDJSON, where organisations and documents
  /// are one.
  public var family: String {
    switch self {
    case .organisation, .document: "document-organisation"
    default: rawValue
    }
  }
}
