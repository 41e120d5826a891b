public import DeskComparison

/// Stories for people at a terminal: a line a story that several articles tell, its articles below.
public struct StoriesTable: StoryFormat {
  public static let name = "table"

  public init() {}

  public func write(_ stories: [ToldStory], to output: inout Output) {
    let told = stories.filter { $0.articles.count > 1 }
    for row in told {
      var line = "\(row.number)  \(row.articles.count) articles"
      if !row.outlets.isEmpty {
        line += ", \(row.outlets.count) outlet\(row.outlets.count == 1 ? "" : "s")"
      }
      if let dates = row.dates {
        line += dates.first == dates.last ? ", \(dates.first)" : ", \(dates.first) to \(dates.last)"
      }
      output.write("\(line): \(Self.line(row.title))\n")
      for article in row.articles {
        let name = [article.outlet, article.title].compactMap { $0 }.joined(separator: ": ")
        output.write("   \(article.id)\(name.isEmpty ? "" : "  \(Self.line(name))")\n")
      }
      output.write("\n")
    }
    let alone = stories.count - told.count
    let several = "\(told.count) \(told.count == 1 ? "story" : "stories") told more than once"
    output.write("\(several); \(alone) article\(alone == 1 ? "" : "s") alone\n")
  }

  private static func line(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
