import ArgumentParser
import Copydesk
import Foundation

/// The user's own dictionaries and ignore list, for verbs that analyze.
struct OwnOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Count the categories of a dictionary too: .dic, .dicx, .yml, .lc3, .lcd, .ykd, .cat, .csv, .tsv. "
        + "Repeatable.", valueName: "file or name=file"),
    completion: .file())
  var dictionary: [String] = []

  @OptionGroup var rejecting: IgnoreOption

  var ignore: String? { rejecting.ignore }

  /// The table of what not to count.
  func ignoreList() throws(Trouble) -> IgnoreList? { try rejecting.list() }

  /// Tells how many findings were left out.
  func tell(_ suppressed: Suppressed) { rejecting.tell(suppressed) }

  /// Word lists with the dictionaries among them.
  func added(to lexicons: Lexicons, quiet: Bool) throws(Trouble) -> Lexicons {
    var lexicons = lexicons
    lexicons.dictionaries = try dictionaries(quiet: quiet)
    return lexicons
  }

  /// Reads them all, and tells what in them is not counted.
  func dictionaries(quiet: Bool) throws(Trouble) -> [UserDictionary] {
    var out: [UserDictionary] = []
    let reserved = Set(analyzers.map { $0.name } + measures.map(\.name))
    for argument in dictionary {
      let (given, path) = Self.parts(of: argument)
      let name = given ?? UserDictionary.name(forFile: fileName(path))
      guard !reserved.contains(name), !out.contains(where: { $0.name == name }) else {
        throw Trouble("\(path): the name '\(name)' is taken; write --dictionary NAME=\(path)")
      }
      let dictionary = try readDictionary(path, name: name)
      if !quiet { Self.tell(dictionary, path) }
      out.append(dictionary)
    }
    return out
  }

  /// `moral=values.dic` as name and file; a file that is called so is a file.
  private static func parts(of argument: String) -> (name: String?, path: String) {
    guard let sign = argument.firstIndex(of: "="), !FileManager.default.fileExists(atPath: argument)
    else { return (nil, argument) }
    let name = argument[..<sign]
    let isName =
      name.first?.isLetter == true
      && name.utf8.allSatisfy {
        $0 == 0x5F || $0 == 0x2D || $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26
      }
    return isName
      ? (String(name), String(argument[argument.index(after: sign)...])) : (nil, argument)
  }

  private static let mostNotices = 5

  private static func tell(_ dictionary: UserDictionary, _ path: String) {
    for notice in dictionary.notices.prefix(mostNotices) { Console.note("\(notice)") }
    let more = dictionary.notices.count - mostNotices
    if more > 0 {
      Console.note("\(dictionary.file): \(more) more; copydesk lexicon check \(path) lists them")
    }
  }
}

/// The user's ignore list, for every verb whose figures rest on findings.
struct IgnoreOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Leave out the findings that this table names: lexicon, entry, category, article.",
      valueName: "file"), completion: .file())
  var ignore: String?

  /// The table of what not to count.
  func list() throws(Trouble) -> IgnoreList? {
    guard let ignore else { return nil }
    do {
      return try IgnoreList(file: fileName(ignore), parsing: try contents(of: ignore))
    } catch let fault as LexiconFault {
      throw Trouble("\(fault)")
    } catch {
      throw Trouble("\(error)")
    }
  }

  /// Tells how many findings were left out.
  func tell(_ suppressed: Suppressed) {
    guard suppressed.total > 0 else { return }
    Console.note(
      "\(suppressed.total) finding\(suppressed.total == 1 ? "" : "s") left out: "
        + "\(suppressed.total - suppressed.byMark) by \(ignore ?? "no list"), "
        + "\(suppressed.byMark) by marks in the articles")
  }
}

/// A path's last part.
func fileName(_ path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}

/// Reads a dictionary; its format is told by `format`, else by the file's name.
func readDictionary(_ path: String, name: String? = nil, format: String? = nil) throws(Trouble)
  -> UserDictionary
{
  let file = fileName(path)
  guard let type = dictionaryFormat(named: format, file: file) else {
    throw Trouble("\(path): no format goes by this name; there are \(knownFormats)")
  }
  let bytes = try contents(of: path)
  do {
    return try UserDictionary(
      name: name ?? UserDictionary.name(forFile: file), DictionaryFile(name: file, bytes: bytes),
      as: type)
  } catch {
    var fault = error
    fault.file = path
    throw Trouble("\(fault)")
  }
}

/// A file's contents.
private func contents(of path: String) throws(Trouble) -> [UInt8] {
  do {
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  } catch {
    throw Trouble("\(path): can not be read")
  }
}

/// `liwc (.dic), liwc22 (.dicx), ...`.
var knownFormats: String {
  dictionaryFormats.map { "\($0.name) (.\($0.fileExtensions.joined(separator: ", .")))" }
    .joined(separator: ", ")
}
