import Copydesk
import DeskTestSupport
import Foundation
import Testing

/// One version everywhere: a researcher who cites it must find the figures that belong to it.
@Suite struct VersionTests {
  /// A version as numbers, so that 0.10.0 comes after 0.9.0.
  private func numbers(_ version: Substring) throws -> [Int] {
    let parts = version.split(separator: ".", omittingEmptySubsequences: false)
    #expect(parts.count == 3, "\(version) is no version of three numbers")
    return try parts.map { try #require(Int($0), "\(version)") }
  }

  @Test func `the program, run.json and the library tell the same version`() throws {
    let told = try ProgramRun(["--version"])
    #expect(told.output == Desk.version + "\n")
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "copydesk-version-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try ProgramRun(["compare", "seeds", "--output", folder.path(), "--quiet"])
    #expect(run.status == 0, "\(run.errors)")
    let json = try JSONSerialization.jsonObject(
      with: try Data(contentsOf: folder.appending(path: "run.json")))
    #expect((json as? [String: Any])?["version"] as? String == Desk.version)
  }

  @Test func `make names what it installs by the same version`() throws {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "copydesk-make-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("include Makefile\nversion:\n\t@echo $(VERSION)\n".utf8).write(to: file)
    let run = try ProgramRun(
      ["--silent", "--file", file.path(), "version"], program: URL(filePath: "/usr/bin/make"))
    #expect(run.output == Desk.version + "\n", "\(run.errors)")
  }

  /// While there is an unreleased part, it says which version it is to be; that is the program's.
  @Test func `the changelog's newest version is the program's, and versions ascend`() throws {
    let lines = try Checkout.text("CHANGELOG.md").split(separator: "\n")
    let next = lines.first { $0.hasPrefix("To be version ") }
    var versions = next.map { [$0.dropFirst("To be version ".count).prefix { $0 != "," }] } ?? []
    #expect(lines.contains("## Unreleased") == (next != nil))
    for line in lines where line.hasPrefix("## ") && line != "## Unreleased" {
      // ## 0.1.0 - 2026-12-01
      let parts = line.dropFirst(3).components(separatedBy: " - ")
      #expect(parts.count == 2 && parts[1].count == 10, "\(line): '## VERSION - YYYY-MM-DD'")
      versions.append(Substring(parts[0]))
    }
    #expect(versions.first.map(String.init) == Desk.version)
    for (newer, older) in zip(versions, versions.dropFirst()) {
      #expect(try numbers(older).lexicographicallyPrecedes(try numbers(newer)), "\(newer) \(older)")
    }
  }
}
