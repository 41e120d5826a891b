import DeskTestSupport
import Foundation
import Testing

/// Files that are broken or made to break: a result or one line that says why there is none.
@Suite struct HostileInputTests {
  static let first =
    "The council of Nový Bor voted on Tuesday to close the bridge until the autumn, officials said."
  static let last =
    "Residents said that they had not been told of the plan before the meeting, which took three hours."
  static let page = "<h1>Most</h1><p>\(first)</p><p>\(last)</p>"

  /// Runs a shell script in a folder of its own, the program as `$0`.
  private func shell(_ script: String, in corpus: borrowing Corpus) throws -> ProgramRun {
    try ProgramRun(
      ["-c", script, ProgramRun.copydesk.path(percentEncoded: false)],
      program: URL(filePath: "/bin/sh"), folder: corpus.folder)
  }

  @Test("a gzipped page that ends early gives what came before, and says so")
  func truncatedGzip() throws {
    let corpus = try Corpus()
    // Words that do not repeat, so that the cut falls into the text.
    let more = (0..<4_000).map { "<p>In \($0) they met \($0 * 7_919 % 10_007) times.</p>" }.joined()
    try corpus.write("a.html", Self.page + more)
    let run = try shell(
      "gzip -c a.html > b.html.gz; head -c 9000 b.html.gz > c.html.gz; \"$0\" clean c.html.gz",
      in: corpus)
    #expect(run.output.contains(Self.first))
    #expect(run.errors == "c.html.gz: the gzip data ends early; what came before was read\n")
  }

  @Test("a gzip bomb is set aside before it fills the memory", .timeLimit(.minutes(1)))
  func bomb() throws {
    let corpus = try Corpus()
    for name in ["page.html", "rows.csv", "lines.ndjson", "text.txt"] {
      let run = try shell(
        "head -c 80000000 /dev/zero | tr '\\0' x | gzip -1 > \(name).gz; ulimit -v 2000000; \"$0\" clean \(name).gz",
        in: corpus)
      #expect(run.status == 2, "\(name)")
      #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
      #expect(run.output == "")
    }
  }

  @Test("what has no end is not read to its end", .timeLimit(.minutes(1)))
  func endless() throws {
    let run = try ProgramRun(["clean", "/dev/zero"])
    #expect(run.status == 2)
    #expect(run.errors == "/dev/zero: longer than 64 MB; too long for one article\n")
  }

  @Test("a named pipe is read as a file")
  func namedPipe() throws {
    let corpus = try Corpus()
    try corpus.write("a.html", Self.page)
    let run = try shell(
      "mkfifo pipe.html; cat a.html > pipe.html & \"$0\" clean pipe.html", in: corpus)
    #expect(run.status == 0)
    #expect(run.output.contains(Self.first))
  }

  @Test("files that are no text are told apart from pages with a stray zero byte")
  func binary() throws {
    let corpus = try Corpus()
    try corpus.write("empty.html", "")
    let noise = Data((0..<4_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) })
    try (Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) + noise)
      .write(to: corpus.folder.appending(path: "picture.html"))
    try (Data("%PDF-1.7\n".utf8) + noise).write(to: corpus.folder.appending(path: "print.html"))
    try corpus.write("zero.html", Self.page.replacing("bridge", with: "bri\u{0}dge"))
    let run = try ProgramRun(["clean", corpus.folder.path(), "--format", "ndjson"])
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(run.output.contains("close the bridge until"))
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines.allSatisfy { $0.contains("empty") || $0.contains("binary") || $0.contains("no text") })
  }

  @Test("one line of megabytes, nested JSON and broken lines stop nothing")
  func lines() throws {
    let corpus = try Corpus()
    let deep = String(repeating: "[", count: 200_000)
    let path = try corpus.write(
      "a.ndjson",
      "{\"text\":\(deep)}\n{\"x\":\(deep),\"text\":\"a\"}\n\u{0}\n{\"id\":\"b\",\"html\":\"\(Self.page)\"}\n"
    )
    let run = try ProgramRun(["clean", path, "--format", "ndjson"])
    #expect(run.status == 0)
    #expect(run.errors.split(separator: "\n").count == 2)
    #expect(run.output.split(separator: "\n").count == 1)
    let long = try corpus.write("long.txt", String(repeating: Self.first + " ", count: 5_000))
    let text = try ProgramRun(["clean", long])
    #expect(text.status == 0)
    #expect(text.output.utf8.count > 400_000)
  }
}
