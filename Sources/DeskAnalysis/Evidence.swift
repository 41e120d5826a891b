public import DeskLexicons

/// The line of a word list that a finding rests on.
///
/// A number in what all findings of the list share: findings are moved about a lot, and five strings
/// are more to move.
public struct Evidence: Sendable {
  private let list: Listed
  private let number: Int

  /// The file's name: `hedging.tsv`.
  public var lexicon: String { list.file }
  /// From 1.
  public var line: Int { list.line(number) }
  /// The entry as written there.
  public var entry: String { list.entry(number) }
  /// The entry's source, a key of `sources.tsv`.
  public var source: String? { list.source(number) }
  /// How often the entry was right on annotated texts, where that was measured.
  public var precision: MeasuredPrecision? { list.precision(number) }

  public init(
    lexicon: String, line: Int, entry: String, source: String? = nil,
    precision: MeasuredPrecision? = nil
  ) {
    list = OneListed(lexicon, line, entry, source, precision)
    number = 0
  }

  public init(_ lexicon: Lexicon, _ entry: Lexicon.Entry) {
    list = AllListed(lexicon, [entry], isWhole: false)
    number = 0
  }

  private init(_ list: Listed, _ number: Int) {
    self.list = list
    self.number = number
  }

  /// The list that shares what is told of its lines, how many these are, and the number of this one;
  /// nil for a line that stands alone.
  package var place: Place? {
    list.count.map { Place(list: .passUnretained(list), count: $0, number: number) }
  }

  /// Where the evidence stands in the list that holds it.
  package struct Place {
    /// Lives as long as the evidence; not counted, since many threads would count the same few lists.
    package let list: Unmanaged<AnyObject>
    package let count: Int
    package let number: Int
  }

  /// Those of all entries of a list, in their order.
  static func all(of lexicon: Lexicon) -> some Sequence<Evidence> {
    let list = AllListed(lexicon, lexicon.entries, isWhole: true)
    return lexicon.entries.indices.lazy.map { Evidence(list, $0) }
  }
}

extension Evidence: Hashable {
  public static func == (a: Evidence, b: Evidence) -> Bool {
    a.list === b.list && a.number == b.number
      || (a.line == b.line && a.lexicon == b.lexicon && a.entry == b.entry && a.source == b.source
        && a.precision == b.precision)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(lexicon)
    hasher.combine(line)
    hasher.combine(entry)
  }
}

/// Lines of a list, by their number among those that are listed.
private class Listed: @unchecked Sendable {
  let file: String

  init(_ file: String) { self.file = file }

  /// How many lines it has; nil for one that stands alone.
  var count: Int? { nil }
  func line(_ number: Int) -> Int { preconditionFailure("a subclass tells") }
  func entry(_ number: Int) -> String { preconditionFailure("a subclass tells") }
  func source(_ number: Int) -> String? { preconditionFailure("a subclass tells") }
  func precision(_ number: Int) -> MeasuredPrecision? { preconditionFailure("a subclass tells") }
}

/// The entries of a list as they were read.
private final class AllListed: Listed, @unchecked Sendable {
  private let entries: [Lexicon.Entry]
  private let precisions: ListPrecisions?
  private let isWhole: Bool

  init(_ lexicon: Lexicon, _ entries: [Lexicon.Entry], isWhole: Bool) {
    self.entries = entries
    self.isWhole = isWhole
    precisions = lexicon.precisions
    super.init(lexicon.file)
  }

  override var count: Int? { isWhole ? entries.count : nil }
  override func line(_ number: Int) -> Int { entries[number].line }
  override func entry(_ number: Int) -> String { entries[number].pattern }
  override func source(_ number: Int) -> String? { entries[number].source }
  override func precision(_ number: Int) -> MeasuredPrecision? {
    precisions?.rows(ofLine: entries[number].line).first
  }
}

/// A line that somebody tells.
private final class OneListed: Listed, @unchecked Sendable {
  private let line: Int
  private let entry: String
  private let source: String?
  private let precision: MeasuredPrecision?

  init(
    _ file: String, _ line: Int, _ entry: String, _ source: String?, _ precision: MeasuredPrecision?
  ) {
    self.line = line
    self.entry = entry
    self.source = source
    self.precision = precision
    super.init(file)
  }

  override func line(_ number: Int) -> Int { line }
  override func entry(_ number: Int) -> String { entry }
  override func source(_ number: Int) -> String? { source }
  override func precision(_ number: Int) -> MeasuredPrecision? { precision }
}
