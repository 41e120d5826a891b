import DeskComparison

/// How far coders agree, beyond chance.
///
/// The units are the sentences of `CodingGrid`; whoever has not coded a unit is left out of it
/// (Krippendorff 2011). A category is a yes or no of its own; all together, a unit's code is the set of
/// its categories. By character, each code point of the texts is a unit (Artstein and Poesio 2008 on
/// what marking stretches asks of a coefficient).
public struct CoderAgreement: Sendable {
  /// What is compared.
  public enum Scope: Hashable, Sendable {
    /// The set of all categories that a unit has.
    case all
    /// Whether it has any.
    case any
    /// Whether it has this one.
    case category(String)

    /// As tables name it.
    public var name: String {
      switch self {
      case .all: "all categories"
      case .any: "any category"
      case .category(let name): name
      }
    }
  }

  /// Agreement in one thing.
  public struct Row: Sendable {
    public var scope: Scope
    /// The coders who could have said it, as numbers in the grid.
    public var coders: [Int]
    /// How many units two coders or more have coded.
    public var units: Int
    /// To how many units each coder gave it; nil for who could not.
    public var uses: [Int?]
    /// The share of pairs of codes of one unit that are the same.
    public var observed: Double?
    /// Krippendorff's alpha; nil where nothing was coded twice, or all codes are the same.
    public var alpha: Double?
    /// The same with each code point as a unit; nil where fewer than two coders marked stretches.
    public var characterAlpha: Double?
    /// Each two coders.
    public var pairs: [Pair]
    /// What keeps the figures from being read as they stand; nil where nothing does.
    public var remark: String?
  }

  /// Agreement of two coders.
  public struct Pair: Sendable {
    /// The numbers of the two coders.
    public var first: Int
    public var second: Int
    /// How many units both have coded.
    public var units: Int
    /// The share of units that both coded alike.
    public var observed: Double?
    /// Cohen's kappa; nil where nothing was coded by both, or all codes are the same.
    public var kappa: Double?
  }

  public let grid: CodingGrid
  /// All together, any, then each category.
  public let rows: [Row]
  /// The units in which coders differ, as numbers in the grid.
  public let disagreements: [Int]
  /// How many units two coders or more have coded.
  public let comparedUnits: Int

  /// Fewer units than this cannot tell a good coefficient from a bad one.
  static let fewUnits = 30
  /// A category that no coder used as often says little, whatever its coefficient.
  static let fewUses = 10

  public init(_ grid: CodingGrid) {
    self.grid = grid
    var scopes: [Scope] = grid.categories.count > 1 ? [.all, .any] : []
    scopes += grid.categories.map { .category($0) }
    rows = scopes.map { Self.row($0, grid) }
    disagreements = grid.units.indices.filter { Self.differs(grid.units[$0], grid) }
    comparedUnits = grid.units.count { $0.codes.count { $0 != nil } > 1 }
  }

  private static func code(_ codes: [String], _ scope: Scope) -> String {
    switch scope {
    case .all: codes.joined(separator: " + ")
    case .any: codes.isEmpty ? "no" : "yes"
    case .category(let name): codes.contains(name) ? "yes" : "no"
    }
  }

  private static func row(_ scope: Scope, _ grid: CodingGrid) -> Row {
    let able = grid.coders.indices.filter { coder in
      switch scope {
      case .all, .any: grid.categories.allSatisfy { grid.canUse(coder, $0) }
      case .category(let name): grid.canUse(coder, name)
      }
    }
    // Each unit's codes, by coder.
    let coded = grid.units.map { unit in
      able.map { coder in unit.codes[coder].map { code($0, scope) } }
    }
    let units = coded.map { $0.compactMap(\.self) }.filter { $0.count > 1 }
    var uses = [Int?](repeating: nil, count: grid.coders.count)
    for coder in able {
      uses[coder] = grid.units.count { unit in
        guard let codes = unit.codes[coder] else { return false }
        if case .category(let name) = scope { return codes.contains(name) }
        return !codes.isEmpty
      }
    }
    var pairs: [Pair] = []
    for (place, first) in able.enumerated() {
      for (other, second) in able.enumerated() where other > place {
        let both = coded.compactMap { codes -> (String, String)? in
          guard let a = codes[place], let b = codes[other] else { return nil }
          return (a, b)
        }
        let cohen = Agreement.cohen(both)
        pairs.append(
          Pair(
            first: first, second: second, units: both.count, observed: cohen?.observed,
            kappa: cohen.flatMap { $0.expected < 1 ? $0.kappa : nil }))
      }
    }
    let varies = Set(units.joined()).count > 1
    return Row(
      scope: scope, coders: able, units: units.count, uses: uses, observed: observed(units),
      alpha: varies ? Agreement.krippendorff(units) : nil,
      characterAlpha: characterAlpha(scope, able, grid), pairs: pairs,
      remark: remark(units.count, varies: varies, uses: uses.compactMap(\.self), scope))
  }

  /// The share of pairs within units that are the same.
  private static func observed(_ units: [[String]]) -> Double? {
    var same = 0
    var all = 0
    for unit in units {
      for (index, code) in unit.enumerated() {
        for other in unit[(index + 1)...] {
          all += 1
          if other == code { same += 1 }
        }
      }
    }
    return all > 0 ? Double(same) / Double(all) : nil
  }

  private static func characterAlpha(
    _ scope: Scope, _ able: [Int], _ grid: CodingGrid
  ) -> Double? {
    var units: [[String]] = []
    var seen: Set<String> = []
    for stretch in grid.stretches {
      let codes = able.compactMap { coder in stretch.codes[coder].map { code($0, scope) } }
      guard codes.count > 1 else { continue }
      seen.formUnion(codes)
      units += Array(repeating: codes, count: stretch.weight)
    }
    return seen.count > 1 ? Agreement.krippendorff(units) : nil
  }

  private static func remark(_ units: Int, varies: Bool, uses: [Int], _ scope: Scope) -> String? {
    if units == 0 { return "no sentence was coded by two" }
    if !varies { return "everybody always said the same: nothing to tell agreement from chance by" }
    if units < fewUnits { return "too few sentences to judge" }
    if case .category = scope, let most = uses.max(), most < fewUses {
      return "used too seldom to judge"
    }
    return nil
  }

  /// Whether coders who could have said the same did not.
  private static func differs(_ unit: CodingGrid.Unit, _ grid: CodingGrid) -> Bool {
    grid.categories.contains { category in
      var said: Set<Bool> = []
      for (coder, codes) in unit.codes.enumerated() where grid.canUse(coder, category) {
        if let codes { said.insert(codes.contains(category)) }
      }
      return said.count > 1
    }
  }

  /// What Krippendorff asks of alpha, in words (Content Analysis, 2004, chapter 11).
  public static func reading(of alpha: Double) -> String {
    alpha >= 0.8
      ? "good enough to rest conclusions on"
      : alpha >= 2.0 / 3 ? "good enough for tentative conclusions only" : "too low to conclude from"
  }
}
