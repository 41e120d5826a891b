import ArgumentParser
import Copydesk

struct AgreeCommand: Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "agree",
    abstract: "Compares coders' files with each other, and with the program.",
    discussion: """
      Reads tables (CSV: article, start, end, category; or article, sentence_number, category; with \
      or without a column coder), Label Studio JSON, brat (.ann beside .txt) and INCEpTION (UIMA CAS \
      JSON, WebAnno TSV 3), files or folders; anna=FILE says whose codes a file holds. Tells \
      Krippendorff's alpha, Cohen's kappa of each two, and every sentence on which coders differ. \
      Sentences are numbered as in worksheets and sentences.csv; 'none' means nothing found, an empty \
      cell not coded.
      """)

  static let examples = [
    "copydesk agree Examples/coders --articles seeds/",
    "copydesk agree Examples/coders --articles seeds/ --with-program --format markdown",
  ]

  @Argument(
    help: ArgumentHelp("Coders' files or folders, or name=file.", valueName: "file"),
    completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "Where the articles are, for codes that come without their text. Repeatable.",
      valueName: "input"), completion: .file())
  var articles: [String] = []

  @Flag(help: "Take the program's findings as one more coder.")
  var withProgram = false

  @OptionGroup var own: OwnOptions

  @Option(
    help: ArgumentHelp(
      "Read a coder's name for a category as another: hedge=hedging. Repeatable.",
      valueName: "name=category"))
  var label: [String] = []

  @Option(
    help: ArgumentHelp(
      "Name the column of tables that holds something: category=code. Repeatable.",
      valueName: "what=name"))
  var column: [String] = []

  @Option(help: "table, csv, ndjson or markdown.")
  var format: String?

  @Option(help: ArgumentHelp("Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Write the sentences on which coders differ to a CSV file.", valueName: "file"),
    completion: .file())
  var disagreements: String?

  @OptionGroup var spreadsheet: SpreadsheetOption

  @Flag(help: "Take the articles' texts as they are, furniture and all.")
  var rawText = false

  @Option(
    help: ArgumentHelp("Use the word lists of this folder.", valueName: "folder"),
    completion: .directory)
  var lexicons: String?

  @Flag(help: "Exit with 3 when a record could not be read.")
  var strict = false

  func validate() throws {
    let known = CodingTable.columnNames.map(\.what)
    for what in try pairs(column, of: "--column").keys where !known.contains(what) {
      throw ValidationError(
        "--column takes what=name; what is one of \(known.joined(separator: ", ")).")
    }
    _ = try pairs(label, of: "--label")
    if !withProgram, !own.dictionary.isEmpty || own.ignore != nil {
      throw ValidationError("--dictionary and --ignore say what the program codes: --with-program.")
    }
  }

  func run() throws {
    let type = try chosen(spreadsheet.format(format), from: agreementFormats) { $0.name }
    let csv = try spreadsheet.csv(
      inFormat: type.name, or: " and --disagreements", isWritten: disagreements != nil)
    let columns = try pairs(column, of: "--column")
    var names: [String: String] = [:]
    for (name, category) in try pairs(label, of: "--label") {
      names[CodingName.category(name)] = CodingName.category(category)
    }
    try ending {
      let read = CodingFiles(files, columns: columns)
      let lists = try lexicons.map { path throws(Trouble) in try soundWordLists(inFolder: path) }
      let (articles, isUnread) = try articles(lists ?? .embedded)
      var program: ProgramCoder?
      if withProgram {
        program = ProgramCoder(
          try own.added(to: lists ?? .embedded, quiet: false), ignoring: try own.ignoreList(),
          articles: articles)
      }
      let grid = CodingGrid(
        read.codings, texts: articles.mapValues(\.text), program: program, names: names)
      let rejects = read.rejects + grid.rejects
      for reject in rejects { Console.note(reject.description) }
      guard grid.coders.count > 1, !grid.units.isEmpty else {
        throw Trouble(
          grid.units.isEmpty
            ? "no sentence was coded; nothing to compare"
            : "one coder only (\(grid.coders.joined())); name another file, or --with-program")
      }
      let agreement = CoderAgreement(grid)
      let sink = try Sink.to(output, csv)
      type.init().write(agreement, to: &sink.output)
      try sink.flush()
      if let disagreements {
        let sink = try Sink(file: disagreements, spreadsheet.csv)
        DisagreementsCSV().write(agreement, to: &sink.output)
        try sink.flush()
      }
      if !read.unread.isEmpty || isUnread { throw ExitCode(2) }
      if strict, !rejects.isEmpty { throw ExitCode(3) }
    }
  }

  /// The articles by their ids.
  private func articles(
    _ lists: Lexicons
  ) throws(Trouble) -> (found: [String: Article], isUnread: Bool) {
    guard !self.articles.isEmpty else { return ([:], false) }
    let cleaner = Cleaner(lexicons: lists)
    var found: [String: Article] = [:]
    let unread = Inputs(
      self.articles,
      options: InputOptions(takesRawText: rawText, isInterrupted: { Interrupt.isRequested })
    ).read { result in
      do throws(Reject) {
        let article = try cleaner.article(from: try result.get())
        found[CodingName.article(article.id)] = article
      } catch {
        Console.note(error.description)
      }
      return !Interrupt.isRequested
    }
    return (found, !unread.isEmpty)
  }

  private func pairs(_ written: [String], of option: String) throws -> [String: String] {
    var out: [String: String] = [:]
    for pair in written {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw ValidationError("\(option) takes name=name.") }
      out[parts[0]] = parts[1]
    }
    return out
  }
}
