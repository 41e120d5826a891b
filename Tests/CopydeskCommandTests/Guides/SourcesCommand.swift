import ArgumentParser
import Copydesk

@testable import CopydeskCommand

struct SourcesCommand: Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Lists who is given a voice in each article, and how often.")

  static let examples = [
    "copydesk sources seeds/",
    "copydesk sources seeds/ --output sources.csv",
  ]

  @OptionGroup var reading: ReadingOptions

  @Option(help: ArgumentHelp("Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  func run() throws {
    try ending {
      let desk = Desk(lexicons: try reading.wordLists())
      let stream = Stream(SourcesCSV.self, .own, sink: try Sink.to(output))
      var session = try Session(reading, output: output)
      try session.run { columns in
        let format = stream.begin(columns: columns)
        return { document in desk.records(of: document, in: [format]) }
      } take: { result throws(Trouble) in
        for record in result.records { try stream.sink.write(record) }
        return !stream.sink.isClosed
      }
      try stream.end()
      try session.end()
    }
  }
}
