/// What kind of source an attribution names.
public enum SourceType: String, Hashable, Sendable, CaseIterable {
  case namedPerson = "named-person"
  case unnamedOfficial = "unnamed-official"
  case unnamedPeople = "unnamed-people"
  case documentOrganisation = "document-organisation"
  case newsOutlet = "news-outlet"
  case socialMedia = "social-media"
  /// No source is named: an attribution without a source part.
  case nobody

  /// The type of an attribution's source; `nobody` where it names none.
  public init(of finding: Finding) {
    self = finding.part(.source).flatMap { $0.kind }.flatMap(SourceType.init) ?? .nobody
  }
}
