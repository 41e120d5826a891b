import ArgumentParser
import Copydesk

struct LexiconConvertCommand: Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Writes a dictionary in the format of another program.",
    discussion: """
      Formats go by the files’ endings: liwc (.dic), liwc22 (.dicx), yaml (.yml), lexicoder (.lc3), \
      lexicoder2 (.lcd), yoshikoder (.ykd), wordstat (.cat), csv, tsv. What the new format can not \
      hold is told with its line and left out.
      """)

  static let examples = [
    "copydesk lexicon convert Lexicons/boosting.tsv boosting.yml",
    "copydesk lexicon convert Lexicons/boosting.tsv boosting.dic",
  ]

  @Argument(help: "The dictionary to read.", completion: .file())
  var input: String

  @Argument(help: "The file to write; - for standard output, with --to.", completion: .file())
  var output: String

  @Option(
    help: ArgumentHelp("The format to read, where the ending does not tell.", valueName: "format"))
  var from: String?

  @Option(
    help: ArgumentHelp("The format to write, where the ending does not tell.", valueName: "format"))
  var to: String?

  func run() throws {
    for name in [from, to].compactMap({ $0 }) {
      _ = try chosen(name, from: dictionaryFormats) { $0.name }
    }
    try ending {
      let dictionary = try readDictionary(input, format: from)
      guard let type = dictionaryFormat(named: to, file: output) else {
        throw Trouble("\(output): no format goes by this name; there are \(knownFormats)")
      }
      let (bytes, losses) = WritableDictionary.bytes(dictionary, as: type)
      for notice in dictionary.notices + losses { Console.note("\(notice)") }
      let sink = try Sink.to(output)
      try sink.write(bytes)
      try sink.flush()
    }
  }
}
