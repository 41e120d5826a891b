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

  @Option(
    help: ArgumentHelp(
      "Write the sums of each outlet to a CSV file, for copydesk merge to add up.",
      valueName: "file"), completion: .file())
  var partial: String?

  @Option(
    help: ArgumentHelp(
      "Run only these analyzers: hedging,loaded; none for dictionaries alone.", valueName: "names"))
  var analyzers: String?

  @Flag(
    help: ArgumentHelp(
      "Go on where an interrupted run with the same options and --output stopped."))
  var resume = false

  @OptionGroup var annotating: AnnotationOptions

  @OptionGroup var limiting: LimitOptions

  @OptionGroup var spreadsheet: SpreadsheetOption

  @Flag(help: "Take texts as they are, so that positions refer to the input.")
  var rawText = false

  @Flag(help: "Add articles in other languages to --partial too; the word lists are English.")
  var anyLanguage = false

  func validate() throws {
    _ = try chosenAnalyzers()
    if analyzers != nil, !limiting.check.isEmpty {
      throw ValidationError("--check looks at what all analyzers count; leave out --analyzers.")
    }
    if resume, !canResume {
      throw ValidationError("--resume goes with neither --check nor --annotations.")
    }
    if resume, output == nil || output == "-" {
      throw ValidationError(
        "--resume goes with --output; what was printed can not be gone on with.")
    }
  }

  /// Whether all that the run writes is in files that can be cut back and gone on with.
  var canResume: Bool { limiting.check.isEmpty && annotating.annotations == nil }

  /// The analyzers that the user named; nil for all.
  func chosenAnalyzers() throws -> [any Analyzer.Type]? {
    guard let named = analyzers else { return nil }
    if named == "none" { return [] }
    let all = Copydesk.analyzers
    let names = named.split(separator: ",").map(String.init)
    if let unknown = names.first(where: { name in !all.contains { $0.name == name } }) {
      throw ValidationError(
        "No analyzer '\(unknown)'; there are \(all.map { $0.name }.joined(separator: ", ")), or none."
      )
    }
    return all.filter { names.contains($0.name) }
  }

  func run() throws {
    let type = try chosen(spreadsheet.format(format), from: streamFormats) { $0.name }
    let csv = spreadsheet.csv
    let mainCSV = try spreadsheet.csv(
      inFormat: type.name, or: ", --findings and --rejects",
      isWritten: findings != nil || rejects != nil)
    try ending {
      let lexicons = try own.added(to: reading.wordLists(), quiet: reading.quiet)
      let run = try AnalyzeRun(
        self, type, lexicons, ignoring: try own.ignoreList(), csv: (main: mainCSV, others: csv))
      try run.run()
    }
  }
}
