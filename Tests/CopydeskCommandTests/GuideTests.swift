import ArgumentParser
import Copydesk
import DeskTestSupport
import Foundation
import Testing

/// The verb of the guide works.
@Suite struct GuideTests {
  @Test func `the verb writes what compare writes as sources.csv`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "copydesk-guide-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "own.csv").path()
    let seeds = Checkout.root.appending(path: "seeds").path()
    var command = try SourcesCommand.parseAsRoot([seeds, "--output", path, "--quiet"])
    try command.run()
    let compare = try ProgramRun(["compare", "seeds", "--output", folder.path(), "--quiet"])
    #expect(compare.status == 0, "\(compare.errors)")
    let written = try String(contentsOfFile: path, encoding: .utf8)
    #expect(written.split(separator: "\n").count > 20)
    let sources = folder.appending(path: "sources.csv")
    #expect(written == (try String(contentsOf: sources, encoding: .utf8)))
  }
}
