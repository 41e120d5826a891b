import DeskAnalysis
import DeskText

/// What is kept of an article to compare outlets inside stories.
struct StoryRecord: Sendable {
  let article: StoryArticle
  /// As reports call it.
  let outlet: String
  /// Of the measures that outlets are compared on, in their order.
  let sides: [PairedStories.Side]

  init(_ digest: Digest, _ counts: ArticleCounts) {
    article = digest.story
    outlet = OutletKey(digest.analysis.article).label
    sides = Self.compared.map {
      PairedStories.Side(
        count: counts.counts[$0], of: counts.denominator(measures[$0].base))
    }
  }

  /// The numbers of the measures that outlets are compared on.
  static let compared = measures.indices.filter { measures[$0].isCompared }
}

/// All articles of a run, or none where there are more than can be set side by side.
struct StoryRecords: Sendable {
  /// More articles are not put into stories while they are compared.
  static let limit = 10_000

  private(set) var total = 0
  private var kept: [StoryRecord] = []

  var isComplete: Bool { total <= Self.limit }

  /// By the inputs' names and the rows in them, so that the order does not depend on how a run was
  /// split.
  var sorted: [StoryRecord] {
    kept.sorted { a, b in
      let (first, second) = (a.article, b.article)
      return (first.origin.input, first.origin.line ?? 0, first.id)
        < (second.origin.input, second.origin.line ?? 0, second.id)
    }
  }

  mutating func add(_ record: @autoclosure () -> StoryRecord) {
    total += 1
    if isComplete { kept.append(record()) } else { kept = [] }
  }

  mutating func merge(_ other: StoryRecords) {
    total += other.total
    if isComplete { kept += other.kept } else { kept = [] }
  }
}
