import ArgumentParser
import Copydesk

@main
struct CopydeskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copydesk",
    abstract: "Reads news the way a copy desk does: who says so, how sure, in what words.",
    discussion: """
      Counts wording and shows where it stands; it does not rate outlets, truth or motive.

      EXAMPLES
        copydesk compare seeds/
        copydesk show seeds/000_b3d0486aa6c98035.txt
      """,
    version: version,
    subcommands: [
      CompareCommand.self, CleanCommand.self, AnalyzeCommand.self, ShowCommand.self,
      LexiconCommand.self,
    ])

  static let version = "0.1.0"

  static func main() {
    Interrupt.watch()
    main(nil)
  }
}
