import DeskIngest
public import DeskText

/// A table filled in by hand or exported: a row a marked stretch, or a row a coded sentence.
///
/// Spans have the columns `article`, `start`, `end`, `category` (code points of the article's text,
/// end exclusive, as in `findings.csv`); a row without start and end says that the article was read
/// and nothing found. Sentences have `article`, `sentence_number`, `category`; several categories
/// stand apart by `;`, `none` says that nothing was found, an empty cell that nobody looked. A column
/// `coder` says who; without it the file is one coder's.
public struct CodingTable: AnnotationFormat {
  public static let name = "CSV"

  /// What a column may be called, by what it holds.
  public static let columnNames: [(what: String, names: [String])] = [
    ("article", ["article", "article_id", "document", "document_id", "doc", "doc_id", "id"]),
    ("coder", ["coder", "annotator", "rater", "coder_id", "user"]),
    ("start", ["start", "begin", "start_char"]),
    ("end", ["end", "stop", "end_char"]),
    ("category", ["category", "label", "code", "tag", "analyzer"]),
    ("sentence_number", ["sentence_number", "sentence_id", "number", "unit"]),
    ("words", ["words", "text", "quote", "sentence", "sentence_text"]),
  ]

  public static func isLikely(_ file: AnnotationFile) -> Bool {
    [".csv", ".tsv", ".tab", ".txt"].contains(file.ending)
  }

  public static func codings(in file: AnnotationFile) throws(Reject) -> ReadCodings {
    let table = try TableFile(bytes: file.bytes, input: file.path)
    var out = ReadCodings(rejects: table.rejects)
    var reader = try RowReader(table, of: file)
    for row in table.rows {
      do throws(Reject) {
        try reader.take(row)
      } catch {
        out.rejects.append(error)
      }
    }
    out.codings = reader.codings
    return out
  }
}

/// Gathers rows into codings, in the order in which articles and coders come.
private struct RowReader {
  private let file: AnnotationFile
  private let article: Int
  private let coder: Int?
  private let start: Int?
  private let end: Int?
  private let category: Int
  private let number: Int?
  private let words: Int?
  private(set) var codings: [Coding] = []
  private var places: [[String]: Int] = [:]

  init(_ table: TableFile, of file: AnnotationFile) throws(Reject) {
    self.file = file
    var found: [String: Int] = [:]
    for (what, names) in CodingTable.columnNames {
      if let wanted = file.columns[what] {
        guard let index = table.column(wanted) else {
          throw file.reject(
            "no column '\(wanted)'; the columns are \(Self.quoted(table.names))", line: 1)
        }
        found[what] = index
      } else if let index = table.column(names) {
        found[what] = index
      }
    }
    // A column 'sentence' may hold numbers or words.
    if found["sentence_number"] == nil, let index = table.column("sentence"),
      let first = table.rows.first(where: { !$0.cells[index].isEmpty }),
      Int(first.cells[index]) != nil
    {
      found["sentence_number"] = index
      if found["words"] == index { found["words"] = nil }
    }
    for what in ["article", "category"] where found[what] == nil {
      throw file.reject(
        "no column '\(what)'; the columns are \(Self.quoted(table.names)); "
          + "name one with --column \(what)=NAME", line: 1)
    }
    guard found["start"] != nil && found["end"] != nil || found["sentence_number"] != nil,
      let article = found["article"], let category = found["category"]
    else {
      throw file.reject(
        "neither columns 'start' and 'end' nor a column 'sentence_number'; the columns are "
          + Self.quoted(table.names), line: 1)
    }
    self.article = article
    self.category = category
    coder = found["coder"]
    let hasPlaces = found["start"] != nil && found["end"] != nil
    start = hasPlaces ? found["start"] : nil
    end = hasPlaces ? found["end"] : nil
    // findings.csv has both; the finer one counts.
    number = hasPlaces ? nil : found["sentence_number"]
    words = found["words"]
  }

  private static func quoted(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: ", ")
  }

  mutating func take(_ row: TableFile.Row) throws(Reject) {
    let cells = row.cells
    guard !cells[article].isEmpty else {
      throw file.reject("no article in column 'article'", line: row.line)
    }
    let said = coder.map { cells[$0] } ?? ""
    let name = !said.isEmpty ? said : file.coder ?? (coder == nil ? file.stem : "")
    guard !name.isEmpty else { throw file.reject("no coder in column 'coder'", line: row.line) }
    if let start, let end {
      let place = place(of: cells[article], name)
      guard let span = try span(row, cells[start], cells[end]) else { return }
      codings[place].spans?.append(span)
    } else if let number {
      guard let value = Int(cells[number]), value > 0 else {
        throw file.reject(
          "'\(cells[number])' is no sentence number; write 1, 2, 3, ...", line: row.line)
      }
      let written = cells[category]
      // Nobody looked: the sentence is missing for this coder.
      guard !written.isEmpty else { return }
      let categories = written.split { $0 == ";" || $0 == "|" }
        .map { $0.drop(while: \.isWhitespace) }.map { String($0).trimmed }
        .filter { !$0.isEmpty && !CodingName.isNone($0) }
      codings[place(of: cells[article], name)].sentences.append(
        CodedSentence(
          number: value, words: words.map { cells[$0] }.flatMap { $0.isEmpty ? nil : $0 },
          categories: categories, line: row.line))
    }
  }

  private func span(
    _ row: TableFile.Row, _ start: String, _ end: String
  ) throws(Reject) -> CodedSpan? {
    if start.isEmpty, end.isEmpty {
      guard row.cells[category].isEmpty || CodingName.isNone(row.cells[category]) else {
        throw file.reject("a category without start and end", line: row.line)
      }
      return nil
    }
    guard let first = Int(start), let last = Int(end), first >= 0 else {
      throw file.reject(
        "'\(start)' to '\(end)' is no stretch; write two whole numbers", line: row.line)
    }
    guard first < last else {
      throw file.reject("the stretch ends at \(last), before it starts at \(first)", line: row.line)
    }
    guard !row.cells[category].isEmpty else {
      throw file.reject("no category for \(first) to \(last)", line: row.line)
    }
    return CodedSpan(
      category: row.cells[category], pieces: [Extent(first, last)],
      words: words.map { row.cells[$0] }.flatMap { $0.isEmpty ? nil : $0 }, line: row.line)
  }

  private mutating func place(of article: String, _ coder: String) -> Int {
    if let place = places[[article, coder]] { return place }
    places[[article, coder]] = codings.count
    codings.append(
      Coding(
        article: article, coder: coder, origin: file.origin, spans: start == nil ? nil : []))
    return codings.count - 1
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
