import ArgumentParser
import Copydesk

struct LexiconCommand: Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Lists, shows, checks, converts and counts word lists and dictionaries.",
    subcommands: [
      LexiconListCommand.self, LexiconShowCommand.self, LexiconCheckCommand.self,
      LexiconStatsCommand.self, LexiconConvertCommand.self,
    ])

  static let examples = [
    "copydesk lexicon list",
    "copydesk lexicon show hedging",
  ]
}

/// The word lists that a lexicon verb is about.
struct LexiconOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Take the word lists of this folder.", valueName: "folder"),
    completion: .directory)
  var lexicons: String?

  func wordLists() throws(Trouble) -> Lexicons {
    guard let lexicons else { return .embedded }
    return try anyWordLists(inFolder: lexicons)
  }
}

struct LexiconListCommand: Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the word lists: what each measures, for which analyzer, how long it is.")

  static let examples = [
    "copydesk lexicon list",
    "copydesk lexicon list --lexicons Lexicons/",
  ]

  @OptionGroup var options: LexiconOptions

  func run() throws {
    try ending {
      let lists = try options.wordLists().lists
      var grid = Grid(["file", "analyzer", "entries", "version", "measures"], numbers: [2])
      for list in lists {
        grid.add([
          list.file, list.analyzer, "\(list.entries.count)", list.version, list.measures,
        ])
      }
      try grid.print()
    }
  }
}

struct LexiconShowCommand: Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows a word list: every entry with its line, category, source and precision.")

  static let examples = [
    "copydesk lexicon show hedging",
    "copydesk lexicon show hedging.tsv --category verification_disclaimer",
  ]

  @Argument(help: "A file of the word lists, with or without .tsv.")
  var name: String

  @Option(help: "Only entries of this category.")
  var category: String?

  @OptionGroup var options: LexiconOptions

  func run() throws {
    try ending {
      let lists = try options.wordLists().lists
      guard let list = lists.first(where: { $0.file == name || $0.file == name + ".tsv" }) else {
        let known = lists.map(\.file).joined(separator: ", ")
        throw Trouble("no word list '\(name)'; there are \(known)")
      }
      let entries = list.entries.filter { category == nil || $0.category == category }
      if entries.isEmpty, let category {
        let known = Set(list.entries.map(\.category)).sorted().joined(separator: ", ")
        throw Trouble("\(list.file): no category '\(category)'; there are \(known)")
      }
      var grid = Grid(
        ["line", "category", "entry", "weight", "when", "source", "right", "note"], numbers: [0])
      for entry in entries {
        grid.add([
          "\(entry.line)", entry.category, entry.pattern, Self.plain(entry.weight),
          entry.when ?? "", entry.source ?? "", Self.right(entry, in: list), entry.note ?? "",
        ])
      }
      try grid.print(under: "\(list.file): \(list.title) (version \(list.version))")
    }
  }

  /// What was measured of an entry, by corpus: `12 of 14 (BABE, development half: sentence)`.
  private static func right(_ entry: Lexicon.Entry, in list: Lexicon) -> String {
    list.precision(of: entry).map { "\($0.right) of \($0.hits) (\($0.corpus): \($0.unit))" }
      .joined(separator: "; ")
  }

  /// A weight without needless digits: `1`, `0.5`.
  private static func plain(_ weight: Double) -> String {
    weight == weight.rounded() ? "\(Int(weight))" : "\(weight)"
  }
}

struct LexiconCheckCommand: Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks the word lists: their form, order, sources, and entries that never count.",
    discussion: """
      Of dictionaries it tells what in them is not counted. Exits with 1 when a list has a fault.
      """)

  static let examples = [
    "copydesk lexicon check",
    "copydesk lexicon check --lexicons Lexicons/",
  ]

  @Argument(
    help: "Dictionaries of your own, in place of the program's word lists.", completion: .file())
  var dictionaries: [String] = []

  @OptionGroup var options: LexiconOptions

  @Flag(help: "Sort the files of the folder named by --lexicons first.")
  var fix = false

  @Flag(help: "Say nothing of warnings.")
  var quiet = false

  func validate() throws {
    if fix, options.lexicons == nil {
      throw ValidationError("--fix takes --lexicons, the folder whose files it may sort.")
    }
  }

  func run() throws {
    guard dictionaries.isEmpty else { return try checkDictionaries() }
    try ending {
      if fix, let folder = options.lexicons { try sort(folder) }
      let lexicons = try options.wordLists()
      let verdict = lexicons.check()
      let sink = Sink()
      for fault in verdict.faults { sink.output.write("\(fault)\n") }
      if !quiet {
        for warning in verdict.warnings { sink.output.write("\(warning) (warning)\n") }
      }
      let entries = lexicons.lists.reduce(0) { $0 + $1.entries.count }
      if verdict.faults.isEmpty {
        sink.output.write("\(lexicons.lists.count) word lists, \(entries) entries: no faults\n")
      }
      try sink.flush()
      if !verdict.faults.isEmpty { throw ExitCode(1) }
    }
  }

  private func checkDictionaries() throws {
    try ending {
      let sink = Sink()
      var isSound = true
      for path in dictionaries {
        do {
          let dictionary = try readDictionary(path)
          for notice in dictionary.notices where !quiet {
            sink.output.write("\(notice) (warning)\n")
          }
          sink.output.write(
            "\(dictionary.file): \(dictionary.format), \(dictionary.categories.count) categories, "
              + "\(dictionary.lexicon.entries.count) entries\n")
        } catch {
          isSound = false
          sink.output.write("\(error)\n")
        }
      }
      try sink.flush()
      if !isSound { throw ExitCode(1) }
    }
  }

  private func sort(_ folder: String) throws(Trouble) {
    let lexicons = try anyWordLists(inFolder: folder)
    for list in lexicons.lists where list.faults.isEmpty {
      guard let table = lexicons.table(list.file) else { continue }
      let sorted = Lexicon.sorted(table, inflections: lexicons.inflections)
      guard sorted != table.bytes else { continue }
      let sink = try Sink(
        file: folder.hasSuffix("/") ? folder + list.file : "\(folder)/\(list.file)")
      try sink.write(sorted)
      try sink.flush()
      Console.note("\(list.file): sorted")
    }
  }
}
