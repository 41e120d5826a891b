public import DeskComparison
import DeskText

/// One JSON object a line, a passage each.
///
/// Evaluation programs and other people's scripts parse this: members may be added, none renamed.
public struct ReuseNDJSON: ReuseFormat {
  public static let name = "ndjson"

  public init() {}

  public func write(_ reuse: ReuseMap, to output: inout Output) {
    var places = ReusePlaces(reuse)
    for passage in reuse.passages {
      var json = JSONWriter()
      json.beginObject(to: &output)
      for (name, side) in [("from", passage.from), ("to", passage.to)] {
        let article = reuse.articles[side.article]
        let extent = places.extent(side)
        json.key(named: name, to: &output)
        json.beginObject(to: &output)
        json.member("id", article.id, to: &output)
        json.member("start", extent.start, to: &output)
        json.member("end", extent.end, to: &output)
        json.member("outlet", article.outlet, to: &output)
        json.member("date", article.date, to: &output)
        json.member("text", reuse.text(side), to: &output)
        json.endObject(to: &output)
      }
      json.member("words", passage.to.words, to: &output)
      json.member("similarity", passage.similarity, digits: 3, to: &output)
      json.member("kind", passage.kind.rawValue, to: &output)
      json.key("credited", to: &output)
      if let isCredited = passage.isCredited {
        json.bool(isCredited, to: &output)
      } else {
        json.null(to: &output)
      }
      json.member("credit", reuse.credit(passage), to: &output)
      json.member("direction", passage.direction.rawValue, to: &output)
      json.member("wire", passage.wire?.name, to: &output)
      json.member("agency", passage.wire?.agency, to: &output)
      json.endObject(to: &output)
      output.write(0x0A)
    }
  }
}
