import DeskAnalysis
import DeskText

/// What is kept of an article to compare outlets inside stories.
struct StoryRecord: Sendable {
  let article: StoryArticle
  /// As reports call it.
  let outlet: String
  /// Of the measures that outlets are compared on, family by family.
  let sides: [PairedStories.Side]

  init(_ digest: Digest, _ counts: ArticleCounts, _ measures: Measures) {
    article = digest.story
    outlet = OutletKey(digest.analysis.article).label
    sides = measures.families.joined().map {
      PairedStories.Side(
        count: counts.counts[$0], of: counts.denominator(measures.members[$0].base))
    }
  }
}

extension StoryRecord {
  /// More articles are not put into stories while they are compared.
  static let limit = 10_000
}

extension AllOrNone<StoryRecord> {
  /// By date, then by id, so that the order does not depend on how a run, or its input, was split.
  var sorted: [StoryRecord] {
    members.sorted { a, b in
      let (first, second) = (a.article, b.article)
      // Those without a date come last.
      return (first.date ?? "~", first.id, first.origin.input, first.origin.line ?? 0)
        < (second.date ?? "~", second.id, second.origin.input, second.origin.line ?? 0)
    }
  }
}
