import ArgumentParser
import Copydesk

struct MergeCommand: Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Adds up what analyze --partial wrote of parts of a corpus, and writes outlets.csv.",
    discussion: """
      Any parts of a corpus, in any order, give the bytes that compare gives of all of it.
      """)

  static let examples = [
    "copydesk analyze seeds/ --format csv --output articles.csv --partial sums.csv",
    "copydesk merge sums.csv",
  ]

  @Argument(help: "Files that analyze --partial wrote.", completion: .file())
  var partials: [String]

  @Option(help: ArgumentHelp("Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("Write the sums too, to be merged further.", valueName: "file"),
    completion: .file())
  var partial: String?

  @OptionGroup var spreadsheet: SpreadsheetOption

  func run() throws {
    try ending {
      var sum: Partial?
      var seen: Set<String> = []
      for path in partials {
        guard seen.insert(path).inserted else {
          throw Trouble("\(path): named twice; its articles would count twice")
        }
        let part = try read(path)
        if let difference = part.recipe.difference(from: sum?.recipe ?? part.recipe) {
          throw Trouble("\(partials[0]): \(difference), as against \(path); analyze both alike")
        }
        if sum == nil {
          try check(part.recipe, path)
          sum = part
        } else {
          sum?.merge(part)
        }
      }
      guard let sum else { return }
      if let partial { try sum.write(toFile: partial) }
      let sink = try Sink.to(output, spreadsheet.csv)
      try sink.write { output in
        OutletsCSV.writeHeader(to: &output)
        for outlet in sum.totals.results() { OutletsCSV.write(outlet, to: &output) }
      }
      try sink.flush()
    }
  }

  private func read(_ path: String) throws(Trouble) -> Partial {
    do throws(Reject) {
      var source = try ByteSource(path: path)
      return try Partial(&source)
    } catch {
      throw Trouble("\(error); partials are written by analyze --partial")
    }
  }

  /// Sums of another version may count other things under the same names.
  private func check(_ recipe: Recipe, _ path: String) throws(Trouble) {
    let version = recipe.parts.first { $0.name == "version" }?.value ?? "of an unknown version"
    guard version == Desk.version else {
      throw Trouble(
        "\(path): made by copydesk \(version), and this is \(Desk.version); "
          + "merge with the version that analyzed")
    }
  }
}

extension Partial {
  /// Writes it all, or leaves what was there before.
  func write(toFile path: String) throws(Trouble) {
    var output = Output()
    write(to: &output)
    try replaceFile(path, with: output.take())
  }
}
