import ArgumentParser
import Copydesk

struct WorksheetCommand: Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "worksheet",
    abstract: "Prints an exercise from any articles, and its answer key apart.",
    discussion: """
      The text without marks, sentences numbered as in sentences.csv; questions on sourcing, hedging, \
      wording and omissions in the order of news-literacy rubrics (Civic Online Reasoning, SIFT, \
      IM VAIN); of several articles, also questions that set them beside each other.
      """)

  static let examples = [
    "copydesk worksheet seeds/003_3afbbc39264b294f.txt --key key.md",
    "copydesk worksheet seeds/ --format html --output worksheet.html --key key.html",
  ]

  /// More would be a book, and setting all beside each other takes every pair.
  static let mostArticles = 40

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var own: OwnOptions

  @Option(help: "markdown or html.")
  var format: String?

  @Option(help: ArgumentHelp("Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("Write the answer key to a file.", valueName: "file"), completion: .file())
  var key: String?

  @Flag(help: "Take texts as they are, furniture and all.")
  var rawText = false

  func validate() throws {
    if let key, key == output {
      throw ValidationError("--key and --output name one file; the key goes apart.")
    }
  }

  func run() throws {
    let type = try chosen(format, from: worksheetFormats) { $0.name }
    try ending {
      let lexicons = try own.added(to: reading.wordLists(), quiet: reading.quiet)
      let desk = Desk(lexicons: lexicons, ignoring: try own.ignoreList())
      var session = try Session(reading, takesRawText: rawText, output: output)
      var analyses: [Analysis] = []
      var leftOut = 0
      try session.run { _ in
        { document in Result { () throws(Reject) in try desk.analysis(of: document) } }
      } take: { analysis throws(Trouble) in
        if analyses.count < Self.mostArticles { analyses.append(analysis) } else { leftOut += 1 }
        return true
      }
      guard !analyses.isEmpty else {
        throw Trouble("no article could be read, so there is no exercise")
      }
      if leftOut > 0 {
        Console.note(
          "copydesk: the exercise has the first \(Self.mostArticles) articles; \(leftOut) left out")
      }
      let worksheet = Worksheet(
        analyses, facts: desk.facts, dictionaries: lexicons.dictionaries)
      let sink = try Sink.to(output)
      type.init().write(worksheet, to: &sink.output)
      try sink.flush()
      if let key {
        let sink = try Sink.to(key)
        type.init().writeKey(to: worksheet, to: &sink.output)
        try sink.flush()
      }
      try session.end()
    }
  }
}
