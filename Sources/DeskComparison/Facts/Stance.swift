/// How firmly a telling stands behind what it tells.
public enum Stance: String, Hashable, Sendable, CaseIterable {
  /// In the outlet's own voice, as a fact.
  case asserted
  /// Told by a person, an organisation, a document or an outlet that is named.
  case attributedNamed = "attributed-named"
  /// Told by officials, people or accounts without a name.
  case attributedUnnamed = "attributed-unnamed"
  /// Held back without a source: reportedly, appears to.
  case hedged
  /// Said to be unverified or contested.
  case unverified

  /// As people read it.
  public var label: String {
    switch self {
    case .asserted: "asserted"
    case .attributedNamed: "attributed to a named source"
    case .attributedUnnamed: "attributed to an unnamed source"
    case .hedged: "hedged"
    case .unverified: "disclaimed as unverified"
    }
  }
}
