import DeskComparison

/// Which outlet has passages from which: who had them first at the left, who has them too at the
/// right, a band as wide as the words are many.
struct PageMap: Sendable {
  /// So many outlets stand on a side.
  private static let mostOutlets = 12
  /// The height of an outlet's line, in the drawing's units.
  private static let step = 48.0

  private let ties: [ReuseMap.Tie]
  private let tieCount: Int
  private let givers: [String]
  private let takers: [String]
  private let numbers: [String: Int]

  /// Nil where nobody is known to have taken anything.
  ///
  /// - Parameters:
  ///   - ties: with most words first, as reports list them.
  ///   - numbers: the outlets' places in the results.
  init?(_ ties: [ReuseMap.Tie], numbers: [String: Int]) {
    let known = ties.filter { $0.isDirected && $0.passages > 0 }
    guard !known.isEmpty else { return nil }
    func ranked(_ side: (ReuseMap.Tie) -> String) -> [String] {
      var words: [String: Int] = [:]
      for tie in known { words[side(tie), default: 0] += tie.words }
      let sorted = words.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      return sorted.prefix(Self.mostOutlets).map(\.key)
    }
    let (from, to) = (ranked(\.from), ranked(\.to))
    givers = from
    takers = to
    self.ties = known.filter { from.contains($0.from) && to.contains($0.to) }
    tieCount = known.count
    self.numbers = numbers
  }

  func write(to output: inout Output) {
    output.write("<figure class=\"map\"><figcaption>Who has passages of whom</figcaption>")
    output.write(
      "<p class=\"unit\">Left: had it first. Right: has it too, and how much. A band is as ")
    output.write("wide as the words are many; solid: all passages credited, long dashes: some, ")
    output.write(
      "dots: none. Quotations that both may have from a third text, and pairs of whom nobody knows who was first, stand in the table alone."
    )
    if ties.count < tieCount {
      output.write(" The \(ties.count) of \(tieCount) pairs whose outlets share most words.")
    }
    output.write("</p><div class=\"bands\">\n<ol>")
    for name in givers { writeName(name, to: &output) }
    output.write("</ol>\n")
    writeBands(to: &output)
    output.write("<ol>")
    for name in takers { writeName(name, taken: ties.filter { $0.to == name }, to: &output) }
    output.write("</ol>\n</div></figure>\n")
  }

  private func writeName(
    _ name: String, taken: [ReuseMap.Tie]? = nil, to output: inout Output
  ) {
    output.write("<li><span>")
    output.writeEscaped(name)
    output.write("</span>")
    if let taken {
      output.write("<small>")
      for (place, tie) in taken.enumerated() {
        if place > 0 { output.write(", ") }
        let text = "\(Wording.grouped(tie.words))"
        if let to = numbers[tie.to], let from = numbers[tie.from] {
          PageLead(text: text, lead: .passages(to: to, from: from), measures: .own)
            .write(to: &output)
        } else {
          output.write(text)
        }
      }
      output.write(taken.reduce(0) { $0 + $1.words } == 1 ? " word" : " words")
      output.write("</small>")
    }
    output.write("</li>")
  }

  private func writeBands(to output: inout Output) {
    let lines = max(givers.count, takers.count)
    let height = Double(lines) * Self.step
    let most = Double(ties.map(\.words).max() ?? 1)
    func middle(_ names: [String], _ name: String) -> Double {
      // The shorter side is spread over the height of the longer one.
      let place = Double(names.firstIndex(of: name) ?? 0) + 0.5
      return place * height / Double(names.count)
    }
    output.write(
      "<svg role=\"img\" aria-label=\"Bands from the outlets that had passages to those ")
    output.write("that have them too; the table below has the numbers\" viewBox=\"0 0 100 ")
    output.write("\(Wording.decimal(height, digits: 0))\" preserveAspectRatio=\"none\" ")
    output.write("style=\"height:\(Wording.decimal(Double(lines) * 3, digits: 0))rem\">\n")
    for tie in ties {
      let (y1, y2) = (middle(givers, tie.from), middle(takers, tie.to))
      let (start, end) = (Wording.decimal(y1), Wording.decimal(y2))
      let width = 2 + 12 * (Double(tie.words) / most).squareRoot()
      let kind = tie.credited == 0 ? "none" : tie.credited == tie.passages ? "all" : "some"
      output.write("<path class=\"b-\(kind)\" vector-effect=\"non-scaling-stroke\" ")
      output.write("stroke-width=\"\(Wording.decimal(width))\" ")
      output.write("d=\"M0 \(start)C50 \(start) 50 \(end) 100 \(end)\"><title>")
      output.writeEscaped(
        "\(tie.to) has \(Wording.grouped(tie.words)) words of \(tie.from), "
          + "\(tie.credited) of \(tie.passages) passages credited")
      output.write("</title></path>\n")
    }
    output.write("</svg>\n")
  }
}
