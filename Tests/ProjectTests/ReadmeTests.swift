import DeskTestSupport
import Foundation
import Testing

/// Every command that the readme shows works, from the project's folder.
@Suite struct ReadmeTests {
  /// The lines of the readme's `sh` blocks that run the program.
  static let commands: [String] = {
    guard let text = try? Checkout.text("README.md") else { return [] }
    var out: [String] = []
    var isShell = false
    for line in text.split(separator: "\n") {
      if line.hasPrefix("```") {
        isShell = line == "```sh"
      } else if isShell, line.hasPrefix("copydesk ") || line.contains("| copydesk ") {
        out.append(String(line))
      }
    }
    return out
  }()

  @Test("there are commands")
  func present() { #expect(Self.commands.count >= 5) }

  @Test("a command of the readme works", arguments: commands)
  func runs(_ command: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "copydesk-readme-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["seeds", "Lexicons", "Examples"] {
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: name), withDestinationURL: Checkout.root.appending(path: name))
    }
    let path = ProgramRun.copydesk.deletingLastPathComponent().path() + ":/usr/bin:/bin"
    let run = try ProgramRun(
      ["-c", command], program: URL(filePath: "/bin/sh"), environment: ["PATH": path],
      folder: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty || command.contains("compare"), "\(run.errors)")
  }

  /// The readme and all articles.
  private static let texts: [String] = {
    let folder = "Sources/Copydesk/Documentation.docc"
    let articles = (try? Checkout.names(in: folder).filter { $0.hasSuffix(".md") }) ?? []
    return ["README.md"] + articles.map { "\(folder)/\($0)" }
  }()

  @Test("every line of the readme’s sh blocks is a command that is run")
  func nothingElse() throws {
    let blocks = try Checkout.text("README.md").components(separatedBy: "\n```")
      .filter { $0.hasPrefix("sh\n") }
    let lines = blocks.flatMap { $0.split(separator: "\n").dropFirst() }.map(String.init)
    #expect(lines == Self.commands)
  }

  @Test("every make target, verb and option that is named is there", arguments: texts)
  func names(_ path: String) throws {
    let text = try Checkout.text(path)
    let makefile = try Checkout.text("Makefile")
    for match in text.matches(of: #/(?:`|\n)make ([a-z-]+)/#) {
      #expect(makefile.contains("\n\(match.1):"), "make \(match.1)")
    }
    let verbs = ["analyze", "clean", "compare", "show", "stories", "facts", "reuse", "merge"]
    let more = ["agree", "lexicon", "worksheet", "validate", "VERB"]
    for match in text.matches(of: #/`copydesk ([A-Za-z]+)/#) {
      #expect((verbs + more).contains(String(match.1)), "copydesk \(match.1)")
    }
    // Recipes, whose options are other programs' too, are run by their own test.
    guard !path.hasSuffix("Pipelines.md") else { return }
    let isOfOthers = { (line: Substring) in
      ["python3 ", "swift ", "tar", "evaluate", "crossvalidate"].contains { line.contains($0) }
    }
    for line in text.split(separator: "\n") where !isOfOthers(line) {
      for match in line.matches(of: #/[` ](--[a-z][a-z-]+)/#) {
        let isKnown = Self.help.contains(String(match.1))
        #expect(isKnown, "\(match.1) in \(line)")
      }
    }
  }

  /// What every verb's help says.
  private static let help: String = {
    let verbs = [
      ["analyze"], ["clean"], ["compare"], ["show"], ["stories"], ["facts"], ["reuse"], ["merge"],
      ["agree"], ["lexicon", "list"], ["lexicon", "show"], ["lexicon", "check"],
      ["lexicon", "stats"], ["lexicon", "convert"], ["worksheet"], ["validate"],
    ]
    return verbs.map { (try? ProgramRun($0 + ["--help"]).output) ?? "" }.joined() + "--version"
  }()

  /// What the commands of articles read, made for them.
  private static func makeInputs(in folder: URL) throws {
    let cases = "Tests/DeskDictionariesTests/Cases"
    for (name, file) in [
      ("values.dic", "values.dic"), ("mfd2.dic", "values.dic"), ("tone.lc3", "tone.lc3"),
      ("values.yml", "nested.yml"), ("themes.cat", "themes.cat"),
    ] {
      try FileManager.default.copyItem(
        at: Checkout.root.appending(path: "\(cases)/\(file)"), to: folder.appending(path: name))
    }
    for month in ["january", "february"] {
      let table = "id,outlet,text\n\(month)-1,The Courier,It may rain.\n"
      try Data(table.utf8).write(to: folder.appending(path: "\(month).csv"))
    }
  }

  @Test("the commands of an article’s sh blocks work, one after the other", arguments: texts)
  func articles(_ path: String) throws {
    guard !path.hasSuffix("README.md"), !path.hasSuffix("Pipelines.md") else { return }
    let blocks = try Checkout.text(path).components(separatedBy: "\n```")
      .filter { $0.hasPrefix("sh\n") }
    // What writes into the project's own lists has a test of its own, as have Python's scripts.
    let commands = blocks.flatMap { $0.split(separator: "\n").dropFirst() }
      .filter { $0.hasPrefix("copydesk ") && !$0.contains("--fix") }
    guard !commands.isEmpty else { return }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "copydesk-article-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["seeds", "Lexicons", "Examples"] {
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: name), withDestinationURL: Checkout.root.appending(path: name))
    }
    try Self.makeInputs(in: folder)
    let bin = ProgramRun.copydesk.deletingLastPathComponent().path() + ":/usr/bin:/bin"
    for command in commands {
      let run = try ProgramRun(
        ["-c", String(command)], program: URL(filePath: "/bin/sh"), environment: ["PATH": bin],
        folder: folder)
      #expect(run.status == 0, "\(command): \(run.errors)")
    }
  }

  @Test("the output that the readme shows is the program’s")
  func output() throws {
    let text = try Checkout.text("README.md")
    let blocks = text.components(separatedBy: "\n```\n")
    let shown =
      try #require(blocks.first { $0.contains("# How it is told") })
      .components(separatedBy: "```\n").last ?? ""
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "copydesk-readme-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "seeds"),
      withDestinationURL: Checkout.root.appending(path: "seeds"))
    let run = try ProgramRun(["compare", "seeds/"], folder: folder)
    let written = run.output + run.errors
    let lines = shown.split(separator: "\n").filter { $0 != "..." }
    #expect(lines.count > 5)
    for line in lines { #expect(written.contains(line), "\(line)") }
  }
}
