public import DeskComparison

/// One JSON object a line, a story each.
///
/// Evaluation programs and other people's scripts parse this: members may be added, none renamed.
public struct StoriesNDJSON: StoryFormat {
  public static let name = "ndjson"

  public init() {}

  public func write(_ story: ToldStory, to output: inout Output) {
    var json = JSONWriter()
    json.beginObject(to: &output)
    json.member("story", story.number, to: &output)
    json.member("articles", story.articles.map(\.id), to: &output)
    json.member("title", story.title, to: &output)
    json.member("outlets", story.outlets, to: &output)
    json.member("first_date", story.dates?.first, to: &output)
    json.member("last_date", story.dates?.last, to: &output)
    json.endObject(to: &output)
    output.write(0x0A)
  }
}
