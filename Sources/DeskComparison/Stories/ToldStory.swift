/// A story beside the articles that tell it.
public struct ToldStory: Sendable {
  /// From 1, by first article.
  public var number: Int
  /// In the order they came.
  public var articles: [StoryArticle]
  /// The title of the article that is most like the others; its id where it has no title.
  public var title: String
  /// Each once, in the order they come; articles that state none are left out.
  public var outlets: [String]
  /// The first and the last day, where articles state any.
  public var dates: (first: String, last: String)?
}

extension Stories {
  /// The stories with their articles; every article is in exactly one.
  public func told() -> [ToldStory] { told(stories()) }

  func told(_ stories: [Story]) -> [ToldStory] { stories.map(told) }

  func told(_ story: Story) -> ToldStory {
    let told = story.articles.map { articles[$0] }
    let dates = told.compactMap(\.date).sorted()
    let central = articles[story.central]
    var outlets: [String] = []
    for outlet in told.compactMap(\.outlet) where !outlets.contains(outlet) {
      outlets.append(outlet)
    }
    return ToldStory(
      number: story.number, articles: told, title: central.title ?? central.id,
      outlets: outlets,
      dates: dates.first.flatMap { first in dates.last.map { (first, $0) } })
  }
}
