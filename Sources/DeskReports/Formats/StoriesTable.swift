public import DeskComparison

/// Stories for people at a terminal: a line a story that several articles tell, its articles below.
public struct StoriesTable: StoryFormat {
  public static let name = "table"

  private var told = 0
  private var alone = 0

  public init() {}

  public mutating func write(_ story: ToldStory, to output: inout Output) {
    guard story.articles.count > 1 else {
      alone += 1
      return
    }
    told += 1
    var line = "\(story.number)  \(story.articles.count) articles"
    if !story.outlets.isEmpty {
      line += ", \(story.outlets.count) outlet\(story.outlets.count == 1 ? "" : "s")"
    }
    if let dates = story.dates {
      line += dates.first == dates.last ? ", \(dates.first)" : ", \(dates.first) to \(dates.last)"
    }
    output.write("\(line): \(Self.line(story.title))\n")
    for article in story.articles {
      let name = [article.outlet, article.title].compactMap { $0 }.joined(separator: ": ")
      output.write("   \(article.id)\(name.isEmpty ? "" : "  \(Self.line(name))")\n")
    }
    output.write("\n")
  }

  public func writeEnd(to output: inout Output) {
    let several = "\(told) \(told == 1 ? "story" : "stories") told more than once"
    output.write("\(several); \(alone) article\(alone == 1 ? "" : "s") alone\n")
  }

  private static func line(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
