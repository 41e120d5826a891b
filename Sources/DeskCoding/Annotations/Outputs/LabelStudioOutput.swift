import DeskReports
import DeskText

/// Label Studio's tasks with the program's marks as predictions.
///
/// Positions count code points. `labels.xml` is the labelling interface that the project needs.
public struct LabelStudioOutput: AnnotationOutput {
  public static let name = "label-studio"
  public static let listFile: String? = "tasks.json"

  public init() {}

  public func files(of marked: MarkedArticle) -> [(ending: String, bytes: [UInt8])] {
    var output = Output()
    var json = JSONWriter()
    let article = marked.article
    json.beginObject(to: &output)
    json.key("data", to: &output)
    json.beginObject(to: &output)
    json.member("article", article.id, to: &output)
    json.member("outlet", article.outlet, to: &output)
    json.member("title", article.title, to: &output)
    json.member("date", article.date, to: &output)
    json.member("url", article.url, to: &output)
    json.member("text", article.text.string, to: &output)
    json.endObject(to: &output)
    json.key("predictions", to: &output)
    json.beginArray(to: &output)
    json.beginObject(to: &output)
    json.member("model_version", ProgramCoder.name, to: &output)
    json.key("result", to: &output)
    json.beginArray(to: &output)
    let places = CodePoints(of: article.text)
    var ids: [String] = []
    for (number, mark) in marked.marks.enumerated() {
      // A region is one stretch; the first piece of an interrupted mark is what links lead to.
      for (piece, extent) in mark.pieces.enumerated() {
        let id = piece == 0 ? "m\(number + 1)" : "m\(number + 1)-\(piece + 1)"
        if piece == 0 { ids.append(id) }
        json.beginObject(to: &output)
        json.member("id", id, to: &output)
        json.member("from_name", "label", to: &output)
        json.member("to_name", "text", to: &output)
        json.member("type", "labels", to: &output)
        json.key("value", to: &output)
        json.beginObject(to: &output)
        let place = places.extent(extent)
        json.member("start", place.start, to: &output)
        json.member("end", place.end, to: &output)
        json.member("text", article.text[extent], to: &output)
        json.member("labels", [mark.label], to: &output)
        json.endObject(to: &output)
        let notes = [mark.note, mark.kind, mark.isQuoted ? "quoted" : nil].compactMap { $0 }
        if !notes.isEmpty {
          json.key("meta", to: &output)
          json.beginObject(to: &output)
          json.member("text", notes, to: &output)
          json.endObject(to: &output)
        }
        json.endObject(to: &output)
      }
    }
    for link in marked.links {
      json.beginObject(to: &output)
      json.member("type", "relation", to: &output)
      json.member("from_id", ids[link.from], to: &output)
      json.member("to_id", ids[link.to], to: &output)
      json.member("direction", "right", to: &output)
      json.member("labels", [link.label], to: &output)
      json.endObject(to: &output)
    }
    json.endArray(to: &output)
    json.endObject(to: &output)
    json.endArray(to: &output)
    json.endObject(to: &output)
    return [("", output.take())]
  }

  public func project(_ labels: AnnotationLabels) -> (file: String, bytes: [UInt8])? {
    var output = Output()
    output.write("<View>\n  <Relations>\n")
    for link in MarkedArticle.linkLabels { output.write("    <Relation value=\"\(link)\"/>\n") }
    output.write("  </Relations>\n  <Labels name=\"label\" toName=\"text\">\n")
    for label in labels.all { output.write("    <Label value=\"\(HTML.escaped(label))\"/>\n") }
    output.write("  </Labels>\n  <Text name=\"text\" value=\"$text\"/>\n</View>\n")
    return ("labels.xml", output.take())
  }
}
