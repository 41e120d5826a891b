public import DeskText

/// One thing an analyzer found: a stretch of the text, what it is, and what that rests on.
///
/// Every position counts UTF-8 bytes of the article's text.
public struct Finding: Hashable, Sendable {
  /// The name of the analyzer.
  public var analyzer: String
  /// Where it stands: for an attribution from the first of its parts to the last.
  public var extent: Extent<Unit.Byte>
  /// The number of the sentence in which it begins.
  public var sentence: Int
  public var category: String?
  /// The entry's: 0 to 1 in the program's lists, any number in a user's dictionary.
  public var weight: Double?
  /// Whether it stands inside quotation marks: then the words are a source's, not the outlet's.
  public var isInQuote: Bool
  /// What it is made of; empty for a finding that is one stretch.
  public var parts: [Part]
  /// What else is known of it, in a fixed order: `stance`, `second_hand`, `actor`, ...
  public var details: [Detail]
  public var evidence: Evidence?
  /// The measured weights that decided, where they were asked for.
  public var grounds: [Ground] = []

  /// - Parameters:
  ///   - analyzer: the name of the analyzer.
  ///   - extent: where it stands, in UTF-8 bytes of the text.
  ///   - sentence: the number of the sentence in which it begins, from 0.
  ///   - category: by what reports break its measure down.
  ///   - weight: how much it counts where weights are added up.
  ///   - isInQuote: whether it stands inside quotation marks.
  ///   - parts: what it is made of.
  ///   - details: what else is known of it.
  ///   - evidence: the line of a word list that it rests on.
  public init(
    analyzer: String, extent: Extent<Unit.Byte>, sentence: Int, category: String? = nil,
    weight: Double? = nil, isInQuote: Bool, parts: [Part] = [], details: [Detail] = [],
    evidence: Evidence? = nil
  ) {
    self.analyzer = analyzer
    self.extent = extent
    self.sentence = sentence
    self.category = category
    self.weight = weight
    self.isInQuote = isInQuote
    self.parts = parts
    self.details = details
    self.evidence = evidence
  }

  /// The part that has a role, if the finding has one.
  public func part(_ role: Part.Role) -> Part? { parts.first { $0.role == role } }
  /// The value of a detail by its name, if the finding has it.
  public func detail(_ name: String) -> String? { details.first { $0.name == name }?.value }
}

/// A stretch of a finding with a role of its own.
public struct Part: Hashable, Sendable {
  /// What a part is of its finding.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case cue, source, content
  }
  public var role: Role
  /// In order; more than one where the part is interrupted.
  public var pieces: [Extent<Unit.Byte>]
  /// Of a source its type, of a content its form.
  public var kind: String?

  public init(role: Role, pieces: [Extent<Unit.Byte>], kind: String? = nil) {
    precondition(!pieces.isEmpty, "a part stands somewhere")
    self.role = role
    self.pieces = pieces
    self.kind = kind
  }

  /// From the first piece to the last.
  public var extent: Extent<Unit.Byte> {
    pieces.dropFirst().reduce(pieces[0]) { $0.union($1) }
  }
}

/// A named property of a finding that only its analyzer knows.
public struct Detail: Hashable, Sendable {
  public var name: String
  public var value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
