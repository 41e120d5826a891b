import DeskTestSupport
import Foundation
import Testing

@Suite("Languages of a run")
struct LanguageRunTests {
  private static let english =
    "The council said on Monday that the river had risen again, and that people in the old town should stay at home until the water is gone from the streets. Nobody was hurt, but two bridges are closed, and it is not known when they will open again."
  private static let german =
    "Der Rat teilte am Montag mit, dass der Fluss wieder gestiegen ist und die Menschen in der Altstadt zu Hause bleiben sollen, bis das Wasser von den Straßen verschwunden ist. Niemand wurde verletzt, aber zwei Brücken sind gesperrt, und es ist nicht bekannt, wann sie öffnen."

  @Test("compare leaves out what is not in English, says so, and takes it in when asked")
  func compare() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "copydesk-language-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in [("a.txt", Self.english), ("b.txt", Self.german)] {
      try Data("A title of some words\n\n\(text)\n".utf8).write(to: folder.appending(path: name))
    }
    func record() throws -> String {
      try String(contentsOf: folder.appending(path: "out/run.json"), encoding: .utf8)
    }
    let run = try ProgramRun(["compare", "a.txt", "b.txt", "--output", "out"], folder: folder)
    #expect(run.status == 0)
    #expect(run.errors.contains("1 article not in English left out"))
    #expect(run.errors.contains("b.txt (de)"))
    #expect(try record().contains("\"articles\":1"))
    #expect(try record().contains("\"not_english\":1"))
    let report = try String(
      contentsOf: folder.appending(path: "out/comparison.md"), encoding: .utf8)
    #expect(report.contains("not in English"))
    let asked = try ProgramRun(
      ["compare", "a.txt", "b.txt", "--output", "out", "--any-language"], folder: folder)
    #expect(asked.status == 0)
    #expect(try record().contains("\"articles\":2"))
    let none = try ProgramRun(["compare", "b.txt", "--output", "none"], folder: folder)
    #expect(none.status == 2)
    #expect(none.errors.contains("--any-language"))
  }
}
