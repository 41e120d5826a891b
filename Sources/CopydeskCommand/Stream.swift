import Copydesk

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

  /// Writes the header, once the input's own columns are known; a file that goes on has it.
  func begin(columns: [String]) -> any StreamFormat {
    let format = type.init(columns: columns, measures: measures)
    if sink.size == 0 { format.writeHeader(to: &sink.output) }
    self.format = format
    return format
  }

  /// Writes the end; the header too, where no article came.
  func end() throws(Trouble) {
    (format ?? begin(columns: [])).writeEnd(to: &sink.output)
    try sink.flush()
  }
}

/// What is left of a document after a worker is done with it.
struct AnalyzedDocument: Sendable {
  /// One a format.
  var records: [[UInt8]]
  var foreign: ForeignArticle?
  var suppressed: Suppressed
  var counts: CountedArticle?
  /// Where more than that is needed.
  var analysis: Analysis?
}

extension Desk {
  /// What a run takes of a document, and its record in each of several formats.
  ///
  /// - Parameters:
  ///   - document: as it was read.
  ///   - formats: what to write.
  ///   - csv: for whom, where it is CSV.
  ///   - measures: what to add up over articles; nil for nothing.
  ///   - keepsAnalysis: whether the whole analysis goes along.
  /// - Returns: all of it; or why the document can not be read.
  func records(
    of document: Document, in formats: [any StreamFormat], _ csv: CSVForm = .plain,
    adding measures: Measures? = nil, keepsAnalysis: Bool = false
  ) -> Result<AnalyzedDocument, Reject> {
    Result { () throws(Reject) in
      let analysis = try analysis(of: document)
      return AnalyzedDocument(
        records: formats.map { $0.record(of: analysis, csv) },
        foreign: ForeignArticle(analysis.article), suppressed: analysis.suppressed,
        counts: measures.map { CountedArticle(analysis, measures: $0) },
        analysis: keepsAnalysis ? analysis : nil)
    }
  }

  /// What a comparison takes of a document, and its record in each of several formats.
  func digest(of document: Document, in formats: [any StreamFormat], _ csv: CSVForm)
    -> Result<(digest: Digest, records: [[UInt8]]), Reject>
  {
    Result { () throws(Reject) in
      let digest = try digest(of: document)
      return (digest, formats.map { $0.record(of: digest.analysis, csv) })
    }
  }
}

extension StreamFormat {
  fileprivate func record(of analysis: Analysis, _ csv: CSVForm) -> [UInt8] {
    var output = Output(csv)
    write(analysis, to: &output)
    return output.take()
  }
}
