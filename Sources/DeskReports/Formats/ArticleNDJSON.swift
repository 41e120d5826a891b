public import DeskText

/// One JSON object a line, an article each: its text, what is known of it, what was removed.
///
/// A removal's `after` is the number of paragraphs before it. Evaluation programs and other people's scripts parse this: members may be added, none renamed.
public struct ArticleNDJSON: ArticleFormat {
  public static let name = "ndjson"
  public static let canShowRemovals = true

  private let columns: [String]

  public init(columns: [String], showsRemovals: Bool) { self.columns = columns }

  public func write(_ article: Article, to output: inout Output) {
    var json = JSONWriter()
    json.beginObject(to: &output)
    json.members(of: article, columns: columns, to: &output)
    json.key("text", to: &output)
    json.string(article.text, to: &output)
    json.member("paragraphs", article.paragraphs.map { article.text[$0.extent] }, to: &output)
    json.key("removed", to: &output)
    json.beginArray(to: &output)
    for removal in article.removals {
      json.beginObject(to: &output)
      json.member("text", removal.text, to: &output)
      json.member("reason", removal.reason, to: &output)
      json.member("rule", removal.rule, to: &output)
      json.key("line", to: &output)
      if let line = removal.line { json.number(line, to: &output) } else { json.null(to: &output) }
      json.key("after", to: &output)
      json.number(removal.after, to: &output)
      json.endObject(to: &output)
    }
    json.endArray(to: &output)
    json.member("remark", article.remark, to: &output)
    json.endObject(to: &output)
    output.write(0x0A)
  }
}
