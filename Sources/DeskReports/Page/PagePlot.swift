import DeskComparison

/// One measure of all outlets as a plot: a dot a value, a line its interval, the numbers beside.
struct PagePlot: Sendable {
  static let mostOutlets = 24

  var measure: String
  var outlets: [OutletResult]

  func write(to output: inout Output) {
    let rows = outlets.enumerated().compactMap { number, outlet in
      outlet.figure(measure).map { (number, outlet, $0) }
    }
    guard let base = rows.first?.2.measure, rows.contains(where: { $0.2.value != nil }) else {
      return
    }
    // The outlets with most articles, in the order of the page.
    let kept = Set(
      rows.sorted { $0.1.articles != $1.1.articles ? $0.1.articles > $1.1.articles : $0.0 < $1.0 }
        .prefix(Self.mostOutlets).map(\.0))
    let top = rows.filter { kept.contains($0.0) }
      .reduce(0) { max($0, $1.2.value == nil ? 0 : max($1.2.value ?? 0, $1.2.high ?? 0)) }
    let scale = base.base.isShare ? 1 : max(top * 1.04, 0.001)
    output.write("<figure class=\"plot\"><figcaption>")
    output.writeEscaped(base.label)
    output.write("</figcaption><p class=\"unit\">")
    output.write(base.base.explanation)
    if rows.count > kept.count { output.write("; the \(kept.count) outlets with most articles") }
    output.write("</p><ol>\n")
    for (number, outlet, figure) in rows where kept.contains(number) {
      output.write("<li data-outlet=\"\(number)\"><div class=\"row\"><span>")
      output.writeEscaped(outlet.name)
      output.write("</span><span>")
      writeValue(figure, outlet: number, to: &output)
      output.write("</span></div>")
      writeTrack(figure, scale: scale, to: &output)
      output.write("</li>\n")
    }
    output.write("</ol></figure>\n")
  }

  private func writeValue(_ figure: Figure, outlet: Int, to output: inout Output) {
    if figure.measure.base == .articleThousandths {
      // The count is no number for people.
      return PageNumber(
        text: Telling.value(figure), outlet: outlet, measure: measure, isEmpty: figure.count == 0
      ).write(to: &output)
    }
    if figure.value != nil {
      output.writeEscaped(Telling.value(figure))
      output.write(" · ")
    }
    let count =
      "\(Wording.grouped(figure.count)) of \(Wording.grouped(figure.denominator))"
    PageNumber(text: count, outlet: outlet, measure: measure, isEmpty: figure.count == 0)
      .write(to: &output)
    if figure.value == nil, figure.count > 0 { output.write(" · too few for a rate") }
  }

  private func writeTrack(_ figure: Figure, scale: Double, to output: inout Output) {
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
}

/// A number of the page: a link to the findings behind it.
struct PageNumber: Sendable {
  var text: String
  var outlet: Int
  var measure: String
  var category: String?
  var isEmpty = false
  var measures = Measures.own

  func write(to output: inout Output) {
    guard !isEmpty, let index = measures.index(measure) else {
      output.write("<span class=\"n\">")
      output.writeEscaped(text)
      return output.write("</span>")
    }
    output.write(
      "<a class=\"n\" href=\"#o\(outlet)\" data-o=\"\(outlet)\" data-m=\"\(index)\"")
    if let category {
      output.write(" data-c=\"")
      output.writeEscaped(category)
      output.write("\"")
    }
    output.write(">")
    output.writeEscaped(text)
    output.write("</a>")
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
