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

  @OptionGroup var table: TableOptions

  @Flag(
    help: "Articles come in order of their dates: stories are written as soon as they are over.")
  var sortedByDate = false

  func run() throws {
    let type = try chosen(table.spreadsheet.format(table.format), from: storyFormats) { $0.name }
    let csv = try table.spreadsheet.csv(inFormat: type.name)
    try ending {
      let lexicons = try reading.wordLists()
      let desk = Desk(lexicons: lexicons)
      let background = BackgroundWords(lexicons)
      var session = try Session(reading, takesRawText: table.rawText, output: table.output)
      var writer = StoryWriter(type.init(), try Sink.to(table.output, csv))
      var gathered = Stories()
      var stream = StoryStream()
      let isSorted = sortedByDate
      var late = 0
      try session.run { _ in
        { document in
          Result { () throws(Reject) in
            let article = try desk.article(from: document)
            return StoryArticle(article, Reading(article.text), background: background)
          }
        }
      } take: { article throws(Trouble) in
        guard isSorted else {
          gathered.add(article)
          return true
        }
        let (over, isInOrder) = stream.add(article)
        if !isInOrder {
          late += 1
          Console.note("\(article.place): dated before the article above it, so left out")
        }
        try writer.write(over)
        return !writer.isClosed
      }
      try writer.write(isSorted ? stream.end() : gathered.told())
      try writer.end()
      if late > 0 {
        Console.note(
          "copydesk: \(late) article\(late == 1 ? "" : "s") out of order; sort the input by date, "
            + "or leave --sorted-by-date away")
      }
      try session.end()
      if late > 0, reading.strict { throw ExitCode(3) }
    }
  }
}

/// Stories on their way to a sink.
private struct StoryWriter {
  private var format: any StoryFormat
  private let sink: Sink

  init(_ format: any StoryFormat, _ sink: Sink) {
    self.format = format
    self.sink = sink
    format.writeHeader(to: &sink.output)
  }

  var isClosed: Bool { sink.isClosed }

  mutating func write(_ stories: [ToldStory]) throws(Trouble) {
    for story in stories { format.write(story, to: &sink.output) }
    if !stories.isEmpty { try sink.flush() }
  }

  func end() throws(Trouble) {
    format.writeEnd(to: &sink.output)
    try sink.flush()
  }
}
