public import DeskComparison

/// One JSON object a line, a story each.
///
/// Evaluation programs and other people's scripts parse this: members may be added, none renamed.
public struct StoriesNDJSON: StoryFormat {
  public static let name = "ndjson"

  public init() {}

  public func write(_ stories: [ToldStory], to output: inout Output) {
    for row in stories {
      var json = JSONWriter()
      json.beginObject(to: &output)
      json.member("story", row.number, to: &output)
      json.member("articles", row.articles.map(\.id), to: &output)
      json.member("title", row.title, to: &output)
      json.member("outlets", row.outlets, to: &output)
      json.member("first_date", row.dates?.first, to: &output)
      json.member("last_date", row.dates?.last, to: &output)
      json.endObject(to: &output)
      output.write(0x0A)
    }
  }
}
