/// Turns the sums of all outlets into figures, and says what the numbers can carry.
struct FigureMaker {
  /// Below so many words in all, or so few expected, no rate is given.
  static let leastWords = 200
  static let leastExpected = 5.0

  var measure: Measure
  var category: String?
  /// One element an outlet.
  var outlets: [Sums]
  var words: [Int]

  func figures() -> [Figure] {
    let all = outlets.reduce(into: Sums()) { $0 += $1 }
    return outlets.indices.map { figure(of: $0, common: all.ratio ?? 0) }
  }

  private func figure(of outlet: Int, common: Double) -> Figure {
    let sums = outlets[outlet]
    var figure = Figure(
      measure: measure, category: category, sums: sums, standing: .countOnly)
    guard let ratio = sums.ratio, words[outlet] >= Self.leastWords else { return figure }
    guard sums.y > 0 else {
      figure.standing = .noneFound
      return figure
    }
    guard common * Double(sums.w) >= Self.leastExpected else { return figure }
    figure.value = ratio * measure.base.scale
    figure.standing = sums.n == 1 ? .oneArticle : .fewArticles
    return figure
  }
}
