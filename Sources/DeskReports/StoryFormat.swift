public import DeskComparison

/// A form in which stories are written, once all articles have come.
public protocol StoryFormat: Sendable {
  /// As it stands in `--format`.
  static var name: String { get }

  init()

  func write(_ stories: Stories, to output: inout Output)
}

/// The formats of `stories`, the default first.
public let storyFormats: [any StoryFormat.Type] = [
  StoriesTable.self, StoriesCSV.self, StoriesNDJSON.self,
]

extension Stories {
  /// A story beside its articles, as tables show it.
  struct Row {
    var number: Int
    var articles: [StoryArticle]
    /// Of the article that is most like the others; its id where it has no title.
    var title: String
    /// Each once, in the order they come; articles that state none are left out.
    var outlets: [String]
    /// The first and the last date, where articles state any.
    var dates: (first: String, last: String)?
  }

  var rows: [Row] {
    stories().map { story in
      let told = story.articles.map { articles[$0] }
      let dates = told.compactMap(\.date).sorted()
      let central = articles[story.central]
      var outlets: [String] = []
      for outlet in told.compactMap(\.outlet) where !outlets.contains(outlet) {
        outlets.append(outlet)
      }
      return Row(
        number: story.number, articles: told, title: central.title ?? central.id,
        outlets: outlets,
        dates: dates.first.flatMap { first in dates.last.map { (first, $0) } })
    }
  }
}
