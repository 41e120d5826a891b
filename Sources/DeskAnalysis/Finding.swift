public import DeskText

/// One thing an analyzer found: a stretch of the text, what it is, and what that rests on.
///
/// Every position counts UTF-8 bytes of the article's text.
public struct Finding: Hashable, Sendable {
  /// Where it stands: for an attribution from the first of its parts to the last.
  public var extent: Extent<Unit.Byte>
  /// The number of the sentence in which it begins.
  public var sentence: Int
  /// The entry's: 0 to 1 in the program's lists, any number in a user's dictionary.
  public var weight: Double?
  /// Whether it stands inside quotation marks: then the words are a source's, not the outlet's.
  public var isInQuote: Bool
  /// What it is, apart from where it stands: in one place, since findings are moved about a lot.
  private var shared: Shared

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
    self.init(
      Shared(
        Nature(
          analyzer: analyzer, category: category, evidence: evidence, parts: parts,
          details: details)),
      extent: extent, sentence: sentence, weight: weight, isInQuote: isInQuote)
  }

  init(
    _ shared: Shared, extent: Extent<Unit.Byte>, sentence: Int, weight: Double?, isInQuote: Bool
  ) {
    self.extent = extent
    self.sentence = sentence
    self.weight = weight
    self.isInQuote = isInQuote
    self.shared = shared
  }

  /// What a finding is, apart from where it stands.
  struct Nature: Hashable, Sendable {
    var analyzer: String
    var category: String?
    var evidence: Evidence?
    var parts: [Part] = []
    var details: [Detail] = []
    var grounds: [Ground] = []
  }

  /// The nature that findings have in common: those of one entry, unless more is known of one.
  final class Shared: Hashable, Sendable {
    let nature: Nature

    init(_ nature: Nature) { self.nature = nature }

    static func == (a: Shared, b: Shared) -> Bool { a === b || a.nature == b.nature }

    func hash(into hasher: inout Hasher) { hasher.combine(nature) }
  }

  private mutating func change(_ change: (inout Nature) -> Void) {
    var nature = shared.nature
    change(&nature)
    shared = Shared(nature)
  }
}

extension Finding {
  /// The name of the analyzer.
  public var analyzer: String {
    get { shared.nature.analyzer }
    set { change { $0.analyzer = newValue } }
  }

  /// By what reports break its measure down.
  public var category: String? {
    get { shared.nature.category }
    set { change { $0.category = newValue } }
  }

  /// The line of a word list that it rests on.
  public var evidence: Evidence? {
    get { shared.nature.evidence }
    set { change { $0.evidence = newValue } }
  }

  /// Where its evidence stands in a list, as `Evidence.place` tells it.
  package var evidencePlace: Evidence.Place? { shared.nature.evidence?.place }

  /// What it is made of; empty for a finding that is one stretch.
  public var parts: [Part] {
    get { shared.nature.parts }
    set { change { $0.parts = newValue } }
  }

  /// What else is known of it, in a fixed order: `stance`, `second_hand`, `actor`, ...
  public var details: [Detail] {
    get { shared.nature.details }
    set { change { $0.details = newValue } }
  }

  /// The measured weights that decided, where they were asked for.
  public var grounds: [Ground] {
    get { shared.nature.grounds }
    set { change { $0.grounds = newValue } }
  }

  /// The part that has a role, if the finding has one.
  public func part(_ role: Part.Role) -> Part? { number(of: role).map { shared.nature.parts[$0] } }

  /// The type of its source, where it has one and that is one of the program's.
  var sourceType: SourceType? {
    number(of: .source).flatMap { shared.nature.parts[$0].sourceType }
  }

  private func number(of role: Part.Role) -> Int? {
    shared.nature.parts.indices.first { shared.nature.parts[$0].role == role }
  }

  /// The value of a detail by its name, if the finding has it.
  public func detail(_ name: String) -> String? {
    shared.nature.details.indices.first { shared.nature.details[$0].name == name }.map {
      shared.nature.details[$0].value
    }
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
