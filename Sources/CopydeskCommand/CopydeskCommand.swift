import ArgumentParser
import Copydesk

@main
struct CopydeskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copydesk",
    abstract: "Reads news the way a copy desk does.")
}
