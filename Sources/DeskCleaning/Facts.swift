import DeskIngest
import DeskText

/// What is known of an article beside its text: first from the input, then from the page.
struct Facts {
  var title: String?
  var byline: [String]
  var date: String?
  var outlet: String?
  var url: String?
  var language: String?

  /// What the input says; it wins over everything the page says.
  init(_ document: Document) {
    title = Facts.said(document.title)
    byline = document.byline.flatMap { name in
      let persons = Byline.persons(in: name)
      return persons.isEmpty ? [name] : persons
    }
    date = Facts.said(document.date).map { NewsDate(written: $0)?.description ?? $0 }
    outlet = Facts.said(document.outlet)
    url = Facts.said(document.url)
  }

  /// A value as one line; nil where nothing is left of it.
  static func said(_ value: String?) -> String? {
    guard let value else { return nil }
    let text = String(decoding: LineShape.collapsed(value.utf8), as: UTF8.self)
    return text.isEmpty ? nil : text
  }
}

/// A piece of a page that was set aside by its place alone and never split into words.
struct Outside: Sendable {
  /// The number of blocks that stand before it.
  var before: Int
  var text: [UInt8]
  var verdict: Verdict

  var string: String { String(decoding: text, as: UTF8.self) }
}

extension Cleaner {
  /// Puts the kept blocks together as text, and the others as removals, in the input's order.
  ///
  /// `outside` is what was set aside before it became a block.
  func article(
    of blocks: [Block], outside: [Outside] = [], _ facts: Facts, _ document: Document,
    remark: String? = nil, layout: ((Int) -> Layout?)? = nil
  ) -> Article {
    var utf8: [UInt8] = []
    var paragraphs: [Paragraph] = []
    var removals: [Removal] = []
    var rest = outside[...]
    func remove(_ text: String, _ verdict: Verdict, line: Int? = nil) {
      removals.append(
        Removal(
          text: text, reason: verdict.reason, rule: verdict.rule, line: line,
          after: paragraphs.count))
    }
    for (index, block) in blocks.enumerated() {
      while let next = rest.first, next.before <= index {
        remove(next.string, next.verdict)
        rest = rest.dropFirst()
      }
      if let verdict = block.verdict {
        remove(block.string, verdict, line: block.line)
        continue
      }
      guard !block.text.isEmpty else { continue }
      if !utf8.isEmpty { utf8 += [0x0A, 0x0A] }
      let start = utf8.count
      utf8 += block.text.utf8
      paragraphs.append(
        Paragraph(Extent(start, utf8.count), kind: block.kind, layout: layout?(index)))
    }
    for next in rest { remove(next.string, next.verdict) }
    let isEmpty = utf8.isEmpty
    let language = languages.language(of: utf8, declared: facts.language)
    return Article(
      id: document.id, outlet: Facts.said(facts.outlet), republisher: document.republisher,
      title: Facts.said(facts.title), byline: facts.byline.compactMap(Facts.said),
      date: facts.date, url: Facts.said(facts.url),
      language: language, text: Text(repairing: utf8), paragraphs: paragraphs,
      removals: removals, remark: isEmpty ? remark ?? "no body text was found" : remark,
      origin: document.origin, columns: document.columns)
  }
}
