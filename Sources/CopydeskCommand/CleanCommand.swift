import ArgumentParser
import Copydesk

struct CleanCommand: Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Finds each article's text, title, byline and date, and sets aside the rest.")

  static let examples = [
    "copydesk clean seeds/001_b390163d088dfc8b.txt --why",
    "copydesk clean seeds/ --format ndjson",
  ]

  @OptionGroup var reading: ReadingOptions

  @Option(help: "text, markdown, ndjson or csv.")
  var format: String?

  @Option(help: ArgumentHelp("Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("Write what could not be read to a CSV file.", valueName: "file"),
    completion: .file())
  var rejects: String?

  @OptionGroup var spreadsheet: SpreadsheetOption

  @Flag(help: "Show each removed piece where it stood, with its reason and its rule.")
  var why = false

  func run() throws {
    let type = try chosen(spreadsheet.format(format), from: articleFormats) { $0.name }
    guard !why || type.canShowRemovals else {
      throw ValidationError("--why goes with text, markdown and ndjson.")
    }
    let showsRemovals = why
    let csv = try spreadsheet.csv(
      inFormat: type.name, or: " and --rejects", isWritten: rejects != nil)
    let rejectsFile = rejects.map { RejectsFile(path: $0, spreadsheet.csv) }
    try ending {
      let sink = try Sink.to(output, csv)
      let cleaner = Cleaner(
        lexicons: try reading.wordLists(), keepsLayout: type.showsLayout)
      var session = try Session(reading, output: output, rejectsFile: rejectsFile)
      var writer = type.init(columns: [], showsRemovals: showsRemovals)
      try session.run { columns in
        let format = type.init(columns: columns, showsRemovals: showsRemovals)
        writer = format
        format.writeHeader(to: &sink.output)
        return { document in
          Result { () throws(Reject) in
            var output = Output(csv)
            format.write(try cleaner.article(from: document), to: &output)
            return output.take()
          }
        }
      } take: { record throws(Trouble) in
        try sink.write(record)
        return !sink.isClosed
      }
      writer.writeEnd(to: &sink.output)
      try sink.flush()
      try session.end()
    }
  }
}
