public import DeskLexicons
public import DeskReading

/// Finds hedges: expressions by which a writer or speaker withholds full commitment to what is told.
///
/// A hedge that is itself denied ("no one believes", "is not likely") is found all the same and
/// carries the detail `negated`. What stands in quotation marks is the source's caution, not the
/// outlet's: see `isInQuote`.
public struct HedgingAnalyzer: Analyzer {
  public static let name = "hedging"
  private let entries: ListedEntries<Void>

  public init(lexicons: [Lexicon]) { entries = ListedEntries(lexicons, of: Self.name) }

  public func findings(in reading: Reading, matches: [Match]) -> [Finding] {
    Finding.commitments(matches, in: reading, entries: entries)
  }
}
