import ArgumentParser
import Copydesk
import Foundation

struct ShowCommand: Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows each article with what was found in it marked in place.")

  static let examples = [
    "copydesk show seeds/002_0bb3817e7b1967d5.txt --why",
    "copydesk show seeds/ --format html --output marked.html",
  ]

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var own: OwnOptions

  @Option(help: "terminal, html, markdown, or lines: file:line:column, as editors read them.")
  var format: String?

  @Flag(help: "Under each sentence: which entry of which word list was found, and on what grounds.")
  var why = false

  @Option(help: "auto, always or never.")
  var color = Colour.auto

  @Option(help: ArgumentHelp("Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: "Take texts as they are, furniture and all.")
  var rawText = false

  /// The file that an article came from.
  private static let source: @Sendable (Article) -> [UInt8]? = { article in
    let input = article.origin.input
    guard input != "-", let data = try? Data(contentsOf: URL(fileURLWithPath: input)) else {
      return nil
    }
    // What is packed has no lines of its own.
    return data.starts(with: [0x1F, 0x8B]) ? nil : Array(data)
  }

  func run() throws {
    let type = try chosen(format, from: showFormats) { $0.name }
    try ending {
      let lexicons = try own.added(to: reading.wordLists(), quiet: reading.quiet)
      let desk = Desk(lexicons: lexicons, explains: why, ignoring: try own.ignoreList())
      let sink = try Sink.to(output)
      let format = type.init(
        options: ShowOptions(
          isColoured: color.isWanted(toFile: output != nil), showsReasons: why,
          citations: Citation.all(in: lexicons),
          measures: Measures(dictionaries: lexicons.dictionaries), source: Self.source))
      var session = try Session(reading, takesRawText: rawText, output: output)
      format.writeHeader(to: &sink.output)
      try session.run { _ in
        { document in
          Result { () throws(Reject) in
            var output = Output()
            format.write(try desk.analysis(of: document), to: &output)
            return output.take()
          }
        }
      } take: { record throws(Trouble) in
        try sink.write(record)
        return !sink.isClosed
      }
      format.writeEnd(to: &sink.output)
      try sink.flush()
      try session.end()
    }
  }
}
