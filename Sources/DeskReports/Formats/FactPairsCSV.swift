public import DeskComparison
import DeskText

/// The pairs of sentences that `facts` compared: what its weights were learned from.
public enum FactPairsCSV {
  /// Writes the names of the columns.
  public static func writeHeader(to output: inout Output) {
    var csv = CSVWriter()
    csv.row(
      ["story", "id_1", "start_1", "end_1", "id_2", "start_2", "end_2"] + FactPair.aspectNames
        + ["leads", "shared_words", "probability"], to: &output)
  }

  /// Writes the pairs of one story, a row a pair.
  public static func write(
    _ pairs: [(pair: FactPair, first: Fact.Telling, second: Fact.Telling)], story: Int,
    to output: inout Output
  ) {
    var csv = CSVWriter()
    for (pair, first, second) in pairs {
      csv.cell(story, to: &output)
      for telling in [first, second] {
        csv.cell(telling.article.id, to: &output)
        csv.cell(telling.extent.start, to: &output)
        csv.cell(telling.extent.end, to: &output)
      }
      for aspect in pair.aspects { csv.cell(Double(aspect), digits: 4, to: &output) }
      csv.cell(pair.areLeads ? 1 : 0, to: &output)
      let shared = pair.shared.map {
        "\(String($0.stem, radix: 36)):\(Float(Int($0.weight * 1000)) / 1000)"
      }
      csv.cell(shared.joined(separator: " "), to: &output)
      csv.cell(Double(pair.probability), digits: 4, to: &output)
      csv.endRow(to: &output)
    }
  }
}
