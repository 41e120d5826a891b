public import DeskReports

/// Precision and recall in sentences.
public struct ValidationText: ValidationFormat {
  public static let name = "text"

  public init() {}

  public func write(_ validation: Validation, to output: inout Output) {
    for row in validation.rows {
      let name = row.outlet.map { "  \(plain($0))" } ?? plain(row.category)
      var lines: [String] = []
      if let precision = row.precision {
        lines.append(
          "precision \(told(precision)): right in \(row.found.right) of \(row.found.coded) coded "
            + "sentences in which the program finds it")
      }
      if let recall = row.recall {
        lines.append(
          "recall \(told(recall)): \(row.notFound.missed) missed in \(row.notFound.coded) coded "
            + "sentences in which it finds nothing")
      }
      if row.outlet == nil, let prevalence = row.prevalence {
        let all = row.sizes.found + row.sizes.notFound
        lines.append(
          "found in \(Wording.grouped(row.sizes.found)) of \(Wording.grouped(all)) sentences; people would "
            + "find it in about \(Wording.percent(prevalence))")
      }
      if let remark = row.remark { lines.append(remark) }
      output.write(name + "\n")
      for line in lines { output.write((row.outlet == nil ? "  " : "    ") + line + "\n") }
    }
    if validation.unsure > 0 {
      output.write("\(validation.unsure) coded ? and left out\n")
    }
    output.write(
      "95% intervals: precision Wilson’s, for as many sentences as the weighted sample is worth (Kish "
        + "1965); recall\nfrom the two shares (Donner and Zou 2012), each stratum by its size.\n")
  }

  private func told(_ estimate: Validation.Estimate) -> String {
    let low = Wording.decimal(100 * estimate.low, digits: 0)
    return "\(Wording.percent(estimate.value)) (\(low)–\(Wording.percent(estimate.high)))"
  }

  private func plain(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      out.append(isControl ? " " : scalar)
    }
    return String(out)
  }
}
