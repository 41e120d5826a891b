import ArgumentParser
import Copydesk

struct ValidateCommand: Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract:
      "Draws sentences to code by hand, and tells precision and recall from the coded sheet.",
    discussion: """
      Draws sentences in which the program finds something and such in which it does not, by category \
      and outlet; the sheet does not show which is which. Fill its column 'code' with yes, no or ?, \
      then run validate --coded on it.
      """)

  static let examples = [
    "copydesk validate seeds/ --sample 60 --category hedging --category loaded --output sheet.csv",
    "copydesk validate --coded Examples/validation/hedging.csv",
  ]

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var own: OwnOptions

  @Flag(help: "The inputs are filled sheets; tell precision and recall.")
  var coded = false

  @Option(
    help: ArgumentHelp(
      "How many sentences to draw, over all categories (default: 200).", valueName: "number"))
  var sample: Int?

  @Option(
    help: ArgumentHelp(
      "What to validate: an analyzer or dictionary, or one with /category. Repeatable; all otherwise.",
      valueName: "name"))
  var category: [String] = []

  @Option(help: ArgumentHelp("Another number draws other sentences.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(help: "Of the figures: text, csv or ndjson.")
  var format: String?

  @Flag(help: "Take a sheet that is not filled to its end, as if the rest had not been drawn.")
  var partial = false

  @Option(help: ArgumentHelp("Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  @OptionGroup var spreadsheet: SpreadsheetOption

  @Flag(help: "Take texts as they are, furniture and all.")
  var rawText = false

  func validate() throws {
    if let sample, sample < 2 { throw ValidationError("--sample takes 2 or more.") }
    if coded, sample != nil || !category.isEmpty || rawText {
      throw ValidationError("--coded reads filled sheets; --sample draws new ones.")
    }
    if coded, !own.dictionary.isEmpty || own.ignore != nil {
      throw ValidationError("--dictionary and --ignore go with --sample: a sheet is drawn already.")
    }
    if !coded, format != nil || partial {
      throw ValidationError("--format and --partial go with --coded; a sheet is always CSV.")
    }
  }

  func run() throws {
    let type = try chosen(coded ? spreadsheet.format(format) : nil, from: validationFormats) {
      $0.name
    }
    let csv = coded ? try spreadsheet.csv(inFormat: type.name) : spreadsheet.csv
    try ending {
      if coded { try tell(in: type, csv) } else { try draw(csv) }
    }
  }

  private func draw(_ csv: CSVForm) throws {
    let lexicons = try own.added(to: reading.wordLists(), quiet: reading.quiet)
    let names = analyzers.map { $0.name } + lexicons.dictionaries.map(\.name)
    let categories = try category.map { written throws(Trouble) in
      guard let found = ValidationCategory(written, in: lexicons) else {
        throw Trouble(
          "no category '\(written)'; name one of \(names.joined(separator: ", ")), or one with "
            + "/category as 'copydesk lexicon stats' lists them")
      }
      return found
    }
    let desk = Desk(lexicons: lexicons, ignoring: try own.ignoreList())
    var drawn = ValidationSample(
      size: sample ?? 200,
      categories: categories.isEmpty ? ValidationCategory.all(in: lexicons) : categories, seed: seed
    )
    var session = try Session(reading, takesRawText: rawText, output: output)
    try session.run { _ in
      { document in Result { () throws(Reject) in try desk.analysis(of: document) } }
    } take: { analysis throws(Trouble) in
      drawn.add(analysis)
      return true
    }
    guard drawn.sentenceCount > 0 else {
      throw Trouble("no sentence could be read, so there is no sheet")
    }
    let items = drawn.items()
    let sink = try Sink.to(output, csv)
    ValidationSheet.write(items, to: &sink.output)
    try sink.flush()
    if !reading.quiet {
      Console.note(
        "copydesk: \(items.count) rows of \(drawn.sentenceCount) sentences in \(drawn.articleCount) "
          + "articles; fill the column 'code' with yes, no or ?, then: copydesk validate --coded "
          + (output ?? "SHEET"))
    }
    try session.end()
  }

  private func tell(in type: any ValidationFormat.Type, _ csv: CSVForm) throws {
    var rows: [ValidationSheet.Row] = []
    var isFaulty = false
    var emptyCount = 0
    for path in reading.inputs {
      do throws(Reject) {
        let sheet = try ValidationSheet.read(bytes: try allBytes(ofFile: path), input: path)
        rows += sheet.rows
        for reject in sheet.rejects { Console.note(reject.description) }
        isFaulty = isFaulty || !sheet.rejects.isEmpty
        emptyCount += sheet.empty.count
        if !partial {
          for line in sheet.empty.prefix(10) {
            Console.note("\(path):\(line): no code; write yes, no or ?")
          }
          if sheet.empty.count > 10 {
            Console.note("\(path): \(sheet.empty.count - 10) more rows without a code")
          }
        }
      } catch {
        throw Trouble(error.description)
      }
    }
    if emptyCount > 0, !partial {
      throw Trouble(
        "\(emptyCount) rows without a code; fill them, or take what is there with --partial")
    }
    guard !rows.isEmpty else { throw Trouble("no coded row, so there are no figures") }
    let sink = try Sink.to(output, csv)
    type.init().write(Validation(rows), to: &sink.output)
    try sink.flush()
    if isFaulty { throw ExitCode(reading.strict ? 3 : 0) }
  }
}
