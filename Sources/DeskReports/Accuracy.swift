import DeskLexicons

/// How right an analyzer has been on news that people annotated: a row of `accuracy.tsv`.
public struct Accuracy: Hashable, Sendable {
  public var analyzer: String
  public var corpus: String
  /// What was counted: cues, sentences, ...
  public var unit: String
  /// The share of the analyzer's findings that people marked too, from 0 to 1 with two digits.
  public var precision: String
  /// The share of what people marked that the analyzer finds.
  public var recall: String
  /// How many people marked.
  public var cases: Int
  /// Whether the lists were made with these very texts at hand; then expect less elsewhere.
  public var isSeen: Bool

  /// The rows of `accuracy.tsv`, in the order of the file; none where the file is not there.
  static func all(in lexicons: Lexicons) -> [Accuracy] {
    guard let table = lexicons.table("accuracy.tsv") else { return [] }
    return table.rows.compactMap { row in
      guard let analyzer = table.cell(row, "analyzer"), let corpus = table.cell(row, "corpus"),
        let unit = table.cell(row, "unit"), let precision = table.cell(row, "precision"),
        let recall = table.cell(row, "recall"),
        let cases = table.cell(row, "cases").flatMap(Int.init)
      else { return nil }
      return Accuracy(
        analyzer: analyzer, corpus: corpus, unit: unit, precision: precision, recall: recall,
        cases: cases, isSeen: table.cell(row, "seen") == "yes")
    }
  }
}
