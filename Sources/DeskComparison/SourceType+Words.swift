public import DeskAnalysis

extension SourceType {
  /// As it stands in columns.
  public var columnName: String {
    String(decoding: rawValue.utf8.map { $0 == 0x2D ? 0x5F : $0 }, as: UTF8.self)
  }

  /// As it stands in tables for people.
  public var label: String {
    switch self {
    case .namedPerson: "Named people"
    case .unnamedOfficial: "Unnamed officials"
    case .unnamedPeople: "Unnamed people"
    case .documentOrganisation: "Organisations and documents"
    case .newsOutlet: "Other news outlets"
    case .socialMedia: "Social media"
    case .nobody: "Nobody named"
    }
  }

  var counted: String {
    switch self {
    case .namedPerson: "Attributions to a person with a name."
    case .unnamedOfficial: "Attributions to officials without a name."
    case .unnamedPeople: "Attributions to other people without a name."
    case .documentOrganisation: "Attributions to an organisation or a document."
    case .newsOutlet: "Attributions to another news outlet."
    case .socialMedia: "Attributions to social media without a person's name."
    case .nobody: "Attributions that name no source: reportedly, it is said."
    }
  }
}
