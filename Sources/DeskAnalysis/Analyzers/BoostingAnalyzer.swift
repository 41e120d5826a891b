public import DeskLexicons
public import DeskReading

/// Finds boosters: expressions that vouch for what is told beyond telling it ("clearly",
/// "undoubtedly", "there is no question").
///
/// The counterpart of hedging (Hyland 1998), under a name of its own so that no rate of hedges
/// holds boosters.
public struct BoostingAnalyzer: Analyzer {
  public static let name = "boosting"
  private let entries: ListedEntries<Void>

  public init(lexicons: [Lexicon]) { entries = ListedEntries(lexicons, of: Self.name) }

  public func findings(in reading: Reading, matches: [Match]) -> [Finding] {
    Finding.commitments(matches, in: reading, entries: entries)
  }
}
