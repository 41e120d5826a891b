import DeskAnalysis
public import DeskLexicons

/// What is counted in one run: the program's own measures, then those of the user's dictionaries.
///
/// A dictionary adds one measure for the places at which any of its words stands (`NAME`), one for
/// each category (`NAME.CATEGORY`), and where it is weighted one for each category's weights
/// (`NAME.CATEGORY.weight`). Outlets are tested on those of a dictionary as on a family of its own, so
/// that it changes no other figure.
public struct Measures: Sendable {
  /// Those of a run without dictionaries.
  public static let own = Measures(dictionaries: [])

  /// In the order in which reports print them; the program's own, as in `measures`, come first.
  public let members: [Measure]

  /// The numbers of a category's measures.
  struct Places: Sendable {
    var count: Int
    var weight: Int?
  }

  /// By dictionary and category.
  let places: [String: [String: Places]]
  /// The same in the order of the dictionaries and of their categories.
  let orderedPlaces: [[Places]]
  /// The measures that count something else than findings.
  let wholeCounts: [(measure: Int, count: Measure.Count)]

  /// - Parameters:
  ///   - dictionaries: the user's.
  ///   - analyzers: the names of those that run; nil for all.
  public init(dictionaries: [UserDictionary], analyzers: Set<String>? = nil) {
    var members = measures
    var places: [String: [String: Places]] = [:]
    var orderedPlaces: [[Places]] = []
    for dictionary in dictionaries {
      members.append(Measure(dictionary))
      var own: [String: Places] = [:]
      for category in dictionary.categories {
        own[category] = Places(count: members.count)
        members.append(Measure(dictionary, category: category))
        guard dictionary.isWeighted else { continue }
        own[category]?.weight = members.count
        members.append(Measure(dictionary, weightsOf: category))
      }
      places[dictionary.name] = own
      orderedPlaces.append(dictionary.categories.compactMap { own[$0] })
    }
    self.members = members
    self.places = places
    self.orderedPlaces = orderedPlaces
    wholeCounts = members.enumerated().compactMap {
      $0.element.count == .findings ? nil : ($0.offset, $0.element.count)
    }
    numbers = Self.numbers(of: members)
    families = Self.families(of: members)
    isCounted = Self.counted(members, by: analyzers)
  }

  /// The measures of a run whose dictionaries are not at hand: sums can be added and turned into
  /// figures, nothing can be counted.
  ///
  /// - Parameters:
  ///   - parts: what the dictionaries' measures are called and what they are of, in order.
  ///   - analyzers: the names of those that ran; nil for all.
  public init(
    parts: [(name: String, part: Measure.DictionaryPart)], analyzers: Set<String>? = nil
  ) {
    members = measures + parts.map { Measure($0.name, $0.part) }
    places = [:]
    orderedPlaces = []
    wholeCounts = []
    numbers = Self.numbers(of: members)
    families = Self.families(of: members)
    isCounted = Self.counted(members, by: analyzers)
  }

  /// The number of a measure by its name.
  public func index(_ name: String) -> Int? { numbers[name] }

  /// For each measure whether its analyzer runs; others have no number, not even 0.
  public let isCounted: [Bool]

  private static func counted(_ members: [Measure], by analyzers: Set<String>?) -> [Bool] {
    members.map { measure in
      guard let analyzers, measure.part == nil else { return true }
      return analyzers.contains(measure.analyzer)
    }
  }

  /// The numbers of the measures that outlets are tested on: the program's own, then each dictionary's.
  ///
  /// p values are corrected within one of these alone.
  let families: [[Int]]

  private static func families(of members: [Measure]) -> [[Int]] {
    var out: [[Int]] = []
    var last: String?
    for (index, measure) in members.enumerated() where measure.isCompared {
      if out.isEmpty || measure.part?.dictionary != last { out.append([]) }
      last = measure.part?.dictionary
      out[out.count - 1].append(index)
    }
    return out
  }

  private let numbers: [String: Int]

  private static func numbers(of members: [Measure]) -> [String: Int] {
    Dictionary(members.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The measures that the dictionaries add.
  public var ofDictionaries: ArraySlice<Measure> { members[measures.count...] }
}

extension Measure {
  /// Which dictionary and category a measure is of.
  public struct DictionaryPart: Hashable, Sendable {
    public var dictionary: String
    /// Nil for all categories together.
    public var category: String?
    /// Whether weights are added up in the place of words.
    public var isWeight: Bool

    public init(dictionary: String, category: String?, isWeight: Bool) {
      self.dictionary = dictionary
      self.category = category
      self.isWeight = isWeight
    }
  }

  /// A dictionary's measure by its name alone.
  fileprivate convenience init(_ name: String, _ part: DictionaryPart) {
    self.init(
      name, name, "Counted elsewhere.", per: part.isWeight ? .weights : .words,
      analyzer: part.dictionary, part: part)
  }

  fileprivate convenience init(_ dictionary: UserDictionary) {
    self.init(
      dictionary.name, dictionary.name,
      "Places where a word of \(dictionary.file) stands, whatever its categories.", per: .words,
      analyzer: dictionary.name, count: .distinctPlaces,
      part: DictionaryPart(dictionary: dictionary.name, category: nil, isWeight: false))
  }

  fileprivate convenience init(_ dictionary: UserDictionary, category: String) {
    self.init(
      "\(dictionary.name).\(category)", "\(dictionary.name): \(category)",
      "Words under \(category) in \(dictionary.file).", per: .words, analyzer: dictionary.name,
      part: DictionaryPart(dictionary: dictionary.name, category: category, isWeight: false))
  }

  fileprivate convenience init(_ dictionary: UserDictionary, weightsOf category: String) {
    self.init(
      "\(dictionary.name).\(category).weight", "\(dictionary.name): \(category), weights",
      "The weights of the words under \(category) in \(dictionary.file), added up; in thousandths.",
      per: .weights, analyzer: dictionary.name,
      part: DictionaryPart(dictionary: dictionary.name, category: category, isWeight: true))
  }
}
