import ArgumentParser
import Copydesk
import Foundation

/// The stages of a run over a table of clean texts, each with all that comes before it.
struct TableStages {
  let path: String

  /// A stage: what it counts, and its work on one text.
  private struct Stage {
    var name: String
    var counts: String
    var work: (Text) -> Int
  }

  private var stages: [Stage] {
    let lexicons = Lexicons.embedded
    let wording = Analysts(
      lexicons, analyzers: analyzers.filter { $0.name != AttributionAnalyzer.name })
    let all = Analysts(lexicons)
    return [
      Stage(name: "read", counts: "articles") { _ in 1 },
      Stage(name: "words", counts: "words") { Words($0).tokens.count { $0.isWord } },
      Stage(name: "reading", counts: "sentences") { Reading($0).sentences.count },
      Stage(name: "wording", counts: "findings") { wording.findings(in: Reading($0)).count },
      Stage(name: "all", counts: "findings") { all.findings(in: Reading($0)).count },
    ]
  }

  /// Prints processor seconds, speed and counts; a count that differs between rounds is an error.
  func run(rounds: Int, only: String?) throws {
    let bytes = Double(totalBytes(path))
    print("\(path): \(tenths(bytes / 1e6)) MB")
    print("stage    seconds     MB/s   count")
    for stage in stages where only == nil || stage.name == only {
      var seconds: [Double] = []
      var right: Int?
      for _ in 0..<max(1, rounds) {
        let start = processorTime()
        let count = count(stage)
        seconds.append(processorTime() - start)
        guard count == right ?? count else {
          throw ValidationError("\(stage.name): \(count) \(stage.counts), then \(right ?? 0)")
        }
        right = count
      }
      let time = median(seconds)
      print(
        padded(stage.name, 7, left: true) + padded(String(format: "%.3f", time), 9)
          + padded(tenths(bytes / 1e6 / time), 9) + "   \(right ?? 0) \(stage.counts)")
    }
  }

  private func count(_ stage: Stage) -> Int {
    var count = 0
    Inputs([path], options: InputOptions(takesRawText: true)).read { result in
      if case .success(let document) = result, case .rawText(let bytes) = document.content {
        count += stage.work(Text(repairing: bytes))
      }
      return true
    }
    return count
  }
}
