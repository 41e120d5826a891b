public import DeskText

/// Label Studio's JSON and JSON-MIN exports.
///
/// Marks (`labels`) are spans; `choices` code a task's text as a whole, which stands as one sentence.
/// Positions count code points, in exports of older versions UTF-16 code units; the words that the
/// export repeats tell which. An annotation without a result says that nothing was found.
public struct LabelStudioJSON: AnnotationFormat {
  public static let name = "Label Studio JSON"

  public static func isLikely(_ file: AnnotationFile) -> Bool {
    file.ending == ".json" || file.bytes.first == 0x5B
  }

  public static func codings(in file: AnnotationFile) throws(Reject) -> ReadCodings {
    let value = try JSONValue(file)
    guard let tasks = value.list ?? (value["data"] == nil ? nil : [value]) else {
      throw file.reject("no list of tasks; export as JSON or JSON-MIN")
    }
    var out = ReadCodings()
    for (index, task) in tasks.enumerated() {
      var reader = TaskReader(task, number: index + 1, file)
      do throws(Reject) {
        try reader.read()
      } catch {
        reader.rejects.append(error)
      }
      out.codings += reader.codings
      out.rejects += reader.rejects
    }
    return out
  }
}

/// One task: a text and what each annotator says of it.
private struct TaskReader {
  private let task: JSONValue
  private let number: Int
  private let file: AnnotationFile
  var codings: [Coding] = []
  var rejects: [Reject] = []

  init(_ task: JSONValue, number: Int, _ file: AnnotationFile) {
    self.task = task
    self.number = number
    self.file = file
  }

  private func reject(_ reason: String) -> Reject { file.reject("task \(number): \(reason)") }

  mutating func read() throws(Reject) {
    let data = task["data"] ?? task
    guard let (text, key) = Self.text(of: data) else {
      throw reject("no text in 'data'")
    }
    let names = ["article", "article_id", "document", "id"]
    let article =
      names.lazy.compactMap { data[$0]?.name }.first ?? task["id"]?.name ?? "task \(number)"
    // Tasks that went to nobody yet hold only what a program predicts; it is a coder as well.
    guard
      let annotations = task["annotations"]?.list ?? task["completions"]?.list
        ?? task["predictions"]?.list
    else {
      // JSON-MIN: results stand in the task itself, under the names of their controls.
      if task["data"] != nil { throw reject("no 'annotations'") }
      try readMinimal(text, article: article, textKey: key)
      return
    }
    for (index, annotation) in annotations.enumerated() {
      // Skipped tasks were not coded.
      if annotation["was_cancelled"]?.bool == true || annotation["skipped"]?.bool == true {
        continue
      }
      var coding = coding(
        of: article, text, by: annotation["completed_by"] ?? annotation["model_version"])
      let results = annotation["result"]?.list ?? []
      for result in results {
        guard let value = result["value"] else { continue }
        do throws(Reject) {
          try take(value, type: result["type"]?.string ?? "", into: &coding, annotation: index + 1)
        } catch {
          rejects.append(error)
        }
      }
      if coding.spans == nil, coding.sentences.isEmpty { coding.spans = [] }
      codings.append(coding)
    }
  }

  /// The longest string of a task's data is its text, unless one is called so.
  private static func text(of data: JSONValue) -> (Text, key: String)? {
    for key in ["text", "body", "content", "sentence"] {
      if let text = data[key]?.string { return (Text(text), key) }
    }
    let strings = (data.keys ?? []).compactMap { key in data[key]?.string.map { (key, $0) } }
    return strings.max { $0.1.utf8.count < $1.1.utf8.count }.map { (Text($0.1), $0.0) }
  }

  private func coding(of article: String, _ text: Text, by person: JSONValue?) -> Coding {
    let named = person?["email"]?.name ?? person?["id"]?.name ?? person?.name
    let coder = file.coder ?? named.map { Int($0) == nil ? $0 : "annotator \($0)" } ?? file.stem
    return Coding(article: article, coder: coder, origin: file.origin, text: text)
  }

  private mutating func readMinimal(
    _ text: Text, article: String, textKey: String
  ) throws(Reject) {
    var coding = coding(of: article, text, by: task["annotator"] ?? task["completed_by"])
    let known: Set<String> = [
      textKey, "id", "annotator", "annotation_id", "created_at", "updated_at", "lead_time",
      "article", "article_id", "document", "outlet", "title", "url", "date", "completed_by",
    ]
    for key in task.keys ?? [] where !known.contains(key) {
      guard let control = task[key] else { continue }
      if let marks = control.list, marks.contains(where: { $0["start"] != nil }) {
        for mark in marks {
          do throws(Reject) {
            try take(mark, type: "labels", into: &coding, annotation: 1)
          } catch {
            rejects.append(error)
          }
        }
      } else if let choices = control["choices"]?.list?.compactMap(\.string)
        ?? control.string.map({ [$0] })
      {
        takeChoices(choices, into: &coding)
      }
    }
    if coding.spans == nil, coding.sentences.isEmpty { coding.spans = [] }
    codings.append(coding)
  }

  private mutating func take(
    _ value: JSONValue, type: String, into coding: inout Coding, annotation: Int
  ) throws(Reject) {
    if let choices = value["choices"]?.list?.compactMap(\.string) {
      return takeChoices(choices, into: &coding)
    }
    guard let labels = Self.labels(of: value, type: type) else { return }
    guard let start = value["start"]?.integer ?? value["start"]?.string.flatMap({ Int($0) }),
      let end = value["end"]?.integer ?? value["end"]?.string.flatMap({ Int($0) })
    else { throw reject("annotation \(annotation): a mark without start and end") }
    guard let text = coding.text, 0 <= start, start < end else {
      throw reject("annotation \(annotation): \(start) to \(end) is no stretch")
    }
    let words = value["text"]?.string
    guard let extent = Self.extent(start, end, words: words, in: text) else {
      throw reject("annotation \(annotation): \(start) to \(end) lies outside of the text")
    }
    for label in labels {
      coding.spans = (coding.spans ?? []) + [CodedSpan(category: label, pieces: [extent])]
    }
  }

  private static func labels(of value: JSONValue, type: String) -> [String]? {
    for key in [type, "labels", "hypertextlabels"] {
      if let labels = value[key]?.list?.compactMap(\.string) { return labels }
    }
    return nil
  }

  private mutating func takeChoices(_ choices: [String], into coding: inout Coding) {
    let found = choices.filter { !CodingName.isNone($0) }
    if coding.sentences.isEmpty {
      coding.sentences = [CodedSentence(number: 1, words: coding.text?.string, categories: [])]
    }
    coding.sentences[0].categories += found
  }

  /// The stretch in the unit in which it holds the words that it should.
  private static func extent(
    _ start: Int, _ end: Int, words: String?, in text: Text
  ) -> Extent<Unit.CodePoint>? {
    let points = CodePointText(text)
    let plain = Extent<Unit.CodePoint>(start, end)
    if let found = points[plain], words == nil || found == words { return plain }
    let units = UTF16Places(of: text).extent(start, end)
    if let units, let found = points[units], found == words { return units }
    return points[plain] == nil ? nil : plain
  }
}
