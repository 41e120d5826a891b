import ArgumentParser
import Copydesk

struct StoriesCommand: Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "stories",
    abstract: "Groups articles by the event they tell.",
    discussion: """
      Compares words, names and numbers; articles that both state a date lie at most a week \
      apart. Topic is no story: two earthquakes are two.
      """)

  static let examples = [
    "copydesk stories seeds/",
    "copydesk stories seeds/ --format csv --output stories.csv",
  ]

  @OptionGroup var reading: ReadingOptions

  @Option(help: "table, csv or ndjson.")
  var format: String?

  @Option(help: ArgumentHelp("Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: "Take texts as they are, furniture and all.")
  var rawText = false

  func run() throws {
    let type = try chosen(format, from: storyFormats) { $0.name }
    try ending {
      let lexicons = try reading.wordLists()
      let desk = Desk(lexicons: lexicons)
      let background = BackgroundWords(
        lexicons.table("background.tsv") ?? Lexicons.embedded.table("background.tsv"))
      var stories = Stories()
      var session = try Session(reading, takesRawText: rawText, output: output)
      try session.run { _ in
        { document in
          Result { () throws(Reject) in
            let article = try desk.article(from: document)
            return StoryArticle(article, Reading(article.text), background: background)
          }
        }
      } take: { article throws(Trouble) in
        stories.add(article)
        return true
      }
      let sink = try Sink.to(output)
      type.init().write(stories.told(), to: &sink.output)
      try sink.flush()
      try session.end()
    }
  }
}
