import ArgumentParser
import Copydesk

/// Limits that articles must keep, for verbs that analyze.
struct LimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Exit with 1 when an article passes a limit: 'loaded_own<=8', 'loaded_own:count<=3'. Repeatable.",
      valueName: "limit"))
  var check: [String] = []

  func limits(_ measures: Measures) throws -> Limits {
    Limits(
      try check.map { written in
        do throws(Limit.Fault) {
          return try Limit(written, measures: measures)
        } catch {
          throw ValidationError("--check: \(error.reason).")
        }
      }, measures)
  }
}

/// Limits during a run: tells of each article that passes one.
struct Limits {
  private let limits: [Limit]
  private let measures: Measures
  private(set) var isPassed = false

  init(_ limits: [Limit], _ measures: Measures) {
    self.limits = limits
    self.measures = measures
  }

  private static let mostShown = 10

  mutating func take(_ analysis: Analysis) {
    for limit in limits {
      guard let breach = limit.breach(in: analysis, measures: measures) else { continue }
      isPassed = true
      Console.note("\(analysis.article.origin): \(Self.told(breach))")
      for finding in breach.findings.prefix(Self.mostShown) where limit.isUpper {
        let extent = finding.part(.cue)?.extent ?? finding.extent
        let words = analysis.article.text[extent].split { $0.isWhitespace }.joined(separator: " ")
        let category = finding.category.map { "/\($0)" } ?? ""
        Console.note(
          "  sentence \(finding.sentence + 1): \(words) (\(finding.analyzer)\(category))")
      }
      let more = breach.findings.count - Self.mostShown
      if more > 0, limit.isUpper { Console.note("  and \(more) more") }
    }
  }

  /// `loaded_own is 12.3 per 1,000 own words (3 in 244), more than the 8 of --check`.
  private static func told(_ breach: Limit.Breach) -> String {
    let base = breach.limit.measure.base
    var value = Output()
    value.write(breach.value, digits: base.isRate ? 1 : 3)
    let number =
      breach.limit.isOfCount ? "\(breach.count)" : String(decoding: value.bytes, as: UTF8.self)
    let unit =
      breach.limit.isOfCount
      ? ", counted" : " \(base.unitInWords) (\(breach.count) in \(breach.denominator))"
    return
      "\(breach.limit.measure.name) is \(number)\(unit); --check asks for \(breach.limit.written)"
  }

  /// Ends the program with 1 where a limit was passed.
  func end() throws { if isPassed { throw ExitCode(1) } }
}

extension Measure.Base {
  fileprivate var unitInWords: String {
    unit.replacing("1000", with: "1,000").replacing("_", with: " ")
  }
}
