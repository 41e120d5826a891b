import ArgumentParser

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A verb whose help ends with commands that work on `seeds/`.
protocol Exemplified: ParsableCommand {
  static var examples: [String] { get }
}

extension CopydeskCommand {
  /// Ends the program with an error's message and exit code; help goes on with examples.
  static func end(with error: any Error) -> Never {
    let message = fullMessage(for: error)
    guard exitCode(for: error) == .success, message.contains("USAGE: "),
      let type = verb(CommandLine.arguments.dropFirst()) as? any Exemplified.Type
    else { exit(withError: error) }
    print(message)
    print("EXAMPLES:")
    for example in type.examples { print("  " + example) }
    Self.exit()
  }

  /// The verb that some arguments name, words before its own arguments.
  private static func verb(_ arguments: some Sequence<String>) -> any ParsableCommand.Type {
    var type: any ParsableCommand.Type = Self.self
    for argument in arguments where argument != "help" {
      let next = type.configuration.subcommands.first {
        $0.configuration.commandName == argument
      }
      guard let next else { break }
      type = next
    }
    return type
  }
}
