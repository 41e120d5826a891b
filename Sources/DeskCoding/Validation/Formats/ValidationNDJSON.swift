public import DeskReports

/// One JSON object a line, by category and by category and outlet.
public struct ValidationNDJSON: ValidationFormat {
  public static let name = "ndjson"

  public init() {}

  public func write(_ validation: Validation, to output: inout Output) {
    for row in validation.rows {
      var json = JSONWriter()
      json.beginObject(to: &output)
      json.member("category", row.category, to: &output)
      json.member("outlet", row.outlet, to: &output)
      json.member("found_coded", row.found.coded, to: &output)
      json.member("found_right", row.found.right, to: &output)
      json.member("not_found_coded", row.notFound.coded, to: &output)
      json.member("not_found_missed", row.notFound.missed, to: &output)
      for (name, estimate) in [("precision", row.precision), ("recall", row.recall)] {
        json.member(named: name, estimate?.value, digits: 4, to: &output)
        json.member(named: "\(name)_low", estimate?.low, digits: 4, to: &output)
        json.member(named: "\(name)_high", estimate?.high, digits: 4, to: &output)
      }
      json.member("prevalence", row.prevalence, digits: 4, to: &output)
      json.member("remark", row.remark, to: &output)
      json.endObject(to: &output)
      output.write(0x0A)
    }
  }
}
