import DeskAnalysis
import DeskComparison
import DeskText

/// One article of the page, its findings marked in place.
struct PageArticle: Sendable {
  var analysis: Analysis
  /// Its number on the page; nil where it stands in a stream and nothing leads to it.
  var number: Int?
  /// Its outlet's place in the results; nil where there are no results.
  var outlet: Int?
  var outletName: String
  /// Why outlet or date may not be so, as the manifest says.
  var guess: String?
  /// The places of citations in the page's list, by key.
  var literature: [String: Int]
  var measures = Measures.own
  /// The places that tables lead to.
  var places: [Place] = []

  /// - Parameters:
  ///   - isFirstOfOutlet: then the numbers of its outlet lead here where no script runs.
  ///   - output: takes the article.
  func write(isFirstOfOutlet: Bool = false, to output: inout Output) {
    let article = analysis.article
    output.write("<article")
    if let number { output.write(" id=\"a\(number)\"") }
    if let outlet { output.write(" data-outlet=\"\(outlet)\"") }
    if number != nil {
      output.write(" data-id=\"")
      output.writeEscaped(article.id)
      output.write("\"")
    }
    output.write(" aria-label=\"")
    output.writeEscaped(article.title ?? article.id)
    output.write("\">\n")
    if isFirstOfOutlet, let outlet { output.write("<span id=\"o\(outlet)\"></span>") }
    output.write("<p class=\"outlet\">")
    output.writeEscaped(outletName)
    if let republisher = article.republisher {
      output.write(", reprinted by ")
      output.writeEscaped(republisher)
    }
    if let date = article.date {
      output.write(" · <time datetime=\"")
      output.writeEscaped(date)
      output.write("\">")
      output.writeEscaped(date)
      output.write("</time>")
    }
    output.write("</p>\n<h3>")
    output.writeEscaped(article.title ?? article.id)
    output.write("</h3>\n")
    writeCounts(to: &output)
    output.write("<div class=\"body\">\n")
    writeBody(to: &output)
    output.write("</div>\n")
    FindingsData(analysis: analysis, literature: literature, measures: measures).write(to: &output)
    output.write("</article>\n")
  }

  private func writeCounts(to output: inout Output) {
    output.write("<p class=\"counts\">\(Wording.grouped(analysis.wordCount)) words")
    if !analysis.article.byline.isEmpty {
      output.write(" · by ")
      output.writeEscaped(analysis.article.byline.joined(separator: ", "))
    }
    output.write(" · ")
    output.writeEscaped(analysis.article.id)
    if let guess {
      output.write("<br>A guess: ")
      output.writeEscaped(guess)
    }
    output.write("</p>\n")
  }

  private func writeBody(to output: inout Output) {
    let article = analysis.article
    let marks = Mark.all(in: analysis)
    var places = places.sorted { ($0.start, $0.id) < ($1.start, $1.id) }[...]
    for (index, paragraph) in paragraphs(of: article).enumerated() {
      // Many texts begin with the headline, which stands above already.
      if index == 0, let title = article.title, article.text[paragraph.extent] == title,
        places.first.map({ $0.start >= paragraph.extent.end }) ?? true,
        !marks.contains(where: { $0.extent.overlaps(paragraph.extent) })
      {
        continue
      }
      output.write("<p class=\"\(paragraph.kind.rawValue)\">")
      let cuts = places.prefix { $0.start < paragraph.extent.end }.map(\.start)
      for segment in MarkedSegment.all(in: paragraph.extent, marks: marks, cuts: cuts) {
        while let place = places.first, place.start <= segment.extent.start {
          output.write("<i class=\"place\" id=\"\(place.id)\"></i>")
          places.removeFirst()
        }
        write(segment, marks: marks, to: &output)
      }
      output.write("</p>\n")
    }
  }

  private func write(_ segment: MarkedSegment, marks: [Mark], to output: inout Output) {
    let text = analysis.article.text[segment.extent]
    guard !segment.marks.isEmpty else { return output.writeEscaped(text) }
    let covering = segment.marks.map { marks[$0] }
    let pointed = covering.filter { $0.kind != .content }
    let kind = pointed.last?.kind ?? .content
    output.write("<span class=\"m k-\(kind.rawValue)\" data-f=\"")
    var numbers: [Int] = []
    for mark in (pointed.isEmpty ? covering : pointed).reversed()
    where !numbers.contains(mark.finding) { numbers.append(mark.finding) }
    output.write(numbers.map { "\($0)" }.joined(separator: " "))
    output.write(0x22)
    let ending = pointed.filter { $0.extent.end == segment.extent.end }
    if !ending.isEmpty {
      output.write(" data-b=\"\(Mark.letters(of: ending))\"")
    }
    if covering.count > 1 {
      // What to show where the innermost mark is switched off, and its letter where it ends here.
      let kinds = covering.map { mark in
        mark.kind != .content && mark.extent.end == segment.extent.end
          ? "\(mark.kind.rawValue):\(mark.kind.letter)" : mark.kind.rawValue
      }
      output.write(" data-k=\"\(kinds.joined(separator: " "))\"")
    }
    if pointed.contains(where: { $0.extent.start == segment.extent.start }) {
      // A colon that attributes is too small a thing to hit.
      if text.utf16.count < 3 { output.write(" data-short") }
      output.write(" role=\"button\" tabindex=\"0\" aria-label=\"")
      output.writeEscaped(text)
      output.write(", \(kind.shortMeaning)\"")
    }
    output.write(0x3E)
    output.writeEscaped(text)
    output.write("</span>")
  }
}

extension MarkKind {
  /// What it is, in one or two words.
  var shortMeaning: String {
    String(meaning.prefix { $0 != ":" })
  }
}
