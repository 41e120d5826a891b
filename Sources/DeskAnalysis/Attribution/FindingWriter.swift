import DeskLexicons
import DeskReading
import DeskText

/// Makes findings of drafts, in the order of the text.
struct FindingWriter {
  let scan: Scan
  let cues: CueList

  /// The finding that a draft makes; `register` remembers who has been named.
  func finding(_ draft: Draft, _ register: inout SourceRegister) -> Finding {
    let cue = cueWords(draft)
    let pieces = contentPieces(draft, cue: cue)
    let resolved = draft.source.map { register.resolve($0, scan) }
    let parts = parts(draft, cue: cue, resolved?.type, pieces)
    var extent = parts[0].extent
    for number in 1..<parts.count { extent = extent.union(parts[number].extent) }
    return Finding(
      analyzer: AttributionAnalyzer.name, extent: extent,
      sentence: scan.reading.sentenceNumber(ofToken: firstToken(draft, pieces)),
      category: draft.entry.map { cues.evidence[$0].category } ?? "speech",
      weight: nil, isInQuote: false, parts: parts, details: details(draft, resolved),
      evidence: draft.entry.map { cues.evidence[$0].evidence })
  }

  private func parts(
    _ draft: Draft, cue: TokenSpan, _ type: SourceType?, _ pieces: [TokenSpan]
  ) -> [Part] {
    let words = scan.reading.words
    let cue = Part(.cue, words.bytes(cue))
    let source = draft.source.map { Part(.source, words.bytes(trimmed($0)), type: type) }
    guard let first = pieces.first else { return source.map { [cue, $0] } ?? [cue] }
    let form = form(of: pieces)
    let content =
      pieces.count == 1
      ? Part(content: words.bytes(first), form: form)
      : Part(content: pieces.map { words.bytes($0) }, form: form)
    return source.map { [cue, $0, content] } ?? [cue, content]
  }

  private func details(_ draft: Draft, _ resolved: ResolvedSource?) -> [Detail] {
    var details: [Detail] = []
    details.reserveCapacity(resolved == nil ? 2 : 5)
    details.append(
      Detail(name: "stance", value: draft.entry.map { cues.stances[$0] } ?? "neutral"))
    let media = media(in: draft)
    if resolved?.type == .newsOutlet || media.isTold {
      details.append(Detail(name: "second_hand", value: "true"))
    }
    if draft.isNegated { details.append(Detail(name: "negated", value: "true")) }
    if let medium = media.first {
      details.append(Detail(name: "medium", value: scan.reading.words.folded(medium)))
    }
    if let resolved {
      details.append(
        resolved.number.map { Detail(name: "source_id", value: Self.id($0)) }
          ?? Detail(name: "source_open", value: "true"))
      details.append(
        Detail(name: "source_head", value: scan.reading.words.string(resolved.head)))
      if let entity = resolved.entity { details.append(Detail(name: "entity", value: entity)) }
    }
    return details
  }

  /// The name of a source in its article.
  private static func id(_ number: Int) -> String {
    number < ids.count ? ids[number] : "s\(number)"
  }

  /// Hardly an article has more sources.
  private static let ids = (0..<128).map { "s\($0)" }

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
    // Most are one piece that holds neither.
    if draft.content.count == 1, !draft.content[0].overlaps(cue),
      !(draft.source?.overlaps(draft.content[0]) ?? false)
    {
      let piece = trimmed(draft.content[0])
      return scan.wordCount(in: piece) == 0 ? [] : [piece]
    }
    var pieces = draft.content
    if pieces.count > 1 { pieces.sort() }
    cut(cue, from: &pieces)
    if let source = draft.source { cut(source, from: &pieces) }
    for index in pieces.indices { pieces[index] = trimmed(pieces[index]) }
    if pieces.contains(where: { scan.wordCount(in: $0) == 0 }) {
      pieces.removeAll { scan.wordCount(in: $0) == 0 }
    }
    return pieces
  }

  private func cut(_ own: TokenSpan, from pieces: inout [TokenSpan]) {
    guard pieces.contains(where: { $0.overlaps(own) }) else { return }
    pieces = pieces.flatMap { piece -> [TokenSpan] in
      guard piece.overlaps(own) else { return [piece] }
      var out: [TokenSpan] = []
      if piece.start < own.start { out.append(TokenSpan(piece.start, own.start)) }
      if own.end < piece.end { out.append(TokenSpan(own.end, piece.end)) }
      return out
    }
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

  /// What stands in the cue's clause outside source and content, as far as it is near: whether an
  /// outlet through which it was heard ("told The Washington Post", "said in an interview with
  /// CNN"), and the first word for a medium.
  private func media(in draft: Draft) -> (isTold: Bool, first: Int?) {
    let bounds = scan.reading.sentence(ofToken: draft.cue.start).tokens
    var isTold = false
    var first: Int?
    let low = max(bounds.start, draft.cue.start - 13)
    for index in low..<min(bounds.end, draft.cue.start + 14) {
      let words = scan.sourceWords[index]
      guard !words.isDisjoint(with: [.outlet, .socialMedia, .document]), !scan.isQuoted(index),
        !draft.isInContent(index), !(draft.source?.contains(index) ?? false)
      else { continue }
      isTold = isTold || words.contains(.outlet)
      if first == nil, !words.isDisjoint(with: [.socialMedia, .document]),
        !scan.tokens[index].flags.contains(.capital)
      {
        first = index
      }
    }
    return (isTold, first)
  }
}
