public import DeskLexicons
import DeskText
import Foundation

/// How much each word tells of what an article is about: the rarer in news at large, the more.
///
/// Counted in a background that never changes: inside a collection of one story, the story's own
/// words would look common.
public struct BackgroundWords: Sendable {
  private let weights: [UInt32: Float]
  /// That of a word which the background has not.
  private let unknown: Float
  /// The days of the week, by the hashes of their names: each has a bit.
  private let weekdays: [UInt32: UInt8]

  /// Those of `background.tsv` inside the program.
  public static let embedded = BackgroundWords(Lexicons.embedded.table("background.tsv"))

  /// Those of a set of word lists; of the program's own where it has none.
  public init(_ lexicons: Lexicons) {
    self.init(lexicons.table("background.tsv") ?? Lexicons.embedded.table("background.tsv"))
  }

  /// Reads a table of words with the number of documents that have them.
  ///
  /// Words in more than half of the documents tell nothing.
  public init(_ table: Table?) {
    let total = table?.directive("documents").flatMap(Double.init) ?? 1
    var weights: [UInt32: Float] = [:]
    for row in table?.rows ?? [] {
      guard let table, let documents = table.cell(row, at: 1).flatMap(Double.init) else { continue }
      weights[Folding.hash(folded: Array(table.bytes(row, at: 0)))] =
        documents * 2 > total ? 0 : Self.weight(documents, of: total)
    }
    self.weights = weights
    unknown = Self.weight(0, of: total)
    let days = table?.directive("weekdays")?.split(separator: " ").prefix(7) ?? []
    weekdays = Dictionary(
      days.enumerated().map { (Folding.hash(folded: Array($0.element.utf8)), 1 << $0.offset) },
      uniquingKeysWith: |)
  }

  /// The inverse document frequency (Spärck Jones, Journal of Documentation 28, 1972), smoothed.
  private static func weight(_ documents: Double, of total: Double) -> Float {
    Float(log((1 + total) / (1 + documents)) + 1)
  }

  /// The weight of a word by the hash that its token carries; 0 for one that tells nothing.
  func weight(_ hash: UInt32) -> Float { weights[hash] ?? unknown }

  /// The bit of a day of the week; 0 for any other word.
  func weekday(_ hash: UInt32) -> UInt8 { weekdays[hash] ?? 0 }
}
