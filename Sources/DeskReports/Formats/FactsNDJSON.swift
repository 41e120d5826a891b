public import DeskComparison
import DeskText

/// One JSON object a line, a fact each.
///
/// Evaluation programs and other people's scripts parse this: members may be added, none renamed.
public struct FactsNDJSON: FactFormat {
  public static let name = "ndjson"

  public init() {}

  public func write(_ facts: [Fact], to output: inout Output) {
    for fact in facts {
      var json = JSONWriter()
      json.beginObject(to: &output)
      json.member("fact", fact.number, to: &output)
      json.member("story", fact.story, to: &output)
      json.key("tellings", to: &output)
      json.beginArray(to: &output)
      for telling in fact.tellings {
        json.beginObject(to: &output)
        json.member("id", telling.article.id, to: &output)
        json.member("outlet", telling.article.outlet, to: &output)
        json.member("start", telling.extent.start, to: &output)
        json.member("end", telling.extent.end, to: &output)
        json.member("stance", telling.stance.rawValue, to: &output)
        json.member("source", telling.source, to: &output)
        json.member("text", telling.text, to: &output)
        json.endObject(to: &output)
      }
      json.endArray(to: &output)
      json.key("contradictions", to: &output)
      json.beginArray(to: &output)
      for contradiction in fact.contradictions {
        json.beginObject(to: &output)
        json.member("counted", contradiction.counted, to: &output)
        json.key("figures", to: &output)
        json.beginArray(to: &output)
        for figure in contradiction.figures {
          json.beginObject(to: &output)
          json.member("id", fact.tellings[figure.telling].article.id, to: &output)
          json.member("figure", figure.written, to: &output)
          json.endObject(to: &output)
        }
        json.endArray(to: &output)
        json.endObject(to: &output)
      }
      json.endArray(to: &output)
      json.member("left_out", fact.leftOut.map(\.id), to: &output)
      json.endObject(to: &output)
      output.write(0x0A)
    }
  }
}
