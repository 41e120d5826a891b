import DeskLexicons
import DeskReading
import DeskText

/// Makes findings of drafts, in the order of the text, and remembers who has been named.
struct FindingWriter {
  let scan: Scan
  let cues: CueList
  private var register: SourceRegister

  init(scan: Scan, cues: CueList) {
    self.scan = scan
    self.cues = cues
    register = SourceRegister(scan)
  }

  mutating func finding(_ draft: Draft) -> Finding? {
    let words = cueWords(draft)
    var parts = [Part(role: .cue, pieces: [scan.reading.words.bytes(words)])]
    var details: [Detail] = []
    let cue = draft.entry.map { cues.cues[$0] }
    details.append(Detail(name: "stance", value: cue?.stance ?? "neutral"))
    var resolved: ResolvedSource?
    if let source = draft.source {
      let known = register.resolve(source, scan)
      resolved = known
      parts.append(
        Part(
          role: .source, pieces: [scan.reading.words.bytes(trimmed(source))],
          kind: known.type.rawValue))
    }
    if resolved?.type == .newsOutlet || isTold(draft) {
      details.append(Detail(name: "second_hand", value: "true"))
    }
    if draft.isNegated { details.append(Detail(name: "negated", value: "true")) }
    if let medium = medium(draft) { details.append(Detail(name: "medium", value: medium)) }
    if let resolved {
      details.append(
        resolved.number.map { Detail(name: "source_id", value: "s\($0)") }
          ?? Detail(name: "source_open", value: "true"))
      details.append(
        Detail(name: "source_head", value: scan.reading.words.string(resolved.head)))
      if let entity = resolved.entity { details.append(Detail(name: "entity", value: entity)) }
    }
    let pieces = contentPieces(draft, cue: words)
    if !pieces.isEmpty {
      parts.append(
        Part(
          role: .content, pieces: pieces.map { scan.reading.words.bytes($0) },
          kind: form(of: pieces)))
    }
    let extent = parts.dropFirst().reduce(parts[0].extent) { $0.union($1.extent) }
    let evidence = draft.entry.map { Evidence(cues.list, cues.list.entries[$0]) }
    return Finding(
      analyzer: AttributionAnalyzer.name, extent: extent,
      sentence: scan.reading.sentenceNumber(ofToken: firstToken(draft, pieces)),
      category: draft.entry.map { cues.list.entries[$0].category } ?? "speech",
      weight: nil, isInQuote: false, parts: parts, details: details, evidence: evidence)
  }

  private func firstToken(_ draft: Draft, _ pieces: [TokenSpan]) -> Int {
    min(draft.cue.start, draft.source?.start ?? .max, pieces.first?.start ?? .max)
  }

  /// The cue with the "to" of its infinitive and the preposition that leads to its content, as
  /// PolNeAR marks it: "to say", "hopes of".
  private func cueWords(_ draft: Draft) -> TokenSpan {
    guard let form = draft.form else { return draft.cue }
    var start = draft.cue.start
    var end = draft.cue.end
    if form == .infinitive, start > 0, scan.kinds[start - 1] == .to { start -= 1 }
    let prepositions: KindSet =
      form == .noun ? [.about, .of, .for] : [.about, .of, .for, .with]
    if end < scan.kinds.count, prepositions.contains(scan.kinds[end]),
      draft.content.contains(where: { $0.start == end || $0.start == end + 1 })
    {
      end += 1
    }
    return TokenSpan(start, end)
  }

  /// The content less the draft's own cue and source, without marks at the ends.
  private func contentPieces(_ draft: Draft, cue: TokenSpan) -> [TokenSpan] {
    var pieces = draft.content.sorted()
    for own in [cue, draft.source].compactMap({ $0 }) {
      pieces = pieces.flatMap { piece -> [TokenSpan] in
        guard piece.overlaps(own) else { return [piece] }
        var out: [TokenSpan] = []
        if piece.start < own.start { out.append(TokenSpan(piece.start, own.start)) }
        if own.end < piece.end { out.append(TokenSpan(own.end, piece.end)) }
        return out
      }
    }
    return pieces.map(trimmed).filter { span in span.range.contains { scan.isWord($0) } }
  }

  /// Without commas, stops and dashes at its ends; quotation marks and brackets stay.
  private func trimmed(_ span: TokenSpan) -> TokenSpan {
    let dropped: KindSet = [.comma, .dash, .colon, .semicolon, .stop]
    var start = span.start
    var end = span.end
    while start < end - 1, dropped.contains(scan.kinds[start]) { start += 1 }
    while end - 1 > start, dropped.contains(scan.kinds[end - 1]), !isAbbreviation(end - 1) {
      end -= 1
    }
    return TokenSpan(start, end)
  }

  /// Whether a stop belongs to an abbreviation: the sentence goes on after it.
  private func isAbbreviation(_ index: Int) -> Bool {
    scan.kinds[index] == .stop && index + 1 < scan.tokens.count
      && scan.reading.sentenceNumber(ofToken: index)
        == scan.reading.sentenceNumber(ofToken: index + 1)
      && scan.kinds[index + 1] != .quote
  }

  private func form(of pieces: [TokenSpan]) -> String {
    switch scan.quotedShare(pieces) {
    case 0: "indirect"
    case 1: "mixed"
    default: "direct"
    }
  }

  /// "told The Washington Post", "said in an interview with CNN": heard through another outlet.
  private func isTold(_ draft: Draft) -> Bool {
    clauseRest(draft).contains { scan.sourceWords[$0].contains(.outlet) }
  }

  /// The first word for a medium in the cue's clause outside source and content.
  private func medium(_ draft: Draft) -> String? {
    for index in clauseRest(draft)
    where !scan.sourceWords[index].isDisjoint(with: [.socialMedia, .document])
      && !scan.tokens[index].flags.contains(.capital)
    {
      return scan.reading.words.folded(index)
    }
    return nil
  }

  /// The tokens of the cue's sentence that are neither source nor content.
  private func clauseRest(_ draft: Draft) -> [Int] {
    scan.reading.sentence(ofToken: draft.cue.start).tokens.range.filter {
      abs($0 - draft.cue.start) < 14 && !draft.isInContent($0)
        && !(draft.source?.contains($0) ?? false) && !scan.isQuoted($0)
    }
  }
}
