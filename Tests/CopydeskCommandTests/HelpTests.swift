import DeskTestSupport
import Foundation
import Testing

@Suite struct HelpTests {
  static let verbs: [[String]] = [
    [], ["compare"], ["clean"], ["analyze"], ["show"], ["stories"], ["facts"], ["reuse"],
    ["merge"], ["lexicon"], ["agree"], ["lexicon", "list"], ["lexicon", "show"],
    ["lexicon", "check"],
    ["lexicon", "stats"], ["lexicon", "convert"],
    ["worksheet"],
    ["validate"],
  ]

  /// The examples at the end of a verb's help.
  private func examples(_ verb: [String]) throws -> [String] {
    let run = try ProgramRun(verb + ["--help"])
    #expect(run.status == 0)
    let parts = run.output.components(separatedBy: "\nEXAMPLES:\n")
    guard parts.count == 2 else { return [] }
    return parts[1].split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test("help ends with two examples, and they work on the seeds", arguments: verbs)
  func help(_ verb: [String]) throws {
    let examples = try examples(verb)
    #expect(examples.count == 2, "\(verb)")
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "copydesk-help-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["seeds", "Lexicons", "Examples"] {
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: name), withDestinationURL: Checkout.root.appending(path: name))
    }
    for example in examples {
      let words = example.split(separator: " ").map(String.init)
      #expect(words.first == "copydesk")
      let run = try ProgramRun(Array(words.dropFirst()), folder: folder)
      #expect(run.status == 0, "\(example): \(run.errors)")
    }
  }

  @Test("the version is told, and a wrong verb is wrong usage")
  func usage() throws {
    let version = try ProgramRun(["--version"])
    #expect(version.status == 0)
    #expect(version.output.split(separator: ".").count == 3)
    #expect(try ProgramRun(["weigh"]).status == 64)
    #expect(try ProgramRun(["clean"]).status == 64)
    #expect(try ProgramRun(["clean", "seeds", "--format", "pdf"]).status == 64)
    #expect(try ProgramRun(["clean", "seeds", "--threads", "0"]).status == 64)
    #expect(try ProgramRun(["clean", "seeds", "--column", "prose=x"]).status == 64)
    #expect(try ProgramRun(["clean", "seeds", "--why", "--format", "csv"]).status == 64)
    #expect(try ProgramRun(["lexicon", "check", "--fix"]).status == 64)
  }
}
