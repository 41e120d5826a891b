/// Where a number of a report leads: to the findings or the sentences behind it.
enum Lead: Hashable, Sendable {
  /// The findings of an outlet that a measure counts, of one category or of all.
  case measure(String, outlet: Int, category: String? = nil)
  /// The findings of one source of an article.
  case source(String, outlet: Int, article: String)
  /// The places where an outlet calls an actor so; in its own voice alone, or quoted too.
  case label(String, of: String, outlet: Int, isOwn: Bool)
  /// The places where words stand in an outlet's articles.
  case words(String, outlet: Int)
  /// The sentences that tell a fact, of one outlet or of all.
  case tellings(fact: Int, outlet: Int?)
  /// The passages that one outlet has of another.
  case passages(to: Int, from: Int)
  /// A part of the page.
  case part(String)
}

/// A place in an article that a report points to.
struct Place: Hashable, Sendable {
  /// Its name on the page.
  var id: String
  /// What a link to it says.
  var told: String
  /// The article's id.
  var article: String
  /// In bytes of the article's text.
  var start: Int
}
