public import DeskLexicons
public import DeskReading
import DeskText

/// Finds loaded language: wording that judges, stirs or belittles beyond what is told.
///
/// Words weigh differently: "slammed" tells by itself, "never" only in company. The findings of a
/// sentence are kept when their weights together reach `sentenceFloor`; below it the wording is
/// too weak a sign to be worth a reader's time.
public struct LoadedAnalyzer: Analyzer {
  public static let name = "loaded"
  /// The sum of weights below which a sentence's findings are dropped.
  static let sentenceFloor = 0.3

  private let lexicons: [Lexicon]
  private let scareQuotes: ScareQuotes

  public init(lexicons: [Lexicon]) {
    self.lexicons = lexicons
    scareQuotes = ScareQuotes(lexicons: lexicons)
  }

  public func findings(in reading: Reading, matches: [Match]) -> [Finding] {
    let worded = Matcher.longest(
      matches.filter { lexicons[$0.lexicon].entries[$0.entry].category != ScareQuotes.category })
    var all = worded.map { Finding(Self.name, $0, in: reading, lexicons: lexicons) }
    let places = all.map(\.extent)
    all += scareQuotes.findings(in: reading).filter { quote in
      !places.contains { $0.overlaps(quote.extent) }
    }
    var sums: [Int: Double] = [:]
    for finding in all { sums[finding.sentence, default: 0] += finding.weight ?? 0 }
    return all.filter { (sums[$0.sentence] ?? 0) >= Self.sentenceFloor - 1e-9 }
      .sorted { $0.extent < $1.extent }
  }
}
