import ArgumentParser
import Copydesk

struct FactsCommand: Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract: "Sets side by side how articles of one story tell the same fact, and how firmly.",
    discussion: """
      A telling is a sentence: asserted, attributed to a named or an unnamed source, hedged, or \
      disclaimed as unverified. Figures that differ are marked; articles that leave a fact out are \
      named. Holds all articles in memory; of a story with more than 200, the first 200 are read.
      """)

  static let examples = [
    "copydesk facts seeds/",
    "copydesk facts seeds/ --format csv --output facts.csv",
  ]

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var table: TableOptions

  @OptionGroup var rejecting: IgnoreOption

  @Option(
    help: ArgumentHelp(
      "Write every pair of sentences that was compared, with what they were compared by.",
      valueName: "file"),
    completion: .file())
  var pairs: String?

  func run() throws {
    let type = try chosen(table.spreadsheet.format(table.format), from: factFormats) { $0.name }
    let csv = try table.spreadsheet.csv(
      inFormat: type.name, or: " and --pairs", isWritten: pairs != nil)
    try ending {
      let desk = Desk(lexicons: try reading.wordLists(), ignoring: try rejecting.list())
      var stories = Stories()
      var articles: [FactArticle] = []
      var session = try Session(reading, takesRawText: table.rawText, output: table.output)
      try session.run { _ in
        { document in
          Result { () throws(Reject) in try desk.factArticle(from: document) }
        }
      } take: { told throws(Trouble) in
        stories.add(told.story)
        articles.append(told.facts)
        return true
      }
      var facts = FactTable()
      let pairSink = try pairs.map { path throws(Trouble) in
        try Sink(file: path, table.spreadsheet.csv)
      }
      if let pairSink { FactPairsCSV.writeHeader(to: &pairSink.output) }
      for story in stories.stories() where story.articles.count > 1 {
        let told = story.articles.map { articles[$0] }
        facts.add(told, story: story.number, by: desk.facts)
        if let pairSink {
          FactPairsCSV.write(
            desk.facts.pairs(of: Array(told.prefix(FactTable.mostArticles))),
            story: story.number, to: &pairSink.output)
          try pairSink.flush()
        }
      }
      if facts.unreadCount > 0 {
        Console.note(
          "copydesk: \(facts.unreadCount) articles of stories with more than "
            + "\(FactTable.mostArticles) were not looked at")
      }
      let sink = try Sink.to(table.output, csv)
      try sink.write { type.init().write(facts.facts, to: &$0) }
      try sink.flush()
      try session.end()
    }
  }
}
