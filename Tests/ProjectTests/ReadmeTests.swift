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
