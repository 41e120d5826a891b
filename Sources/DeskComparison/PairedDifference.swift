/// One measure of two outlets over the stories that both tell: what one covers and the other does
/// not cannot pass for a difference in wording.
public struct PairedDifference: Sendable {
  public var measure: Measure
  public var first: String
  public var second: String
  /// The stories that both tell.
  public var stories: Int
  /// The values of each over these stories, in the measure's unit.
  public var values: (first: Double, second: Double)
  /// First less second, in the measure's unit; nil where there are too few stories for a test.
  public var difference: PairedStories.Difference?
  public var test: DifferenceTest
  /// Nil without a test.
  public var p: Double?
  /// The same after Holm's correction over all rows of the program's own measures, or of one
  /// dictionary's.
  public var adjusted: Double?

  static let draws = 9_999
  /// Beyond so many shared stories, times measures, Student's t takes over.
  static let mostSteps = 300 * 8

  /// Every pair of outlets with several articles each that share stories, for every measure that
  /// outlets are compared on.
  ///
  /// - Parameters:
  ///   - results: with the outlets.
  ///   - records: all articles.
  ///   - stories: of the records, by their places.
  ///   - seed: of random exchanges.
  /// - Returns: by measure, then first and second outlet.
  static func all(
    in results: Results, _ records: [StoryRecord], stories: [Stories.Story], seed: UInt64
  ) -> [PairedDifference] {
    let outlets = Difference.comparable(results)
    guard outlets.count > 1 else { return [] }
    var out: [PairedDifference] = []
    var place = 0
    for family in results.measures.families {
      var rows: [PairedDifference] = []
      for index in family {
        let byOutlet = Self.sides(records, stories, measure: place)
        place += 1
        let told = outlets.map { byOutlet[$0.name] ?? [:] }
        for first in outlets.indices {
          for second in outlets.indices.dropFirst(first + 1) {
            let names = (outlets[first].name, outlets[second].name)
            if let difference = PairedDifference(
              results.measures.members[index], of: family.count, names, told[first], told[second],
              seed: seed)
            {
              rows.append(difference)
            }
          }
        }
      }
      let tested = rows.indices.filter { rows[$0].p != nil }
      for (index, p) in zip(tested, Adjustment.holm(tested.compactMap { rows[$0].p })) {
        rows[index].adjusted = p
      }
      out += rows
    }
    return out
  }

  /// The counts of each outlet's articles by story.
  private static func sides(
    _ records: [StoryRecord], _ stories: [Stories.Story], measure: Int
  ) -> [String: [Int: PairedStories.Side]] {
    var out: [String: [Int: PairedStories.Side]] = [:]
    for story in stories {
      for record in story.articles.map({ records[$0] }) {
        out[record.outlet, default: [:]][
          story.number, default: PairedStories.Side(count: 0, of: 0)] += record.sides[measure]
      }
    }
    return out
  }

  private init?(
    _ measure: Measure, of familySize: Int, _ names: (String, String),
    _ a: [Int: PairedStories.Side], _ b: [Int: PairedStories.Side], seed: UInt64
  ) {
    let shared = a.keys.filter { b[$0] != nil }.sorted()
    let sides = shared.compactMap { story in
      a[story].flatMap { first in b[story].map { (first: first, second: $0) } }
    }
    // Where an outlet has none there is no comparison, as over all articles.
    guard let paired = PairedStories(sides), let values = paired.rates, values.first > 0,
      values.second > 0
    else { return nil }
    let scale = measure.base.scale
    self.measure = measure
    (first, second) = names
    stories = sides.count
    self.values = (values.first * scale, values.second * scale)
    guard stories >= PairedStories.least else {
      test = .none
      return
    }
    difference = paired.difference()?.scaled(by: scale)
    if stories * familySize > Self.mostSteps {
      test = .t
      p = difference?.p
    } else if stories <= PairedStories.mostExact {
      test = .exact
      p = paired.exactSwap().p
    } else {
      test = .random
      p = paired.randomSwap(draws: Self.draws, seed: seed).p
    }
  }
}

extension PairedStories.Side {
  fileprivate static func += (a: inout PairedStories.Side, b: PairedStories.Side) {
    a.count += b.count
    a.of += b.of
  }
}

extension PairedStories.Difference {
  /// The same in another unit.
  fileprivate func scaled(by scale: Double) -> Self {
    var out = self
    out.value *= scale
    out.standardError *= scale
    out.interval = Interval(low: interval.low * scale, high: interval.high * scale)
    return out
  }
}
