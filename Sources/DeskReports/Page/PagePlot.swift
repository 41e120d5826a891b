import DeskComparison
import Foundation

/// One measure of all outlets as a plot: a dot a value, a line its interval, the numbers beside,
/// and all of it as a table.
struct PagePlot: Sendable {
  static let mostOutlets = 24

  private struct Row {
    var number: Int
    var outlet: OutletResult
    var figure: Figure
  }

  private let measure: Measure
  private let measures: Measures
  private let rows: [Row]
  /// How many outlets there are, those not shown too.
  private let outletCount: Int
  /// The value at the right end.
  private let scale: Double

  /// Nil where there is no value to show.
  ///
  /// - Parameters:
  ///   - name: of the measure.
  ///   - results: whose outlets are shown, those with most articles where they are very many.
  init?(_ name: String, of results: Results) {
    let all = results.outlets.enumerated().compactMap { number, outlet in
      outlet.figure(name).map { Row(number: number, outlet: outlet, figure: $0) }
    }
    guard let first = all.first, all.contains(where: { $0.figure.value != nil }) else {
      return nil
    }
    let kept = Set(
      all.sorted {
        $0.outlet.articles != $1.outlet.articles
          ? $0.outlet.articles > $1.outlet.articles : $0.number < $1.number
      }.prefix(Self.mostOutlets).map(\.number))
    measure = first.figure.measure
    measures = results.measures
    outletCount = all.count
    rows = all.filter { kept.contains($0.number) }
    scale = Self.end(
      of: rows.reduce(0) {
        max($0, $1.figure.value ?? 0, $1.figure.value == nil ? 0 : $1.figure.high ?? 0)
      },
      isShare: first.figure.measure.base.isShare)
  }

  /// The next round number.
  private static func end(of top: Double, isShare: Bool) -> Double {
    guard top > 0 else { return 1 }
    let power = pow(10, floor(log10(top)))
    let end = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map { $0 * power }.first { $0 >= top * 1.001 } ?? top
    return isShare ? min(1, end) : end
  }

  func write(to output: inout Output) {
    output.write("<figure class=\"plot\"><figcaption>")
    output.writeEscaped(measure.label)
    output.write("</figcaption><p class=\"unit\">")
    output.write(measure.base.explanation)
    if rows.count < outletCount { output.write("; the \(rows.count) outlets with most articles") }
    output.write("</p><ol>\n")
    for row in rows {
      output.write("<li data-outlet=\"\(row.number)\"><div class=\"row\"><span>")
      output.writeEscaped(row.outlet.name)
      output.write("</span><span>")
      writeValue(row, to: &output)
      output.write("</span></div>")
      writeTrack(row.figure, to: &output)
      output.write("</li>\n")
    }
    output.write("</ol><div class=\"axis\" aria-hidden=\"true\"><span>0</span>")
    output.write("<span>\(written(scale / 2))</span><span>\(written(scale))</span></div>\n")
    writeData(to: &output)
    output.write("</figure>\n")
  }

  /// A value on the axis, without digits that say nothing.
  private func written(_ value: Double) -> String {
    if measure.base.isShare {
      return Wording.decimal(100 * value, digits: scale < 0.03 ? 1 : 0) + "%"
    }
    let isWhole = value == value.rounded()
    return Wording.decimal(value, digits: isWhole ? 0 : value < 0.1 ? 3 : value < 1 ? 2 : 1)
  }

  /// Whether the count is a number for people.
  private var tellsCount: Bool { measure.base != .articleThousandths && measure.base != .weights }

  private func writeValue(_ row: Row, to output: inout Output) {
    let figure = row.figure
    if !tellsCount { return writeLead(Telling.value(figure), row, to: &output) }
    if figure.value != nil {
      writeLead(Telling.value(figure), row, to: &output)
      output.write(" · ")
    }
    writeLead(
      "\(Wording.grouped(figure.count)) of \(Wording.grouped(figure.denominator))", row, to: &output
    )
    if figure.value == nil, figure.count > 0 { output.write(" · too few for a rate") }
  }

  private func writeLead(_ text: String, _ row: Row, to output: inout Output) {
    guard row.figure.count > 0 else { return output.writeEscaped(text) }
    PageLead(text: text, lead: .measure(measure.name, outlet: row.number), measures: measures)
      .write(to: &output)
  }

  private func writeTrack(_ figure: Figure, to output: inout Output) {
    func place(_ value: Double) -> String {
      Wording.decimal(100 * min(1, value / scale), digits: 2) + "%"
    }
    output.write(
      "<svg aria-hidden=\"true\" height=\"18\"><line class=\"track\" x1=\"0\" x2=\"100%\" y1=\"9\" y2=\"9\"/>"
    )
    if let value = figure.value {
      if let low = figure.low, let high = figure.high {
        output.write(
          "<line class=\"span\" x1=\"\(place(low))\" x2=\"\(place(high))\" y1=\"9\" y2=\"9\"/>")
      } else {
        output.write("<line class=\"bar\" x1=\"0\" x2=\"\(place(value))\" y1=\"9\" y2=\"9\"/>")
      }
      output.write("<circle cx=\"\(place(value))\" cy=\"9\" r=\"6\"/>")
    }
    output.write("</svg>")
  }

  /// The same numbers for whoever wants to read, copy or hear them.
  private func writeData(to output: inout Output) {
    let headings = ["value", "from", "to"] + (tellsCount ? ["count", "of"] : []) + ["articles"]
    output.write("<details class=\"data\"><summary>The numbers")
    output.write("<span class=\"sr\"> of \(HTML.escaped(measure.label))</span></summary>")
    output.write("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
    output.writeEscaped("\(measure.label), the plot’s numbers")
    output.write("\"><table><thead><tr><th scope=\"col\">outlet</th>")
    for heading in headings { output.write("<th scope=\"col\" class=\"r\">\(heading)</th>") }
    output.write("</tr></thead><tbody>\n")
    for row in rows {
      let figure = row.figure
      func number(_ value: Double?) -> String {
        guard let value else { return "–" }
        return measure.base.isShare
          ? Wording.decimal(100 * value, digits: 1) + "%" : Wording.decimal(value, digits: 2)
      }
      output.write("<tr data-outlet=\"\(row.number)\"><th scope=\"row\">")
      output.writeEscaped(row.outlet.name)
      output.write("</th>")
      let counts =
        tellsCount ? [Wording.grouped(figure.count), Wording.grouped(figure.denominator)] : []
      let cells =
        [number(figure.value), number(figure.low), number(figure.high)] + counts
        + [Wording.grouped(row.outlet.articles)]
      for cell in cells { output.write("<td class=\"r\">\(cell)</td>") }
      output.write("</tr>\n")
    }
    output.write("</tbody></table></div></details>\n")
  }
}

extension Measure.Base {
  /// What a value is, for people.
  var explanation: String {
    switch self {
    case .words: "per 1,000 words"
    case .ownWords: "per 1,000 of the outlet’s own words"
    case .quotedWords: "per 1,000 quoted words"
    case .shareOfWords: "share of all words"
    case .attributions: "share of the attributions"
    case .articles, .articleThousandths: "per article"
    case .weights: "weight per 1,000 words"
    }
  }
}
