import DeskReading
public import DeskText

/// What all coders say, on one grid: the sentences of each article.
///
/// A sentence has a category for a coder when a stretch that the coder marked so touches it. A coder who
/// marked an article has coded all its sentences; one who coded sentences has coded those that have a
/// row. Whoever has not coded a sentence is missing there, which is not the same as finding nothing.
public struct CodingGrid: Sendable {
  /// A sentence, or a stretch over which nobody's marks change.
  public struct Unit: Sendable {
    public var article: String
    /// The number of the sentence, from 1.
    public var number: Int
    /// The words; nil where no file holds them.
    public var words: String?
    /// Each coder's categories, sorted; nil where the coder has not coded it.
    public var codes: [[String]?]
    /// How many code points a stretch holds; 1 for a sentence.
    public var weight = 1
  }

  /// In the order in which they come, the program last.
  public private(set) var coders: [String] = []
  /// Every category that a coder used, sorted.
  public private(set) var categories: [String] = []
  /// The sentences of all articles.
  public private(set) var units: [Unit] = []
  /// The same texts cut wherever a mark begins or ends, by those coders who marked stretches.
  public private(set) var stretches: [Unit] = []
  /// What does not fit: stretches outside of the text, other words than the text's.
  public private(set) var rejects: [Reject] = []
  /// Whether the program is the last of the coders.
  public let hasProgram: Bool
  /// The categories that the program does not look for.
  public private(set) var unknownToProgram: [String] = []

  private let program: ProgramCoder?
  private let names: [String: String]

  /// - Parameters:
  ///   - codings: of all coders.
  ///   - texts: of articles, by `CodingName.article` of their ids, for codings that hold none.
  ///   - program: where it is to code, too.
  ///   - names: what to read for a coder's category; both as `CodingName.category` gives them.
  public init(
    _ codings: [Coding], texts: [String: Text] = [:], program: ProgramCoder? = nil,
    names: [String: String] = [:]
  ) {
    self.program = program
    self.names = names
    hasProgram = program != nil
    var order: [String] = []
    var groups: [String: [Coding]] = [:]
    for coding in codings {
      let key = CodingName.article(coding.article)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(coding)
      if !coders.contains(coding.coder) { coders.append(coding.coder) }
    }
    let used = codings.flatMap {
      ($0.spans ?? []).map(\.category) + $0.sentences.flatMap(\.categories)
    }
    categories = Set(used.map { category($0) }).sorted()
    if let program {
      coders.append(ProgramCoder.name)
      unknownToProgram = categories.filter { !program.knows($0) }
    }
    for key in order { add(groups[key] ?? [], text: texts[key]) }
  }

  /// Whether a coder could have used a category: the program only what it looks for.
  public func canUse(_ coder: Int, _ category: String) -> Bool {
    !(hasProgram && coder == coders.count - 1) || !unknownToProgram.contains(category)
  }

  private func category(_ written: String) -> String {
    let name = CodingName.category(written)
    return names[name] ?? name
  }

  /// One article by all who coded it.
  private mutating func add(_ group: [Coding], text given: Text?) {
    guard let first = group.first else { return }
    var members: [Coding] = []
    var text = group.lazy.compactMap(\.text).first ?? given
    let holder = group.first { $0.text != nil }
    for coding in group {
      if let own = coding.text, let text, !Self.isSame(own, text) {
        rejects.append(
          Reject(
            origin: coding.origin,
            reason: "the text of '\(coding.article)' is not that of "
              + "\(holder?.origin.description ?? "the article"); positions cannot be compared"))
      } else if coding.spans?.isEmpty == false, text == nil {
        rejects.append(
          Reject(
            origin: coding.origin,
            reason: "stretches of '\(coding.article)', whose text is in no file; "
              + "name the articles with --articles"))
      } else {
        members.append(coding)
      }
    }
    guard !members.isEmpty else { return }
    // Whole texts that are coded as one unit keep their words, however many sentences they have.
    let isWhole =
      members.allSatisfy { $0.spans == nil || $0.spans?.isEmpty == true }
      && members.contains { $0.sentences.first?.words == text?.string && text != nil }
    if isWhole { text = nil }
    guard let text else { return addSentences(members, article: first.article) }
    addText(text, members, article: first.article)
  }

  /// Texts that differ in white space alone have the same positions.
  private static func isSame(_ a: Text, _ b: Text) -> Bool {
    if a == b { return true }
    func plain(_ text: Text) -> [Unicode.Scalar] {
      var out = text.string.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }
      while out.last == " " { out.removeLast() }
      return out
    }
    return plain(a) == plain(b)
  }

  private mutating func addSentences(_ members: [Coding], article: String) {
    var numbers: [Int: Unit] = [:]
    for coding in members {
      guard let place = coders.firstIndex(of: coding.coder) else { continue }
      for sentence in coding.sentences {
        var unit =
          numbers[sentence.number]
          ?? Unit(
            article: article, number: sentence.number,
            codes: .init(repeating: nil, count: coders.count))
        unit.words = unit.words ?? sentence.words
        unit.codes[place] = Set((unit.codes[place] ?? []) + sentence.categories.map(category))
          .sorted()
        numbers[sentence.number] = unit
      }
    }
    // A coder with an empty result looked at every unit that the others coded.
    for coding in members where coding.spans?.isEmpty == true {
      guard let place = coders.firstIndex(of: coding.coder) else { continue }
      for number in numbers.keys where numbers[number]?.codes[place] == nil {
        numbers[number]?.codes[place] = []
      }
    }
    units += numbers.values.sorted { $0.number < $1.number }
  }

  private mutating func addText(_ text: Text, _ members: [Coding], article: String) {
    let reading = Reading(text)
    let points = CodePoints(of: text)
    let words = CodePointText(text)
    let sentences = reading.sentences.map { points.extent($0.bytes) }
    var codes = [[Set<String>?]](
      repeating: .init(repeating: nil, count: coders.count), count: sentences.count)
    var marks: [(coder: Int, category: String, extent: Extent<DeskText.Unit.CodePoint>)] = []
    var marking: Set<Int> = []

    for coding in members {
      guard let place = coders.firstIndex(of: coding.coder) else { continue }
      if let spans = coding.spans {
        marking.insert(place)
        for number in codes.indices { codes[number][place] = codes[number][place] ?? [] }
        for span in spans {
          if let fault = Self.fault(of: span, in: words) {
            rejects.append(
              Reject(origin: Origin(input: coding.origin.input, line: span.line), reason: fault))
            continue
          }
          marks += span.pieces.map { (place, category(span.category), $0) }
        }
      }
      for sentence in coding.sentences {
        guard sentence.number <= sentences.count else {
          rejects.append(
            Reject(
              origin: Origin(input: coding.origin.input, line: sentence.line),
              reason: "sentence \(sentence.number) of '\(article)', which has \(sentences.count)"))
          continue
        }
        codes[sentence.number - 1][place] = (codes[sentence.number - 1][place] ?? [])
          .union(sentence.categories.map(category))
      }
    }
    if let program {
      let place = coders.count - 1
      marking.insert(place)
      for number in codes.indices { codes[number][place] = [] }
      for mark in program.marks(in: reading, of: article) {
        for label in mark.labels where categories.contains(label) {
          marks += mark.pieces.map { (place, label, points.extent($0)) }
        }
      }
    }
    for mark in marks {
      for number in sentences.indices where sentences[number].overlaps(mark.extent) {
        codes[number][mark.coder]?.insert(mark.category)
      }
    }
    for (number, sentence) in sentences.enumerated() {
      units.append(
        Unit(
          article: article, number: number + 1, words: words[sentence],
          codes: codes[number].map { $0?.sorted() }))
    }
    if marking.count > 1 { addStretches(marks, by: marking, of: words.count, article: article) }
  }

  /// Cuts a text wherever a mark begins or ends.
  private mutating func addStretches(
    _ marks: [(coder: Int, category: String, extent: Extent<DeskText.Unit.CodePoint>)],
    by marking: Set<Int>, of length: Int, article: String
  ) {
    let cuts = Set([0, length] + marks.flatMap { [$0.extent.start, $0.extent.end] }).sorted()
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      let piece = Extent<DeskText.Unit.CodePoint>(start, end)
      var codes = [Set<String>?](repeating: nil, count: coders.count)
      for coder in marking { codes[coder] = [] }
      for mark in marks where mark.extent.contains(piece) {
        codes[mark.coder]?.insert(mark.category)
      }
      stretches.append(
        Unit(article: article, number: 0, codes: codes.map { $0?.sorted() }, weight: piece.count))
    }
  }

  private static func fault(of span: CodedSpan, in text: CodePointText) -> String? {
    for piece in span.pieces where piece.end > text.count {
      return "\(piece.start) to \(piece.end) lies outside of the text, which ends at \(text.count)"
    }
    guard let wanted = span.words, span.pieces.count == 1, let found = text[span.pieces[0]] else {
      return nil
    }
    func plain(_ words: String) -> [Substring] { words.split(whereSeparator: \.isWhitespace) }
    return plain(wanted) == plain(found)
      ? nil
      : "the text has '\(shortened(found))' at \(span.pieces[0].start), not '\(shortened(wanted))'; "
        + "positions count code points of the cleaned text, with --raw-text of the text as it is"
  }

  private static func shortened(_ words: String) -> String {
    words.count > 40 ? words.prefix(39) + "…" : words
  }
}
