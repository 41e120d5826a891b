/// A part of a comparison that did not take all articles, because there are too many.
public struct PartlyCompared: Hashable, Sendable {
  /// The parts of a comparison that have a limit.
  public enum Part: String, Hashable, Sendable {
    case stories, facts, reuse, words
    /// Of a story with very many articles, those read for its facts.
    case largeStories = "facts of large stories"
  }

  /// What did not take all of them.
  public var part: Part
  /// How many articles there were.
  public var articles: Int
  /// How many of them were taken.
  public var taken: Int
}

extension Comparison {
  /// What did not take all articles; `unread` are those left out of the facts of large stories.
  func partlyCompared(unread: Int) -> [PartlyCompared] {
    let all = records.total
    var out: [PartlyCompared] = []
    func add(_ part: PartlyCompared.Part, of articles: Int, _ taken: Int) {
      if taken < articles {
        out.append(PartlyCompared(part: part, articles: articles, taken: taken))
      }
    }
    add(.stories, of: all, told.isComplete ? all : 0)
    add(.facts, of: all, told.isComplete ? factArticles.members.count : 0)
    add(.largeStories, of: factArticles.members.count, factArticles.members.count - unread)
    add(.reuse, of: all, texts.isComplete ? all : 0)
    add(.words, of: tallies.total, tallies.members.count)
    return out
  }
}
