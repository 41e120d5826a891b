public import DeskLexicons
import Foundation

/// What makes it likelier that two sentences tell the same fact.
///
/// The raw values are the names in `fact-weights.tsv`.
enum FactAspect: String, CaseIterable, Sendable {
  /// Always 1.
  case bias
  /// How much of their stems they share, rare ones of the story more (Tversky 1977).
  case alike
  /// 1 where they count the same things in the same number.
  case quantity
  /// The logarithm of the longer article's number of sentences: of a long article a sentence has
  /// more others to be matched with, and mostly one of them is right.
  case room
}

/// Weights of a logistic model, learned on annotated news.
public struct FactWeights: Sendable {
  private var values: [Float]
  /// Sentences less likely than this to tell the same are not put into one fact.
  let threshold: Float

  /// Those of `fact-weights.tsv` inside the program.
  public static let embedded = FactWeights(Lexicons.embedded.table("fact-weights.tsv"))

  /// Reads a table of aspects and weights.
  public init(_ table: Table?) {
    values = [Float](repeating: 0, count: FactAspect.allCases.count)
    threshold = table?.directive("threshold").flatMap(Float.init) ?? 1
    guard let table else { return }
    for row in table.rows {
      guard let aspect = table.cell(row, at: 0).flatMap(FactAspect.init),
        let place = FactAspect.allCases.firstIndex(of: aspect),
        let weight = table.cell(row, at: 1).flatMap(Float.init)
      else { continue }
      values[place] = weight
    }
  }

  /// The probability that two sentences tell the same fact, by their aspects in order.
  func probability(_ aspects: [Float]) -> Float {
    var sum: Float = 0
    for (value, aspect) in zip(values, aspects) { sum += value * aspect }
    return 1 / (1 + exp(-sum))
  }
}
