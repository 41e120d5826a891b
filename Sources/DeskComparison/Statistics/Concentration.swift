/// How concentrated voices are: of one source all, or many of one word each.
public struct Concentration: Hashable, Sendable {
  /// The sum of squared shares (Simpson, Nature 163, 1949).
  public var index: Double
  /// How many were mentioned at all.
  public var sources: Int
  /// How likely two mentions drawn at random are of one source: the index without its bias in
  /// small numbers; nil for a single mention.
  public var repeatProbability: Double?
  /// As many sources of equal share would be as concentrated.
  public var effectiveNumber: Double { 1 / index }

  /// Nil without mentions.
  public init?(mentions: [Int]) {
    let total = Double(mentions.reduce(0, +))
    guard total > 0 else { return nil }
    index = mentions.reduce(0) { $0 + Double($1) / total * (Double($1) / total) }
    sources = mentions.count { $0 > 0 }
    if total > 1 {
      let pairs = mentions.reduce(0) { $0 + Double($1) * Double($1 - 1) }
      repeatProbability = pairs / (total * (total - 1))
    }
  }
}
