import Copydesk

/// A stage of the program that any bytes may reach, and what it promises whatever they are.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// A page's bytes through the whole cleaning.
  case cleaning
  /// Plain text through the cleaning.
  case text
  case csv, ndjson
  /// A word list, read, checked and matched.
  case lexicon
  /// A text as it is, read and analyzed.
  case reading

  /// The promises that these bytes made the stage break, each as a sentence; empty if all was kept.
  ///
  /// Time and memory are watched by whoever calls.
  public func faults(in bytes: [UInt8]) -> [String] {
    switch self {
    case .cleaning: cleaned(.html(bytes, charset: nil))
    case .text: cleaned(.text(bytes))
    case .csv: records(CSVFormat.self, bytes) + records(TSVFormat.self, bytes)
    case .ndjson: records(NDJSONFormat.self, bytes)
    case .lexicon: listed(bytes)
    case .reading: analyzed(bytes)
    }
  }
}

/// Made once: reading the word lists takes longer than most inputs.
private let desk = Desk()

private func cleaned(_ content: Document.Content) -> [String] {
  let document = Document(id: "fuzz", content: content, origin: Origin(input: "fuzz"))
  do throws(Reject) {
    return ArticlePromises.faults(in: try desk.article(from: document))
  } catch {
    return error.reason.isEmpty ? ["a reject without a reason"] : []
  }
}

private func analyzed(_ bytes: [UInt8]) -> [String] {
  let text = Text(repairing: bytes)
  let article = Article(id: "fuzz", text: text, origin: Origin(input: "fuzz"))
  return ReadingPromises.faults(in: desk.analysis(of: article), Reading(text))
}

private func records(_ type: any InputFormat.Type, _ bytes: [UInt8]) -> [String] {
  var source = ByteSource(bytes: bytes, input: "fuzz")
  var faults: [String] = []
  var line = 0
  type.init(InputOptions(recordLimit: 1 << 12)).read(&source) { result in
    let origin: Origin
    switch result {
    case .success(let document):
      origin = document.origin
      if document.id.isEmpty { faults.append("a document without an id") }
    case .failure(let reject):
      origin = reject.origin
      if reject.reason.isEmpty { faults.append("a reject without a reason") }
    }
    // Records of a table may begin in the line where the last one ended its quotation.
    if (origin.line ?? 0) < line { faults.append("a record's line lies before the last one's") }
    line = origin.line ?? 0
    return faults.isEmpty
  }
  return faults
}

private func listed(_ bytes: [UInt8]) -> [String] {
  let table = Table(file: "fuzz.tsv", parsing: bytes)
  let list = Lexicon(table, inflections: Lexicons.embedded.inflections)
  var faults: [String] = []
  let lines = bytes.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
  for fault in list.faults + Lexicons([table]).check().faults
  where fault.line < 1 || fault.line > lines || fault.column < 1 || fault.reason.isEmpty {
    faults.append("a fault without a place: \(fault)")
  }
  for entry in list.entries where !(0...1).contains(entry.weight) {
    faults.append("an entry's weight is \(entry.weight)")
  }
  let words = Words(
    Text("Zoë reportedly said it could not be verified; he may, she claimed, be going."))
  let all = Extent<Unit.Token>(0, words.tokens.count)
  for match in Matcher([list]).matches(in: words)
  where match.tokens.isEmpty || !all.contains(match.tokens) {
    faults.append("a match outside of the text")
  }
  return faults
}
