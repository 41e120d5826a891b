import DeskTestSupport
import Foundation
import Testing

/// Every recipe of the article on pipelines works, where its programs can be had.
@Suite struct PipelinesTests {
  struct Recipe: Sendable, CustomTestStringConvertible {
    var kind: String
    var needs: [String]
    var body: String
    var testDescription: String { "\(kind): \(needs.joined(separator: ", "))" }

    /// What of its needs is not on this machine; `python3:pandas` is a module.
    var missing: [String] {
      needs.filter { need in
        guard need != "copydesk" else { return false }
        let parts = need.split(separator: ":")
        let check =
          parts.count == 2 ? "\(parts[0]) -c 'import \(parts[1])'" : "command -v \(need)"
        let run = try? ProgramRun(
          ["-c", check], program: URL(filePath: "/bin/sh"), environment: Self.environment)
        return run?.status != 0
      }
    }

    static let environment = [
      "PATH": ProgramRun.copydesk.deletingLastPathComponent().path() + ":"
        + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"),
      "HOME": ProcessInfo.processInfo.environment["HOME"] ?? "/tmp",
    ]
  }

  static let all: [Recipe] = {
    let path = "Sources/Copydesk/Documentation.docc/Pipelines.md"
    guard let text = try? Checkout.text(path) else { return [] }
    var out: [Recipe] = []
    for block in text.components(separatedBy: "\n```").dropFirst() {
      let lines = block.split(separator: "\n", maxSplits: 2).map(String.init)
      guard lines.count == 3, lines[1].hasPrefix("# needs: ") else { continue }
      out.append(
        Recipe(
          kind: lines[0],
          needs: lines[1].dropFirst("# needs: ".count).split(separator: " ").map(String.init),
          body: lines[2] + "\n"))
    }
    return out
  }()

  @Test("there are recipes, and each says what it needs")
  func present() throws {
    #expect(Self.all.count >= 10)
    let text = try Checkout.text("Sources/Copydesk/Documentation.docc/Pipelines.md")
    let blocks = text.components(separatedBy: "\n```").filter {
      $0.hasPrefix("sh\n") || $0.hasPrefix("make\n")
    }
    #expect(blocks.count == Self.all.count)
    for recipe in Self.all where !recipe.missing.isEmpty {
      print("Not run, for want of \(recipe.missing.joined(separator: ", ")): \(recipe.body)")
    }
  }

  @Test("a recipe works", arguments: all)
  func works(_ recipe: Recipe) throws {
    guard recipe.missing.isEmpty else { return }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "copydesk-pipeline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "seeds"),
      withDestinationURL: Checkout.root.appending(path: "seeds"))
    var script = recipe.body
    if recipe.kind == "make" {
      try Data(recipe.body.utf8).write(to: folder.appending(path: "Makefile"))
      script = "make --silent"
    } else if recipe.needs.contains("git") {
      script = "git init -q . && cp seeds/004*.txt draft.txt && git add draft.txt\n" + script
    }
    let run = try ProgramRun(
      ["-c", "set -e\n" + script], program: URL(filePath: "/bin/sh"),
      environment: Recipe.environment, folder: folder)
    #expect(run.status == 0, "\(run.errors)")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    #expect(!run.output.isEmpty || files.count > 1 || recipe.needs.contains("git"))
  }
}
