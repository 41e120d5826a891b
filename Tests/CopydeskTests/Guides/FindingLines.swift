import Copydesk

/// One line a finding, as compilers write their warnings, so that `grep` and editors can follow:
/// article, place in code points, analyzer and category, words.
struct FindingLines: StreamFormat {
  static let name = "lines"

  init(columns: [String], measures: Measures) {}

  func write(_ analysis: Analysis, to output: inout Output) {
    let article = analysis.article
    let places = CodePoints(of: article.text)
    for finding in analysis.findings {
      let kind = [finding.analyzer, finding.category].compactMap { $0 }.joined(separator: "/")
      let words = article.text[finding.extent].replacing("\n", with: " ")
      output.write("\(article.id):\(places.extent(finding.extent).start): \(kind): \(words)\n")
    }
  }
}
