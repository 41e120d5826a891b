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

/// Large inputs, pipes and interrupts, with the program as a process.
@Suite(.serialized) struct StreamingTests {
  @Test("the same input gives the same bytes on any number of threads")
  func threads() throws {
    let corpus = try Corpus()
    let path = try corpus.table("a.csv", articles: 40, brokenEvery: 15)
    func written(_ threads: Int) throws -> [String: Data] {
      let folder = corpus.path("report-\(threads)")
      let run = try ProgramRun(
        ["compare", path, "--output", folder, "--threads", "\(threads)", "--quiet"])
      #expect(run.status == 0)
      var files: [String: Data] = [:]
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
        files[name] = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
      }
      return files
    }
    let one = try written(1)
    #expect(one.keys.contains("rejects.csv"))
    #expect(try written(3) == one)
  }

  @Test("an article alone, in a batch or on standard input is read the same")
  func alone() throws {
    let one = try ProgramRun(
      ["analyze", "seeds/002_0bb3817e7b1967d5.txt", "--format", "ndjson", "--raw-text"])
    let all = try ProgramRun(["analyze", "seeds", "--format", "ndjson", "--raw-text"])
    #expect(all.output.contains(one.output))
    #expect(!one.output.isEmpty)
    let cleaned = try ProgramRun(["clean", "seeds", "--format", "ndjson"])
    let piped = try ProgramRun(
      ["analyze", "-", "--format", "ndjson", "--raw-text"], input: Data(cleaned.output.utf8))
    #expect(piped.status == 0)
    #expect(piped.output.split(separator: "\n").count == 5)
    #expect(piped.output.contains("\"id\":\"002_0bb3817e7b1967d5.txt\""))
  }

  @Test("a closed pipe ends the program quietly and soon")
  func pipe() throws {
    let corpus = try Corpus()
    let path = try corpus.table("a.csv", articles: 150)
    let program = ProgramRun.copydesk.path(percentEncoded: false)
    let run = try ProgramRun(
      [
        "-c",
        "{ '\(program)' analyze '\(path)' --format ndjson; echo \"exit $?\" >&2; } | head -n 1",
      ],
      program: URL(filePath: "/bin/sh"))
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(run.errors == "exit 0\n")
  }

  @Test("an interrupt leaves whole lines only")
  func interrupt() throws {
    let corpus = try Corpus()
    let path = try corpus.table("a.csv", articles: 300)
    let out = corpus.path("out.ndjson")
    try Data().write(to: URL(filePath: out))
    let process = Process()
    process.executableURL = ProgramRun.copydesk
    process.arguments = ["analyze", path, path, path, path, path, path, "--format", "ndjson"]
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: out))
    process.standardError = FileHandle.nullDevice
    try process.run()
    while try Data(contentsOf: URL(filePath: out)).isEmpty, process.isRunning { usleep(1_000) }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let written = try Data(contentsOf: URL(filePath: out))
    #expect(written.last == 0x0A)
    #expect(written.count { $0 == 0x0A } < 1_800)
  }

  @Test("memory does not grow with the input")
  func memory() throws {
    let corpus = try Corpus()
    let small = try corpus.table("small.csv", articles: 60)
    let row = try Data(contentsOf: URL(filePath: small))
    let large = corpus.path("large.csv")
    try row.write(to: URL(filePath: large))
    let handle = try FileHandle(forWritingTo: URL(filePath: large))
    try handle.seekToEnd()
    let header = row.firstIndex(of: 0x0A) ?? 0
    for _ in 0..<5 { try handle.write(contentsOf: row.suffix(from: header + 1)) }
    try handle.close()
    let before = try peakMemory(["analyze", small, "--format", "ndjson"])
    let after = try peakMemory(["analyze", large, "--format", "ndjson"])
    #expect(after < before + before / 4, "\(before) and \(after)")
  }

  /// The most memory that a run of the program held, in the system's unit.
  private func peakMemory(_ arguments: [String]) throws -> Int {
    let program = ProgramRun.copydesk.path(percentEncoded: false)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var child = pid_t()
    try #require(posix_spawn(&child, program, &actions, nil, &words, environ) == 0)
    var status: Int32 = 0
    var usage = rusage()
    try #require(wait4(child, &status, 0, &usage) == child)
    #expect(status == 0)
    return usage.ru_maxrss
  }
}
