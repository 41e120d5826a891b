import DeskComparison
import Foundation

/// Precision and recall of the program on a user's own corpus, from a coded sample.
public struct Validation: Sendable {
  /// A share with its 95% interval.
  public struct Estimate: Hashable, Sendable {
    /// From 0 to 1, as are the ends of the interval.
    public var value: Double
    public var low: Double
    public var high: Double
  }

  /// The figures of one category, of one outlet or of all.
  public struct Row: Sendable {
    public var category: String
    /// nil for all outlets together.
    public var outlet: String?
    /// How many coded sentences the program had found something in, and in how many people did, too.
    public var found: (coded: Int, right: Int)
    /// The same of those in which it had found nothing: what people found there, it missed.
    public var notFound: (coded: Int, missed: Int)
    /// How many sentences of each kind the corpus has.
    public var sizes: (found: Int, notFound: Int)
    public var precision: Estimate?
    public var recall: Estimate?
    /// In how many sentences of the corpus people would find it, in all likelihood.
    public var prevalence: Double?
    /// What keeps the figures from being read as they stand; nil where nothing does.
    public var remark: String?
  }

  /// By category, all outlets first, then each outlet, whose precision alone is told.
  public private(set) var rows: [Row] = []
  /// How many rows were coded `?`, and left out.
  public let unsure: Int

  /// Fewer coded sentences than this tell a share to no better than about 18 points either way.
  static let fewCoded = 30
  /// Fewer yeses than this are no ground for a sum over a corpus.
  static let fewCases = 5

  /// Works out the figures of a coded sheet; rows coded `?` are left out.
  public init(_ coded: [ValidationSheet.Row]) {
    unsure = coded.count { $0.code == .unsure }
    let sure = coded.filter { $0.code != .unsure }
    var categories: [String] = []
    for row in coded where !categories.contains(row.category) { categories.append(row.category) }
    for category in categories {
      let members = sure.filter { $0.category == category }
      rows.append(Self.row(category, nil, members))
      let outlets = Set(members.map(\.outlet)).filter { !$0.isEmpty }.sorted()
      guard outlets.count > 1 else { continue }
      for outlet in outlets {
        var row = Self.row(category, outlet, members.filter { $0.outlet == outlet })
        // An outlet's few sentences carry no sum over what was missed.
        row.recall = nil
        row.prevalence = nil
        rows.append(row)
      }
    }
  }

  private static func row(
    _ category: String, _ outlet: String?, _ members: [ValidationSheet.Row]
  ) -> Row {
    let found = Side(members.filter(\.stratum.isFound))
    let notFound = Side(members.filter { !$0.stratum.isFound })
    var row = Row(
      category: category, outlet: outlet, found: (found.coded, found.yes),
      notFound: (notFound.coded, notFound.yes), sizes: (found.size, notFound.size))
    row.precision = found.interval.map { Estimate(value: found.share, low: $0.low, high: $0.high) }
    row.recall = recall(found, notFound)
    if found.size == 0 || found.coded > 0, notFound.size == 0 || notFound.coded > 0 {
      let all = Double(found.size + notFound.size)
      row.prevalence = all > 0 ? (found.sum + notFound.sum) / all : nil
    }
    row.remark = remark(row, found, notFound)
    return row
  }

  /// Sentences found and right by those and the missed ones, summed over the corpus.
  ///
  /// The interval is that of the ratio of two independent shares from their Wilson intervals (MOVER:
  /// Donner and Zou, Statistical Methods in Medical Research 21, 2012), which holds at a share of 0, too.
  private static func recall(_ found: Side, _ notFound: Side) -> Estimate? {
    guard let right = found.interval, found.share > 0 else { return nil }
    if notFound.size == 0 { return Estimate(value: 1, low: 1, high: 1) }
    guard let missed = notFound.interval else { return nil }
    let (p, q) = (notFound.share, found.share)
    let scale = Double(notFound.size) / Double(found.size)
    let lowRatio =
      (p * q
        - root(
          p * p * q * q - missed.low * right.high * (2 * p - missed.low) * (2 * q - right.high)))
      / (right.high * (2 * q - right.high))
    let below = right.low * (2 * q - right.low)
    let highRatio =
      (p * q
        + root(
          p * p * q * q - missed.high * right.low * (2 * p - missed.high) * (2 * q - right.low)))
      / below
    func recall(_ ratio: Double) -> Double { 1 / (1 + max(0, ratio) * scale) }
    let low = below > 0 ? recall(highRatio) : 0
    // 2q - u may be negative where nearly all was right; the bound is then the one-sided one.
    let high = right.high * (2 * q - right.high) > 0 ? recall(lowRatio) : 1
    let value = recall(p / q)
    return Estimate(value: value, low: min(low, value), high: max(high, value))
  }

  private static func root(_ value: Double) -> Double { max(0, value).squareRoot() }

  private static func remark(_ row: Row, _ found: Side, _ notFound: Side) -> String? {
    var out: [String] = []
    if found.size == 0 {
      out.append("nothing was found, so there is no precision")
    } else if found.coded < fewCoded {
      out.append("too few coded to judge precision (\(found.coded); code \(fewCoded) and more)")
    }
    guard row.outlet == nil else { return out.first }
    if row.recall == nil {
      out.append("recall cannot be told")
    } else if notFound.coded > 0, found.coded < fewCoded || notFound.coded < fewCoded {
      out.append(
        "too few coded to judge recall (\(notFound.coded) of those in which nothing was found)")
    } else if notFound.coded > 0, notFound.yes < fewCases {
      out.append(
        "recall rests on \(notFound.yes) missed sentence\(notFound.yes == 1 ? "" : "s"): read the "
          + "interval, not the figure")
    }
    return out.isEmpty ? nil : out.joined(separator: "; ")
  }
}

/// The coded sentences of one kind, over strata of unequal weight.
struct Side {
  /// How many sentences the strata have.
  let size: Int
  let coded: Int
  let yes: Int
  /// The share of yeses, each stratum by its size.
  let share: Double
  /// How many sentences drawn alike would say as much (Kish, Survey Sampling, 1965).
  let effective: Double

  init(_ rows: [ValidationSheet.Row]) {
    coded = rows.count
    yes = rows.count { $0.code == .yes }
    var strata: [Stratum: (coded: Int, yes: Int)] = [:]
    for row in rows {
      strata[row.stratum, default: (0, 0)].coded += 1
      if row.code == .yes { strata[row.stratum, default: (0, 0)].yes += 1 }
    }
    let sorted = strata.sorted { $0.key.number < $1.key.number }
    size = sorted.reduce(0) { $0 + $1.key.size }
    var weighted = 0.0
    var squares = 0.0
    for (stratum, counts) in sorted {
      let weight = Double(stratum.size) / Double(counts.coded)
      weighted += weight * Double(counts.yes)
      squares += weight * weight * Double(counts.coded)
    }
    share = size > 0 ? weighted / Double(size) : 0
    effective = squares > 0 ? Double(size) * Double(size) / squares : 0
  }

  /// The sum of yeses over the corpus.
  var sum: Double { share * Double(size) }

  /// Wilson's interval (Journal of the American Statistical Association 22, 1927) for as many sentences as
  /// the sample is worth; nil where none was coded.
  var interval: (low: Double, high: Double)? {
    guard effective > 0 else { return nil }
    let z = 1.959964
    let middle = share + z * z / (2 * effective)
    let reach =
      z * (share * (1 - share) / effective + z * z / (4 * effective * effective)).squareRoot()
    let whole = 1 + z * z / effective
    return (max(0, (middle - reach) / whole), min(1, (middle + reach) / whole))
  }
}
