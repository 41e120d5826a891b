import ArgumentParser
import Copydesk

struct AnalyzeCommand: Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Counts attributions, hedges, loaded words and labels, article by article.")

  static let examples = [
    "copydesk analyze seeds/",
    "copydesk analyze seeds/ --format ndjson --findings findings.csv",
  ]

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var own: OwnOptions

  @Option(help: "table, csv or ndjson.")
  var format: String?

  @Option(help: ArgumentHelp("Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("Write every finding to a CSV file, one a row.", valueName: "file"),
    completion: .file())
  var findings: String?

  @Option(
    help: ArgumentHelp("Write what could not be read to a CSV file.", valueName: "file"),
    completion: .file())
  var rejects: String?

  @OptionGroup var annotating: AnnotationOptions

  @OptionGroup var limiting: LimitOptions

  @Flag(help: "Take texts as they are, so that positions refer to the input.")
  var rawText = false

  func run() throws {
    let type = try chosen(format, from: streamFormats) { $0.name }
    try ending {
      var lexicons = try reading.wordLists()
      lexicons.dictionaries = try own.dictionaries(quiet: reading.quiet)
      let measures = Measures(dictionaries: lexicons.dictionaries)
      var limits = try limiting.limits(measures)
      let annotations = try annotating.folder(lexicons)
      let desk = Desk(lexicons: lexicons, ignoring: try own.ignoreList())
      let main = Stream(type, measures, sink: try Sink.to(output))
      var streams = [main]
      if let findings {
        streams.append(Stream(FindingsCSV.self, measures, sink: try Sink(file: findings)))
      }
      var session = try Session(
        reading, takesRawText: rawText, output: output, rejectsFile: rejects.map(RejectsFile.init))
      var foreign = ForeignArticles()
      var suppressed = Suppressed()
      try session.run { columns in
        let formats = streams.map { $0.begin(columns: columns) }
        return { document in
          desk.records(of: document, in: formats)
        }
      } take: { result throws(Trouble) in
        _ = foreign.take(result.analysis.article)
        suppressed += result.analysis.suppressed
        limits.take(result.analysis)
        try annotations?.write(result.analysis)
        for (stream, record) in zip(streams, result.records) { try stream.sink.write(record) }
        return !main.sink.isClosed
      }
      for stream in streams { try stream.end() }
      try annotations?.end()
      if !reading.quiet { own.tell(suppressed) }
      if !reading.quiet { foreign.note("counted with English word lists") }
      try session.end()
      try limits.end()
    }
  }
}

/// A stream format on its way to a sink.
final class Stream {
  let sink: Sink
  private let type: any StreamFormat.Type
  private var format: (any StreamFormat)?

  private let measures: Measures

  init(_ type: any StreamFormat.Type, _ measures: Measures, sink: Sink) {
    self.type = type
    self.measures = measures
    self.sink = sink
  }

  /// Writes the header, once the input's own columns are known.
  func begin(columns: [String]) -> any StreamFormat {
    let format = type.init(columns: columns, measures: measures)
    format.writeHeader(to: &sink.output)
    self.format = format
    return format
  }

  /// Writes the end; the header too, where no article came.
  func end() throws(Trouble) {
    (format ?? begin(columns: [])).writeEnd(to: &sink.output)
    try sink.flush()
  }
}

extension Desk {
  /// The analysis of a document, and its record in each of several formats.
  func records(of document: Document, in formats: [any StreamFormat])
    -> Result<(analysis: Analysis, records: [[UInt8]]), Reject>
  {
    Result { () throws(Reject) in
      let analysis = try analysis(of: document)
      return (analysis, formats.map { $0.record(of: analysis) })
    }
  }

  /// What a comparison takes of a document, and its record in each of several formats.
  func digest(of document: Document, in formats: [any StreamFormat])
    -> Result<(digest: Digest, records: [[UInt8]]), Reject>
  {
    Result { () throws(Reject) in
      let digest = try digest(of: document)
      return (digest, formats.map { $0.record(of: digest.analysis) })
    }
  }
}

extension StreamFormat {
  fileprivate func record(of analysis: Analysis) -> [UInt8] {
    var output = Output()
    write(analysis, to: &output)
    return output.take()
  }
}
