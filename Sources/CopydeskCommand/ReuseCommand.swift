import ArgumentParser
import Copydesk

struct ReuseCommand: Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "reuse",
    abstract: "Finds passages that stand in another outlet's article too, credited or not.",
    discussion: """
      A passage has 8 words or more, word for word or nearly the same. Lines that a house puts \
      under many articles are left out; passages in quotation marks on both sides are marked, as \
      both may quote a third text.
      """)

  static let examples = [
    "copydesk reuse seeds/",
    "copydesk reuse seeds/ --format csv --output reuse.csv",
  ]

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var table: TableOptions

  @OptionGroup var rejecting: IgnoreOption

  func run() throws {
    let type = try chosen(table.spreadsheet.format(table.format), from: reuseFormats) { $0.name }
    let csv = try table.spreadsheet.csv(inFormat: type.name)
    try ending {
      let lexicons = try reading.wordLists()
      // Of findings, attributions alone tell whom an article credits.
      let desk = Desk(
        lexicons: lexicons, ignoring: try rejecting.list(), analyzers: [AttributionAnalyzer.self])
      var reuse = Reuse(background: BackgroundWords(lexicons))
      var session = try Session(reading, takesRawText: table.rawText, output: table.output)
      try session.run { _ in
        { document in
          Result { () throws(Reject) in
            try desk.reuseArticle(from: document)
          }
        }
      } take: { article throws(Trouble) in
        reuse.add(article)
        return true
      }
      let sink = try Sink.to(table.output, csv)
      let map = ReuseMap(reuse)
      try sink.write { type.init().write(map, to: &$0) }
      try sink.flush()
      try session.end()
    }
  }
}
