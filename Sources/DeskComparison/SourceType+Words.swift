public import DeskAnalysis

extension SourceType {
  /// The type of an attribution's source; nil for any other finding.
  static func ofAttribution(_ finding: Finding) -> SourceType? {
    finding.analyzer == AttributionAnalyzer.name ? SourceType(of: finding) : nil
  }

  /// Its place among all types.
  var number: Int {
    switch self {
    case .namedPerson: 0
    case .unnamedOfficial: 1
    case .unnamedPeople: 2
    case .organisation: 3
    case .document: 4
    case .newsOutlet: 5
    case .socialMedia: 6
    case .ownWriter: 7
    case .nobody: 8
    }
  }

  /// As it stands in columns: the raw value with underscores.
  public var columnName: String {
    switch self {
    case .namedPerson: "named_person"
    case .unnamedOfficial: "unnamed_official"
    case .unnamedPeople: "unnamed_people"
    case .organisation: "organisation"
    case .document: "document"
    case .newsOutlet: "news_outlet"
    case .socialMedia: "social_media"
    case .ownWriter: "own_writer"
    case .nobody: "nobody"
    }
  }

  /// As it stands in tables for people.
  public var label: String {
    switch self {
    case .namedPerson: "Named people"
    case .unnamedOfficial: "Unnamed officials"
    case .unnamedPeople: "Unnamed people"
    case .organisation: "Organisations"
    case .document: "Documents"
    case .newsOutlet: "Other news outlets"
    case .socialMedia: "Social media"
    case .ownWriter: "The writer"
    case .nobody: "Nobody named"
    }
  }

  var counted: String {
    switch self {
    case .namedPerson: "Attributions to a person with a name."
    case .unnamedOfficial: "Attributions to officials without a name."
    case .unnamedPeople: "Attributions to other people without a name."
    case .organisation:
      "Attributions to an organisation, or to a country that stands for its government."
    case .document: "Attributions to a document: a report, a law, a letter."
    case .newsOutlet: "Attributions to another news outlet."
    case .socialMedia: "Attributions to social media without a person's name."
    case .ownWriter: "Attributions to the article's own writer: I, we, this reporter."
    case .nobody: "Attributions that name no source: reportedly, it is said."
    }
  }
}
