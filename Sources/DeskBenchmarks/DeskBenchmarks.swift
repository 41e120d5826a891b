import ArgumentParser
import Copydesk
import Foundation

/// Times the stages of cleaning against libxml2's own parse of the same pages.
@main
struct DeskBenchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "DeskBenchmarks",
    abstract: "Times cleaning against libxml2's own parse of the same pages, in one run.",
    discussion: """
      Processor seconds of this process, start-up, reading and writing apart. "floor" is libxml2's \
      parse of the whole pages into its tree, and the freeing of it; each other stage includes those \
      above it. The ratio is the median of the rounds' ratios: it travels between machines, seconds \
      do not.
      """)

  @Argument(help: "A folder of saved pages; without it, pages are made from seeds/.")
  var folder: String?

  @Option(help: "A table of articles: time reading it, its words, its lexicons and attribution.")
  var table: String?

  @Option(help: "How often each case is run.")
  var rounds = 5

  @Option(help: "How many pages are made.")
  var pages = 100

  @Option(help: "Run this case and the floor alone.")
  var only: String?

  @Option(help: "Write the pages to a folder and stop.")
  var write: String?

  @Option(help: "Exit with 1 when cleaning costs more than so many floors.")
  var atMost: Double?

  func run() throws {
    if let table { return try TableStages(path: table).run(rounds: rounds, only: only) }
    let pages = try folder.map(Pages.folder) ?? Pages.made(pages)
    guard !pages.pages.isEmpty else { throw ValidationError("no pages in \(pages.name)") }
    if let write {
      for (number, page) in pages.pages.enumerated() {
        try Data(page).write(to: URL(filePath: write).appending(path: "\(number).html"))
      }
      return
    }
    let cases = Case.all(pages, Cleaner(lexicons: .embedded)).filter {
      only == nil || $0.name == "floor" || $0.name == only
    }
    let results = try rounds(of: cases, over: pages)
    print("\(pages.name): \(pages.pages.count) pages, \(tenths(Double(pages.bytes) / 1e6)) MB")
    print("case     seconds     MB/s   ratio   count")
    for (item, result) in zip(cases, results) {
      let speed = Double(pages.bytes) / 1e6 / result.seconds
      print(
        padded(item.name, 7, left: true) + padded(String(format: "%.3f", result.seconds), 9)
          + padded(tenths(speed), 9) + padded(String(format: "%.2f", result.ratio), 8)
          + "   \(result.count) \(item.counts)")
    }
    if let atMost, let last = results.last, last.ratio > atMost { throw ExitCode(1) }
  }

  private struct Outcome {
    var seconds = 0.0
    var ratio = 0.0
    var count = 0
  }

  /// Runs all cases in turn, round by round, so that whatever slows the machine slows all of them.
  private func rounds(of cases: [Case], over pages: Pages) throws -> [Outcome] {
    var rights = cases.map(\.right)
    var seconds = Array(repeating: [Double](), count: cases.count)
    for _ in 0..<max(1, rounds) {
      for (index, item) in cases.enumerated() {
        let start = processorTime()
        var count = 0
        for (number, page) in pages.pages.enumerated() { count += item.run(number, page) }
        seconds[index].append(processorTime() - start)
        guard count == rights[index] ?? count else {
          let right = rights[index] ?? 0
          throw ValidationError("\(item.name): \(count) \(item.counts), and right is \(right)")
        }
        rights[index] = count
      }
    }
    return cases.indices.map { index in
      Outcome(
        seconds: median(seconds[index]), ratio: median(zip(seconds[index], seconds[0]).map(/)),
        count: rights[index] ?? 0)
    }
  }
}

func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

func tenths(_ value: Double) -> String { String(format: "%.1f", value) }

func padded(_ text: String, _ width: Int, left: Bool = false) -> String {
  let gap = String(repeating: " ", count: max(0, width - text.count))
  return left ? text + gap : gap + text
}
