public import DeskLexicons

/// The line of a word list that a finding rests on.
///
/// One reference to what all findings of the line share: findings are moved about a lot, and five
/// strings are more to move.
public struct Evidence: Sendable {
  private let row: Row

  /// The file's name: `hedging.tsv`.
  public var lexicon: String { row.lexicon }
  /// From 1.
  public var line: Int { row.line }
  /// The entry as written there.
  public var entry: String { row.entry }
  /// The entry's source, a key of `sources.tsv`.
  public var source: String? { row.source }
  /// How often the entry was right on annotated texts, where that was measured.
  public var precision: MeasuredPrecision? {
    row.precision ?? row.precisions?.rows(ofLine: row.line).first
  }

  private final class Row: Sendable {
    let lexicon: String
    let line: Int
    let entry: String
    let source: String?
    let precision: MeasuredPrecision?
    /// What was measured of the list's entries, to be asked for where the own is nil.
    let precisions: ListPrecisions?

    init(
      _ lexicon: String, _ line: Int, _ entry: String, _ source: String?,
      _ precision: MeasuredPrecision?, _ precisions: ListPrecisions?
    ) {
      self.lexicon = lexicon
      self.line = line
      self.entry = entry
      self.source = source
      self.precision = precision
      self.precisions = precisions
    }
  }

  public init(
    lexicon: String, line: Int, entry: String, source: String? = nil,
    precision: MeasuredPrecision? = nil
  ) {
    row = Row(lexicon, line, entry, source, precision, nil)
  }

  public init(_ lexicon: Lexicon, _ entry: Lexicon.Entry) {
    row = Row(
      lexicon.file, entry.line, entry.pattern, entry.source, nil, lexicon.precisions)
  }
}

extension Evidence: Hashable {
  public static func == (a: Evidence, b: Evidence) -> Bool {
    a.row === b.row
      || (a.line == b.line && a.lexicon == b.lexicon && a.entry == b.entry && a.source == b.source
        && a.precision == b.precision)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(lexicon)
    hasher.combine(line)
    hasher.combine(entry)
  }
}
