import DeskTestSupport
import Foundation
import Testing

/// What a comparison writes depends on its articles, not on who reads them and in how many files.
@Suite struct PartitionTests {
  private static let outlets = ["Dorrin Post", "Valley Record", "Plains Observer"]
  private static let voices = [
    "may have been", "was reportedly", "according to officials was", "was",
  ]

  /// Rows of a CSV: eight events, each told by three outlets.
  private static var rows: [String] {
    (0..<8).flatMap { event in
      outlets.enumerated().map { number, outlet in
        let place = ["Zelna", "Veshti", "Orlec", "Brandt", "Mirow", "Karsk", "Tolm", "Ulven"][event]
        let sentences = (0..<24).map { sentence in
          let voice = voices[(event + number * 2 + sentence * sentence) % voices.count]
          return "The \(place) dam \(voice) inspected by engineers on day \(sentence * 7 + event), "
            + "and \(outlet == outlets[0] ? "brutal" : "heavy") rain fell on \(place) again."
        }
        return "a\(event)\(number),\(outlet),2026-03-0\(event + 1),Dam at \(place),"
          + "\"\(sentences.joined(separator: " "))\"\n"
      }
    }
  }

  /// The tables of a comparison of some files, each with its rows.
  private func tables(
    _ files: [(name: String, rows: ArraySlice<String>)], threads: Int
  ) throws -> [String: Data] {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "copydesk-partition-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = try files.map { file in
      let path = folder.appending(path: file.name)
      try Data(("id,outlet,date,title,text\n" + file.rows.joined()).utf8).write(to: path)
      return path.path()
    }
    let report = folder.appending(path: "report")
    let run = try ProgramRun(
      ["compare"] + paths + ["--threads", "\(threads)", "--output", report.path(), "--quiet"])
    #expect(run.status == 0, "\(run.errors)")
    let names = [
      "outlets.csv", "stories.csv", "words.csv", "differences.csv", "reuse.csv", "facts.csv",
      "labels.csv",
    ]
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, try Data(contentsOf: report.appending(path: $0)))
      })
  }

  @Test("threads, files and their order change no byte of what is compared")
  func sameBytes() throws {
    let rows = Self.rows
    let whole = try tables([("all.csv", rows[...])], threads: 1)
    #expect(whole["differences.csv"]?.count ?? 0 > 2_000)
    #expect(whole["words.csv"]?.count ?? 0 > 500)
    let others: [([(name: String, rows: ArraySlice<String>)], Int)] = [
      ([("all.csv", rows[...])], 2),
      ([("one.csv", rows[..<10]), ("two.csv", rows[10...])], 2),
      ([("z.csv", rows[..<7]), ("m.csv", rows[7..<20]), ("a.csv", rows[20...])], 3),
      ([("a.csv", rows[11...]), ("b.csv", rows[..<11])], 1),
    ]
    for (files, threads) in others {
      let tables = try tables(files, threads: threads)
      for (name, bytes) in whole {
        #expect(tables[name] == bytes, "\(name) of \(files.map(\.name)) on \(threads) threads")
      }
    }
  }
}
