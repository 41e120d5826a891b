public import DeskLexicons
import Foundation

/// What makes it likelier that two sentences tell the same fact.
///
/// The raw values are the names in `fact-weights.tsv`.
enum FactAspect: String, CaseIterable, Sendable {
  /// Always 1.
  case bias
  /// 1 where they count the same things in the same number.
  case quantity
  /// How much they share of the words, names aside, that many articles of the story have: what a
  /// story is about is told with them.
  case central
  /// How many stems they share.
  case shared
  /// How much they share of their stems and, at a lower weight, of those of the sentences beside
  /// them (Tversky 1977): who is told of is often named in the sentence before.
  case around
  /// The logarithm of what they share, each stem by how rare it is in the story and in news at large.
  case rare
  /// How many two-word phrases they share in which a word tells something.
  case phrases
}

/// Weights of two logistic models, learned on annotated news: one for sentences that both stand in
/// the leads of their articles, one for all others.
///
/// A lead tells what the story is about (the inverted pyramid), so two leads with the story's own
/// words tell the same; further down the same words stand everywhere.
public struct FactWeights: Sendable {
  private var lead: [Float]
  private var elsewhere: [Float]
  /// Sentences less likely than this to tell the same are not put into one fact.
  let threshold: Float
  /// Two that are each other's likeliest, but in no fact together, are one of their own from here.
  let pairThreshold: Float

  /// Those of `fact-weights.tsv` inside the program.
  public static let embedded = FactWeights(Lexicons.embedded.table("fact-weights.tsv"))

  /// Reads a table of aspects and weights.
  public init(_ table: Table?) {
    lead = [Float](repeating: 0, count: FactAspect.allCases.count)
    elsewhere = lead
    threshold = table?.directive("threshold").flatMap(Float.init) ?? 1
    pairThreshold = table?.directive("pair-threshold").flatMap(Float.init) ?? 1
    guard let table else { return }
    for row in table.rows {
      guard let aspect = table.cell(row, at: 0).flatMap(FactAspect.init),
        let place = FactAspect.allCases.firstIndex(of: aspect)
      else { continue }
      lead[place] = table.cell(row, "lead").flatMap(Float.init) ?? 0
      elsewhere[place] = table.cell(row, "elsewhere").flatMap(Float.init) ?? 0
    }
  }

  /// The probability that two sentences tell the same fact, by their aspects in order.
  func probability(_ aspects: [Float], areLeads: Bool) -> Float {
    var sum: Float = 0
    for (value, aspect) in zip(areLeads ? lead : elsewhere, aspects) { sum += value * aspect }
    return 1 / (1 + exp(-sum))
  }
}
