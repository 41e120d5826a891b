import Copydesk

/// One run of `analyze`: its files, its sums, and how far it is.
final class AnalyzeRun {
  private let command: AnalyzeCommand
  private let measures: Measures
  private let desk: Desk
  private let csv: CSVForm
  private let main: Stream
  private var streams: [Stream]
  private let rejects: RejectsFile?
  private let recipe: () -> Recipe
  /// Nil where the output is no file that could be gone on with.
  private let journal: Journal?
  private let trail: InputTrail?
  private let rejectedBefore: Int

  private let annotations: AnnotationFolder?
  private var limits: Limits
  private var foreign = ForeignArticles()
  private var suppressed = Suppressed()
  private var totals: OutletTotals?

  init(
    _ command: AnalyzeCommand, _ format: any StreamFormat.Type, _ lexicons: Lexicons,
    ignoring ignoreList: IgnoreList?, csv: (main: CSVForm, others: CSVForm)
  ) throws {
    self.command = command
    self.csv = csv.others
    let types = try command.chosenAnalyzers()
    let names = types.map { Set($0.map { $0.name }) }
    let measures = Measures(dictionaries: lexicons.dictionaries, analyzers: names)
    self.measures = measures
    let recipe = { command.recipe(lexicons, ignoring: ignoreList, analyzers: names) }
    self.recipe = recipe
    let journal = command.output.map { output in
      Journal(beside: output) { command.settings(format.name, recipe()) }
    }
    let checkpoint = command.resume ? try journal?.checkpoint() : nil
    let sizes = checkpoint?.sizes
    limits = try command.limiting.limits(measures)
    annotations = try command.annotating.folder(lexicons)
    if checkpoint == nil { journal?.remove() }
    main = Stream(
      format, measures,
      sink: try Sink.to(command.output, csv.main, goingOnAt: sizes.map { $0["output"] ?? 0 }))
    streams = [main]
    if let findings = command.findings {
      streams.append(
        Stream(
          FindingsCSV.self, measures,
          sink: try Sink.to(findings, csv.others, goingOnAt: sizes.map { $0["findings"] ?? 0 })))
    }
    rejects = try command.rejects.map { path in
      try RejectsFile(path: path, csv.others, goingOnAt: sizes?["rejects"] ?? 0)
    }
    let isFile = command.canResume && streams.allSatisfy(\.sink.isRegularFile)
    if command.resume, !isFile {
      throw Trouble("--resume goes with an --output and --findings that are files")
    }
    self.journal = isFile ? journal : nil
    trail = isFile ? InputTrail(after: checkpoint?.mark ?? InputTrail.beginning) : nil
    rejectedBefore = checkpoint?.rejected ?? 0
    if command.partial != nil { totals = OutletTotals(measures: measures) }
    desk = Desk(
      lexicons: lexicons, ignoring: ignoreList, analyzers: types ?? Copydesk.analyzers,
      countsDictionaries: !format.tellsPlaces && command.findings == nil && command.canResume)
    if let checkpoint { try restore(checkpoint) }
  }

  /// Takes over the sums of an interrupted run.
  private func restore(_ checkpoint: Checkpoint) throws(Trouble) {
    foreign = checkpoint.foreign
    for pair in checkpoint.suppressed where pair.count == 2 {
      if pair[0] < 0 {
        suppressed.byMark = pair[1]
      } else {
        suppressed.byRule[pair[0]] = pair[1]
      }
    }
    if !command.reading.quiet {
      Console.note("copydesk: going on after \(checkpoint.records) records")
    }
    guard totals != nil, let text = checkpoint.partial else { return }
    var source = ByteSource(bytes: Array(text.utf8), input: journal?.path ?? "")
    do throws(Reject) {
      let before = try Partial(&source).totals
      totals?.merge(before)
    } catch {
      throw Trouble("\(error)")
    }
  }

  func run() throws {
    var session = try Session(
      command.reading, takesRawText: command.rawText, output: command.output, rejectsFile: rejects,
      on: trail, rejectedBefore: rejectedBefore)
    let desk = desk
    let streams = streams
    let measures = totals == nil ? nil : measures
    let keeps = !command.canResume
    let csv = csv
    try session.run { columns in
      let formats = streams.map { $0.begin(columns: columns) }
      return { desk.records(of: $0, in: formats, csv, adding: measures, keepsAnalysis: keeps) }
    } take: { document throws(Trouble) in
      try take(document)
    } afterEach: { rejected throws(Trouble) in
      if journal?.isDue ?? false { try note(rejected: rejected) }
    }
    if Interrupt.isRequested {
      try note(rejected: session.rejectedCount)
      for stream in streams { try stream.end() }
      if journal != nil {
        Console.note("copydesk: interrupted; the same command with --resume goes on")
      }
      return try session.end()
    }
    for stream in streams { try stream.end() }
    try annotations?.end()
    if let totals, !main.sink.isClosed, let path = command.partial {
      try Partial(recipe: recipe(), totals: totals).write(toFile: path)
    }
    journal?.remove()
    if !command.reading.quiet {
      command.own.tell(suppressed)
      foreign.note(
        command.partial == nil || command.anyLanguage
          ? "counted with English word lists"
          : "counted with English word lists, and left out of \(command.partial ?? "")")
    }
    try session.end()
    try limits.end()
  }

  /// Writes a document's records; false where nobody reads them any more.
  private func take(_ document: AnalyzedDocument) throws(Trouble) -> Bool {
    if let article = document.foreign { foreign.take(article) }
    suppressed += document.suppressed
    if let counts = document.counts, document.foreign == nil || command.anyLanguage {
      totals?.add(counts)
    }
    if let analysis = document.analysis {
      limits.take(analysis)
      try annotations?.write(analysis)
    }
    for (stream, record) in zip(streams, document.records) { try stream.sink.write(record) }
    return !main.sink.isClosed
  }

  /// Hands everything to the disk, and notes that it is there.
  private func note(rejected: Int) throws(Trouble) {
    guard let journal, let trail else { return }
    let settings = journal.currentSettings
    let begin = Console.seconds()
    for stream in streams { try stream.sink.settle() }
    try rejects?.settle()
    var sums: String?
    if let totals {
      var output = Output()
      Partial(recipe: recipe(), totals: totals).write(to: &output)
      sums = String(decoding: output.take(), as: UTF8.self)
    }
    var sizes = ["output": main.sink.size]
    if streams.count > 1 { sizes["findings"] = streams[1].sink.size }
    if let rejects { sizes["rejects"] = rejects.size }
    try journal.write(
      Checkpoint(
        settings: settings, records: trail.taken.records,
        hash: String(trail.taken.hash, radix: 16), rejected: rejected, sizes: sizes, partial: sums,
        foreign: foreign,
        suppressed: [[-1, suppressed.byMark]]
          + suppressed.byRule.sorted { $0.key < $1.key }
          .map { [$0.key, $0.value] }), since: begin)
  }
}

extension AnalyzeCommand {
  /// What decides the sums of `--partial`, beside the input.
  func recipe(
    _ lexicons: Lexicons, ignoring ignoreList: IgnoreList?, analyzers: Set<String>?
  ) -> Recipe {
    var options: [Column] = []
    if rawText { options.append(Column(name: "raw-text", value: "true")) }
    if anyLanguage { options.append(Column(name: "any-language", value: "true")) }
    return Recipe(
      version: Desk.version, lexicons: lexicons, ignoring: ignoreList,
      analyzers: analyzers, options: options)
  }

  /// What decides the bytes of all files; a run that goes on with another must have the same.
  func settings(_ format: String, _ recipe: Recipe) -> [[String]] {
    [
      ["inputs", reading.inputs.joined(separator: "\n")],
      ["--column", reading.column.joined(separator: "\n")], ["--format", format],
      ["--findings", findings ?? "none"], ["--rejects", rejects ?? "none"],
      ["--partial", partial == nil ? "none" : "given"],
      ["--excel", spreadsheet.excel ? "given" : "none"],
    ] + recipe.parts.map { ["\($0.name)", $0.value] }
  }
}
