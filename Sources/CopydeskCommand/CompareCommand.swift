import ArgumentParser
import Copydesk

struct CompareCommand: Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Cleans, analyzes and compares articles, and writes every report into a folder.")

  static let examples = [
    "copydesk compare seeds/",
    "copydesk compare seeds/ --output report --quiet",
  ]

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var own: OwnOptions

  @Option(
    help: ArgumentHelp("The folder for the reports.", valueName: "folder"),
    completion: .directory)
  var output = "copydesk-report"

  @OptionGroup var spreadsheet: SpreadsheetOption

  @Flag(help: "Take texts as they are, furniture and all.")
  var rawText = false

  @Flag(help: "Count articles in other languages too; the word lists are English.")
  var anyLanguage = false

  @Flag(help: "Count an article once, however often it was printed: the first copy stands for all.")
  var countOnce = false

  func run() throws {
    try ending {
      let lexicons = try own.added(to: reading.wordLists(), quiet: reading.quiet)
      let measures = Measures(dictionaries: lexicons.dictionaries)
      let ignoreList = try own.ignoreList()
      let desk = Desk(lexicons: lexicons, ignoring: ignoreList)
      try makeFolder(output)
      removeFile(path(RejectsCSV.fileName))
      let csv = spreadsheet.csv
      var streams: [Stream] = []
      for type in streamedReports {
        streams.append(Stream(type, measures, sink: try Sink(file: path(type.fileName), csv)))
      }
      let files = streams
      var comparison = Comparison(measures: measures)
      var foreign = ForeignArticles()
      var copies = CopiedArticles()
      var session = try Session(
        reading, takesRawText: rawText, output: output,
        rejectsFile: RejectsFile(path: path(RejectsCSV.fileName), csv))
      try session.run { columns in
        let formats = files.map { $0.begin(columns: columns) }
        return { desk.digest(of: $0, in: formats, csv) }
      } take: { result throws(Trouble) in
        guard anyLanguage || !foreign.take(result.digest.analysis.article) else { return true }
        guard !countOnce || !copies.take(result.digest) else { return true }
        comparison.add(result.digest)
        for (stream, record) in zip(files, result.records) { try stream.sink.write(record) }
        return true
      }
      for stream in files { try stream.end() }
      if Interrupt.isRequested {
        Console.note("copydesk: interrupted; the tables hold the articles read so far")
        return try session.end()
      }
      foreign.note("left out; --any-language takes them in")
      copies.note()
      guard session.articleCount > foreign.count else {
        for type in streamedReports { removeFile(path(type.fileName)) }
        throw Trouble(
          foreign.count == 0
            ? "no article could be read, so no report was written"
            : "no article is in English, so no report was written; --any-language takes them in")
      }
      var run = record(of: session, foreign, lexicons: lexicons)
      run.ignoreList = ignoreList
      run.copies = copies.first
      run.copyCount = copies.count
      if !reading.quiet { own.tell(comparison.suppressed) }
      giveBackFreedMemory()
      let results = comparison.results()
      // What the figures were made of is no longer needed, and may be large.
      comparison = Comparison(measures: measures)
      giveBackFreedMemory()
      try writeReports(on: results, run: run)
      try session.end()
    }
  }

  private func path(_ name: String) -> String {
    output.hasSuffix("/") ? output + name : output + "/" + name
  }

  /// What the run was made of, so that it can be repeated.
  private func record(of session: Session, _ foreign: ForeignArticles, lexicons: Lexicons) -> Run {
    var options = reading.column.map { Column(name: "column", value: $0) }
    options += own.dictionary.map { Column(name: "dictionary", value: $0) }
    if let ignore = own.ignore { options.append(Column(name: "ignore", value: ignore)) }
    if rawText { options.append(Column(name: "raw-text", value: "true")) }
    if countOnce { options.append(Column(name: "count-once", value: "true")) }
    if spreadsheet.excel { options.append(Column(name: "excel", value: "true")) }
    if anyLanguage { options.append(Column(name: "any-language", value: "true")) }
    return Run(
      version: Desk.version, lexicons: lexicons, options: options,
      inputs: reading.inputs, rejects: session.rejects, documentCount: session.documentCount,
      rejectedCount: session.rejectedCount,
      foreign: foreign.first, foreignCount: foreign.count)
  }

  /// Writes the files that need all articles, and shows how the comparison opens.
  private func writeReports(on results: Results, run: Run) throws(Trouble) {
    let csv = spreadsheet.csv
    for format in reportFormats {
      let name = format.fileName
      let sink = try Sink(file: path(name), name.hasSuffix(".csv") ? csv : .plain)
      guard format == ComparisonMarkdown.self, !reading.quiet else {
        try sink.write { format.init().write(results, run: run, to: &$0) }
        try sink.flush()
        continue
      }
      var output = Output()
      format.init().write(results, run: run, to: &output)
      let markdown = output.take()
      try sink.write(markdown)
      try sink.flush()
      let screen = Sink()
      try screen.write(Self.opening(of: markdown))
      try screen.flush()
    }
    guard !reading.quiet else { return }
    let articles = run.documentCount - run.rejectedCount - run.foreignCount - run.copyCount
    var line = "\(articles) article\(articles == 1 ? "" : "s") compared"
    if run.rejectedCount > 0 {
      line += ", \(run.rejectedCount) not read (\(path(RejectsCSV.fileName)))"
    }
    Console.note("\(line); open \(path("report.html")) or \(path("comparison.md"))")
  }

  /// A Markdown text up to its second heading.
  static func opening(of markdown: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var headings = 0
    for line in markdown.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.first == 0x23 {
        headings += 1
        if headings == 2 { break }
      }
      out += line + [0x0A]
    }
    while out.suffix(2) == [0x0A, 0x0A] { out.removeLast() }
    return out
  }
}
