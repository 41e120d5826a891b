import DeskTestSupport
import Foundation
import Testing

/// Parts of a corpus, analyzed apart and added up.
@Suite struct MergeTests {
  /// Runs that must succeed.
  @discardableResult
  private func run(_ arguments: [String]) throws -> String {
    let run = try ProgramRun(arguments)
    #expect(run.status == 0, "\(arguments.joined(separator: " ")): \(run.errors)")
    return run.output
  }

  private func contents(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  /// The rows of a table of `Corpus` cut into parts, each a table, by the number that `part` tells.
  private func parts(
    _ corpus: borrowing Corpus, of path: String, _ count: Int, by part: (Int) -> Int
  ) throws -> [String] {
    let text = try contents(path)
    // Rows begin with their number at a line's start and run over several lines.
    var rows: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst() {
      if line.prefix(while: \.isNumber).count > 0, line.contains(",") {
        rows.append(String(line))
      } else if !rows.isEmpty {
        rows[rows.count - 1] += "\n" + line
      }
    }
    var tables = [String](repeating: "id,outlet,ort,text\n", count: count)
    for (number, row) in rows.enumerated() {
      tables[part(number)] += row.hasSuffix("\n") ? row : row + "\n"
    }
    return try tables.enumerated().map { try corpus.write("part-\(count)-\($0).csv", $1) }
  }

  @Test("any parts in any order give the outlets of the whole")
  func parts() throws {
    let corpus = try Corpus()
    let whole = try corpus.table("whole.csv", articles: 60, brokenEvery: 17)
    try run(["compare", whole, "--output", corpus.path("report"), "--quiet"])
    let expected = try contents(corpus.path("report/outlets.csv"))
    #expect(expected.split(separator: "\n").count > 100)
    var state: UInt64 = 42
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for count in [1, 2, 5] {
      let draws = (0..<60).map { _ in random(count) }
      let tables = try parts(corpus, of: whole, count) { draws[$0] }
      var partials: [String] = []
      for (number, table) in tables.enumerated() {
        let partial = corpus.path("partial-\(count)-\(number).csv")
        partials.append(partial)
        try run([
          "analyze", table, "--format", "csv", "--output", "/dev/null", "--partial", partial,
          "--quiet", "--threads", "\(1 + number % 2)",
        ])
      }
      for _ in 0..<3 {
        partials.sort { _, _ in random(2) == 0 }
        #expect(try run(["merge"] + partials) == expected, "\(count) parts")
      }
      guard count > 2 else { continue }
      // Sums of sums, as a tree of merges has them.
      let left = corpus.path("left.csv")
      try run(["merge", partials[0], partials[1], "--partial", left, "--output", "/dev/null"])
      #expect(try run(["merge"] + partials.dropFirst(2) + [left]) == expected)
    }
  }

  @Test("articles without an outlet stand alone while they are few, and together when many")
  func unstated() throws {
    let corpus = try Corpus()
    for count in [15, 30] {
      let rows = (0..<count).map { "n\($0),\"He may go, officials said. It could rain.\"\n" }
      let whole = try corpus.write("whole.csv", "id,text\n" + rows.joined())
      let first = try corpus.write("first.csv", "id,text\n" + rows[..<8].joined())
      let rest = try corpus.write("rest.csv", "id,text\n" + rows[8...].joined())
      try run(["compare", whole, "--output", corpus.path("report"), "--quiet"])
      for (table, sums) in [(first, "a"), (rest, "b")] {
        try run([
          "analyze", table, "--format", "csv", "--output", "/dev/null", "--quiet",
          "--partial", corpus.path(sums),
        ])
      }
      let expected = try contents(corpus.path("report/outlets.csv"))
      #expect(try run(["merge", corpus.path("a"), corpus.path("b")]) == expected)
      #expect(try run(["merge", corpus.path("b"), corpus.path("a")]) == expected)
    }
  }

  @Test("a dictionary’s measures are merged without the dictionary")
  func dictionary() throws {
    let corpus = try Corpus()
    let whole = try corpus.table("whole.csv", articles: 12)
    let dictionary = try corpus.write(
      "mood.csv", "entry,category,weight\nsaid,speech,0.5\nbrutal,harm,-2\nraid,harm,1.25\n")
    try run([
      "compare", whole, "--dictionary", dictionary, "--output", corpus.path("report"), "--quiet",
    ])
    try run([
      "analyze", whole, "--dictionary", dictionary, "--partial", corpus.path("sums"), "--quiet",
    ])
    let expected = try contents(corpus.path("report/outlets.csv"))
    #expect(expected.contains("mood.weight"))
    #expect(try run(["merge", corpus.path("sums")]) == expected)
  }

  @Test("sums of another version, other lists or other options are refused, and say so")
  func refused() throws {
    let corpus = try Corpus()
    let table = try corpus.table("a.csv", articles: 3)
    let one = corpus.path("one")
    try run(["analyze", table, "--partial", one, "--quiet"])
    func merge(_ change: (String) -> String) throws -> ProgramRun {
      let other = try corpus.write("other", change(try contents(one)))
      return try ProgramRun(["merge", one, other])
    }
    func refuses(_ run: ProgramRun, _ words: String) {
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.errors.contains(words), "\(run.errors)")
    }
    refuses(
      try merge { $0.replacing("recipe,,version,", with: "recipe,,version,9") }, "made by copydesk")
    refuses(
      try merge { $0.replacing("recipe,,lexicons,", with: "recipe,,lexicons,0") },
      "made with other word lists")
    let raw = corpus.path("raw")
    try run(["analyze", table, "--partial", raw, "--quiet", "--raw-text"])
    refuses(try ProgramRun(["merge", one, raw]), "raw-text")
    refuses(try ProgramRun(["merge", one, one]), "named twice")
    refuses(try ProgramRun(["merge", table]), "partials are written by analyze --partial")
    refuses(
      try merge { $0.replacing("outlet,Outlet 0,hedges,,1,", with: "outlet,Outlet 0,hedges,,x,") },
      "no whole numbers")
    refuses(
      try merge { $0.replacing("outlet,Outlet 0,hedges,", with: "outlet,Outlet 0,fudges,") },
      "no measure is called 'fudges'")
    let alone = try corpus.write(
      "alone", try contents(one).replacing("recipe,,version,", with: "recipe,,version,9"))
    refuses(try ProgramRun(["merge", alone]), "merge with the version that analyzed")
  }
}
