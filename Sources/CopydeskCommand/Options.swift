import ArgumentParser
import Copydesk
import Foundation

/// What every verb that reads articles takes.
struct ReadingOptions: ParsableArguments {
  @Argument(
    help: "Files, folders, or - for standard input.",
    completion: .file())
  var inputs: [String]

  @Option(
    help: ArgumentHelp(
      "Name the column or field that holds something: text=story, id=nr. Repeatable.",
      valueName: "what=name"))
  var column: [String] = []

  @Option(
    help: ArgumentHelp("Work on so many documents at once.", valueName: "number"))
  var threads: Int?

  @Option(
    help: ArgumentHelp("Use the word lists of this folder.", valueName: "folder"),
    completion: .directory)
  var lexicons: String?

  @Flag(help: "Exit with 3 when a record could not be read.")
  var strict = false

  @Flag(help: "No progress bar and no summary.")
  var quiet = false

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads takes 1 or more.") }
    _ = try columns()
  }

  /// The columns that the user named, by what they hold.
  func columns() throws -> [Field: String] {
    var columns: [Field: String] = [:]
    for pair in column {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let field = Field(rawValue: parts[0]) else {
        let known = Field.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
          "--column takes what=name, as in text=story; what is one of \(known).")
      }
      columns[field] = parts[1]
    }
    return columns
  }

  /// The word lists to use.
  func wordLists() throws(Trouble) -> Lexicons {
    guard let lexicons else { return .embedded }
    return try soundWordLists(inFolder: lexicons)
  }
}

/// What a verb takes that sets articles side by side and writes one table.
struct TableOptions: ParsableArguments {
  @Option(help: "table, csv or ndjson.")
  var format: String?

  @Option(help: ArgumentHelp("Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: "Take texts as they are, so that positions refer to the input.")
  var rawText = false

  @OptionGroup var spreadsheet: SpreadsheetOption
}

/// What every verb takes that writes CSV.
struct SpreadsheetOption: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Write CSV for spreadsheets: byte order mark, CRLF, no cell over 32,767 characters, an "
        + "apostrophe before words that would be a formula."))
  var excel = false

  /// The form of what is CSV.
  var csv: CSVForm { excel ? .excel : .plain }

  /// The format to choose: CSV is meant where nothing else is said.
  func format(_ named: String?) -> String? { named ?? (excel ? "csv" : nil) }

  /// The form of standard output or the file of `--output` in a format of this name.
  ///
  /// - Parameters:
  ///   - name: of the chosen format.
  ///   - others: the options that write CSV whatever the format.
  ///   - isWritten: whether one of these was given.
  /// - Returns: the form; the plain one where that format is not CSV.
  /// - Throws: wrong usage, where nothing is CSV.
  func csv(
    inFormat name: String, or others: String = "", isWritten: Bool = false
  ) throws -> CSVForm {
    guard name != "csv" else { return csv }
    if excel, !isWritten {
      throw ValidationError("--excel goes with --format csv\(others).")
    }
    return .plain
  }
}

/// The word lists of a folder, all of them sound.
///
/// - Throws: the first fault; the others are noted before.
func soundWordLists(inFolder path: String) throws(Trouble) -> Lexicons {
  let lists = try anyWordLists(inFolder: path)
  let faults = lists.lists.flatMap(\.faults)
  for fault in faults.dropLast() { Console.note("\(joinedPath(path, fault.description))") }
  if let last = faults.last { throw Trouble("\(joinedPath(path, last.description))") }
  return lists
}

/// The word lists of a folder, faults and all.
func anyWordLists(inFolder path: String) throws(Trouble) -> Lexicons {
  let lists: Lexicons
  do {
    lists = try Lexicons(
      directory: URL(fileURLWithPath: path, isDirectory: true).resolvingSymlinksInPath())
  } catch {
    throw Trouble("\(path): the word lists can not be read; name a folder of .tsv files")
  }
  guard !lists.lists.isEmpty else {
    throw Trouble("\(path): no word list here; a list is a .tsv file with an '#@ analyzer:' line")
  }
  return lists
}

private func joinedPath(_ folder: String, _ rest: String) -> String {
  folder.hasSuffix("/") ? folder + rest : folder + "/" + rest
}

/// When output is coloured.
enum Colour: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// On a terminal, unless `NO_COLOR` is set or the terminal is a dumb one.
  func isWanted(toFile: Bool) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      !toFile && Console.outputIsTerminal && Console.environment("NO_COLOR") == nil
        && Console.environment("TERM") != "dumb"
    }
  }
}

/// A `--format` by its name, or a usage error that lists the names.
func chosen<Format>(_ name: String?, from all: [Format], named: (Format) -> String) throws
  -> Format
{
  guard let name else { return all[0] }
  if let found = all.first(where: { named($0) == name }) { return found }
  throw ValidationError(
    "No format '\(name)'; choose from \(all.map(named).joined(separator: ", ")).")
}
