import ArgumentParser
import Copydesk

@main
struct CopydeskCommand: Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "copydesk",
    abstract: "Reads news the way a copy desk does: who says so, how sure, in what words.",
    discussion: """
      Counts wording and shows where it stands; it does not rate outlets, truth or motive.
      """,
    version: Desk.version,
    subcommands: [
      CompareCommand.self, CleanCommand.self, AnalyzeCommand.self, MergeCommand.self,
      ShowCommand.self,
      StoriesCommand.self, FactsCommand.self, ReuseCommand.self, LexiconCommand.self,
      AgreeCommand.self, WorksheetCommand.self, ValidateCommand.self,
    ])

  static let examples = [
    "copydesk compare seeds/",
    "copydesk show seeds/000_b3d0486aa6c98035.txt",
  ]

  static func main() {
    Interrupt.watch()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }
}
