public import DeskReports

/// One JSON object a line: each category with its pairs, then each disagreement.
public struct AgreementNDJSON: AgreementFormat {
  public static let name = "ndjson"

  public init() {}

  public func write(_ agreement: CoderAgreement, to output: inout Output) {
    let coders = agreement.grid.coders
    for row in agreement.rows {
      var json = JSONWriter()
      json.beginObject(to: &output)
      json.member("category", row.scope.name, to: &output)
      json.member("coders", row.coders.map { coders[$0] }, to: &output)
      json.member("sentences", row.units, to: &output)
      json.member("observed", row.observed, digits: 4, to: &output)
      json.member("alpha", row.alpha, digits: 4, to: &output)
      json.member("alpha_by_character", row.characterAlpha, digits: 4, to: &output)
      json.key("pairs", to: &output)
      json.beginArray(to: &output)
      for pair in row.pairs {
        json.beginObject(to: &output)
        json.member("first", coders[pair.first], to: &output)
        json.member("second", coders[pair.second], to: &output)
        json.member("sentences", pair.units, to: &output)
        json.member("observed", pair.observed, digits: 4, to: &output)
        json.member("kappa", pair.kappa, digits: 4, to: &output)
        json.endObject(to: &output)
      }
      json.endArray(to: &output)
      json.member("remark", row.remark, to: &output)
      json.endObject(to: &output)
      output.write(0x0A)
    }
    for number in agreement.disagreements {
      let unit = agreement.grid.units[number]
      var json = JSONWriter()
      json.beginObject(to: &output)
      json.member("article", unit.article, to: &output)
      json.member("sentence_number", unit.number, to: &output)
      json.member("sentence", unit.words, to: &output)
      json.key("codes", to: &output)
      json.beginObject(to: &output)
      for (coder, codes) in zip(coders, unit.codes) {
        if let codes { json.member(named: coder, codes, to: &output) }
      }
      json.endObject(to: &output)
      json.endObject(to: &output)
      output.write(0x0A)
    }
  }
}
