import DeskTestSupport
import Foundation
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Runs that are killed, and go on.
@Suite(.serialized) struct ResumeTests {
  private static let files = ["out.csv", "findings.csv", "rejects.csv", "sums.csv"]

  private func arguments(
    _ inputs: [String], _ corpus: borrowing Corpus, _ folder: String, _ more: [String] = []
  ) throws -> [String] {
    try FileManager.default.createDirectory(
      atPath: corpus.path(folder), withIntermediateDirectories: true)
    return ["analyze"] + inputs + [
      "--format", "csv", "--output", corpus.path("\(folder)/out.csv"), "--findings",
      corpus.path("\(folder)/findings.csv"), "--rejects", corpus.path("\(folder)/rejects.csv"),
      "--partial", corpus.path("\(folder)/sums.csv"), "--quiet",
    ] + more
  }

  private func files(_ corpus: borrowing Corpus, _ folder: String) throws -> [String: Data] {
    var out: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: corpus.path(folder)) {
      out[name] = try Data(contentsOf: URL(filePath: corpus.path("\(folder)/\(name)")))
    }
    return out
  }

  /// Starts the program and kills it some milliseconds after its journal tells of a record beyond
  /// `records`.
  ///
  /// Its first checkpoint comes soon; where the disk is slow, the second may not come before its end.
  ///
  /// - Returns: whether it was killed before its end.
  private func kill(
    _ arguments: [String], journal: String, beyond records: Int, after milliseconds: UInt32 = 20
  ) throws -> Bool {
    let process = Process()
    process.executableURL = ProgramRun.copydesk
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    while process.isRunning, try done(journal) <= records { usleep(2_000) }
    // Somewhere between this checkpoint and the next.
    usleep(milliseconds * 1000)
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  private struct Place: Decodable { var records: Int }

  /// How many records a journal tells of.
  private func done(_ journal: String) throws -> Int {
    guard let data = FileManager.default.contents(atPath: journal) else { return -1 }
    return try JSONDecoder().decode(Place.self, from: data).records
  }

  @Test("a run killed three times and resumed gives the bytes of a run left alone")
  func killed() throws {
    let corpus = try Corpus()
    let table = try corpus.table("a.csv", articles: 2_000, brokenEvery: 12)
    let inputs = [table, try corpus.table("b.csv", articles: 1_200, brokenEvery: 9)]
    let alone = try arguments(inputs, corpus, "alone")
    #expect(try ProgramRun(alone).status == 0)
    let expected = try files(corpus, "alone")
    #expect(Set(expected.keys) == Set(Self.files))
    let journal = corpus.path("killed/out.csv.resume")
    let killed = try arguments(inputs, corpus, "killed", ["--resume"])
    var place = 0
    for number in 0..<3 {
      let wasKilled = try kill(
        killed + ["--threads", "\(1 + number % 2)"], journal: journal, beyond: place,
        after: [20, 35, 95][number])
      #expect(wasKilled, "it ended before it could be killed")
      let now = try done(journal)
      #expect(now > place)
      place = now
    }
    #expect(place < 3_200)
    #expect(try ProgramRun(killed).status == 0)
    #expect(try files(corpus, "killed") == expected)
  }

  @Test("changed options, changed input and outputs cut short are refused, and nothing changes")
  func refused() throws {
    let corpus = try Corpus()
    let table = try corpus.table("a.csv", articles: 2_000, brokenEvery: 12)
    let arguments = try arguments([table], corpus, "run")
    let journal = corpus.path("run/out.csv.resume")
    #expect(try kill(arguments, journal: journal, beyond: 0))
    let before = try files(corpus, "run")
    func refuses(_ arguments: [String], _ words: String) throws {
      let run = try ProgramRun(arguments + ["--resume"])
      #expect(run.status == 2)
      #expect(run.errors.contains(words), "\(run.errors)")
      #expect(try files(corpus, "run") == before)
    }
    try refuses(arguments + ["--raw-text"], "other")
    try refuses(arguments.map { $0 == "csv" ? "ndjson" : $0 }, "--format")
    let text = try Data(contentsOf: URL(filePath: table))
    var changed = text
    changed[changed.startIndex + 60] = 0x58
    try changed.write(to: URL(filePath: table))
    try refuses(arguments, "the input is not what the interrupted run read")
    try text.prefix(100).write(to: URL(filePath: table))
    try refuses(arguments, "the input is not what the interrupted run read")
    try text.write(to: URL(filePath: table))
    let wrong = try ProgramRun(["analyze", table, "--resume"])
    #expect(wrong.status == 64)
    #expect(try ProgramRun(arguments + ["--resume"]).status == 0)
    #expect(!FileManager.default.fileExists(atPath: journal))
  }

  @Test("without --resume a run begins anew, whatever an interrupted one has left")
  func anew() throws {
    let corpus = try Corpus()
    let table = try corpus.table("a.csv", articles: 600)
    let arguments = try arguments([table], corpus, "run")
    let journal = corpus.path("run/out.csv.resume")
    #expect(try kill(arguments, journal: journal, beyond: 0))
    #expect(try ProgramRun(arguments).status == 0)
    let all = try files(corpus, "run")
    let lines = try #require(all["out.csv"]).count { $0 == 0x0A }
    #expect(lines == 601)
    #expect(all["out.csv.resume"] == nil)
  }
}
