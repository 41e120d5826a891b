public import DeskReading
public import DeskText

/// What is kept of an article to put it into its story.
public struct StoryArticle: Sendable {
  public var id: String
  public var outlet: String?
  public var title: String?
  /// `YYYY-MM-DD`.
  public var date: String?
  public var url: String?
  let origin: Origin
  /// The input and row that it came from.
  public var place: String { origin.description }
  let terms: StoryTerms

  /// Works out what the article is about; costs most of what a story costs, and may run on any
  /// thread.
  public init(_ article: Article, _ reading: Reading, background: BackgroundWords = .embedded) {
    id = article.id
    outlet = article.outlet
    title = article.title
    date = article.date
    url = article.url
    origin = article.origin
    terms = StoryTerms(article, reading, background: background)
  }
}
