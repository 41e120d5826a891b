import DeskReading
import DeskText

extension SourceRegister {
  /// How far back a speaker may stand for whom a pronoun stands, in tokens.
  private static let reach = 120

  /// Whom a pronoun stands for.
  mutating func pronoun(_ token: Int, _ scan: Scan) -> ResolvedSource {
    switch scan.pronouns[token] {
    case .writer: return writer(token)
    case .he: return singular(token, .male, scan)
    case .she: return singular(token, .female, scan)
    case .you: return ResolvedSource(type: .unnamedPeople, number: nil, entity: nil)
    case .others, .none: break
    }
    switch scan.kinds[token] {
    case .who: return relative(token, scan)
    case .it, .which, .that: return thing(token)
    default: return many(token)
    }
  }

  // MARK: He and she

  /// Somebody for whom "he" may stand.
  private struct Candidate {
    /// A known source, or a name that the article has not cited yet.
    var index: Int?
    var run: NameRun?
    var isActing: Bool
    var token: Int
  }

  private mutating func singular(
    _ token: Int, _ gender: SourceWords, _ scan: Scan
  ) -> ResolvedSource {
    let candidates = candidates(before: token, gender, scan)
    guard let chosen = surest(of: candidates, before: token, scan) else {
      return ResolvedSource(type: .namedPerson, number: nil, entity: nil)
    }
    var found: ResolvedSource
    if let index = chosen.index {
      found = cite(index, at: token, isNamed: true)
    } else if let run = chosen.run {
      found = person(run, scan)
    } else {
      return ResolvedSource(type: .namedPerson, number: nil, entity: nil)
    }
    if let number = found.number {
      known[number - 1].lastToken = token
      if known[number - 1].gender.isEmpty { known[number - 1].gender = gender }
      found.entity = known[number - 1].name
    }
    return found
  }

  /// Those named or cited in the sentence so far and the two before it, and the last speaker.
  private func candidates(
    before token: Int, _ gender: SourceWords, _ scan: Scan
  ) -> [Candidate] {
    let number = scan.reading.sentenceNumber(ofToken: token)
    let start = scan.reading.sentences[max(0, number - 2)].tokens.start
    var out: [Candidate] = []
    func add(_ candidate: Candidate) {
      let same = out.firstIndex { other in
        if let a = other.index, let b = candidate.index { return a == b }
        if let a = other.run, let b = candidate.run { return a.agrees(with: b) }
        return false
      }
      guard let same else { return out.append(candidate) }
      out[same].isActing = out[same].isActing || candidate.isActing
      out[same].token = max(out[same].token, candidate.token)
    }
    for mention in names.mentions(in: TokenSpan(start, token))
    where names.isSurelyPerson(mention.run) {
      let index = known.firstIndex { $0.isPerson && ($0.run?.agrees(with: mention.run) ?? false) }
      let own = index.map { known[$0].gender } ?? names.gender(of: mention.run)
      guard Self.agree(own, gender) else { continue }
      add(
        Candidate(
          index: index, run: index == nil ? mention.run : nil, isActing: mention.isActing,
          token: mention.run.tokens.start))
    }
    for (index, source) in known.enumerated()
    where source.isPerson && source.lastToken >= start && Self.agree(source.gender, gender) {
      add(Candidate(index: index, isActing: true, token: source.lastToken))
    }
    if out.isEmpty,
      let last = known.indices.filter({ known[$0].isPerson }).max(by: {
        known[$0].lastToken < known[$1].lastToken
      }), token - known[last].lastToken < Self.reach, Self.agree(known[last].gender, gender)
    {
      out.append(Candidate(index: last, isActing: true, token: known[last].lastToken))
    }
    return out
  }

  /// The one who can be meant; nobody where two can.
  private func surest(
    of candidates: [Candidate], before token: Int, _ scan: Scan
  ) -> Candidate? {
    if candidates.count < 2 { return candidates.first }
    let acting = candidates.filter(\.isActing)
    if acting.count == 1 { return acting[0] }
    // Who speaks goes on speaking while nobody else has come to act since.
    if let last = acting.max(by: { $0.token < $1.token }), let index = last.index,
      known.indices.filter({ known[$0].isPerson }).allSatisfy({
        known[$0].lastToken <= known[index].lastToken
      })
    {
      return last
    }
    // "Epstein told the guards that he ...": the subject of the same sentence.
    let sentence = scan.reading.sentence(ofToken: token).tokens.start
    let beside = acting.filter { $0.token >= sentence }
    guard beside.count == 1, beside[0].token - sentence < 3 else { return nil }
    return beside[0]
  }

  // MARK: Who, it and they

  private mutating func relative(_ token: Int, _ scan: Scan) -> ResolvedSource {
    // A sentence may begin with it, after another that ends with a comma.
    let bounds = scan.reading.sentence(ofToken: token).tokens
    var end = token
    if end > bounds.start, scan.kinds[end - 1] == .comma { end -= 1 }
    guard end > bounds.start else {
      return ResolvedSource(type: .unnamedPeople, number: nil, entity: nil)
    }
    if let run = scan.nameRuns(in: TokenSpan(bounds.start, end)).last, run.tokens.end == end,
      names.isPerson(run)
    {
      return person(run, scan)
    }
    // "Mohammadi, a former minister who": the name before the apposition.
    if let mention = names.mentions(in: TokenSpan(bounds.start, end)).last(where: {
      scan.kind($0.run.tokens.end, in: bounds) == .comma
    }), names.isPerson(mention.run), mention.run.tokens.end + 1 < end,
      (mention.run.tokens.end + 1..<end).allSatisfy({
        scan.kinds[$0] != .comma && !scan.kinds[$0].isOne(of: .finite)
      })
    {
      return person(mention.run, scan)
    }
    guard scan.tokens[end - 1].kind == .word else {
      return ResolvedSource(type: .unnamedPeople, number: nil, entity: nil)
    }
    let noun = TokenSpan(end - 1, end)
    guard let reading = scan.sourceReading(of: noun, names) else {
      return ResolvedSource(type: .unnamedPeople, number: nil, entity: nil)
    }
    return phrase(noun, reading, scan)
  }

  /// "It": the organisation, document or outlet cited last.
  private mutating func thing(_ token: Int) -> ResolvedSource {
    let things: Set<SourceType> = [.organisation, .document, .newsOutlet, .socialMedia]
    return nearest(token, otherwise: .organisation) { things.contains($0.type) }
  }

  /// "They": the people cited last, or where there are none the organisation.
  private mutating func many(_ token: Int) -> ResolvedSource {
    let people = nearest(token, otherwise: .unnamedPeople) {
      $0.isMany && $0.type != .organisation || $0.type == .socialMedia
    }
    guard people.number == nil, people.type == .unnamedPeople else { return people }
    let organisation = nearest(token, within: 30, otherwise: .unnamedPeople) { $0.isMany }
    return organisation.number == nil ? people : organisation
  }

  /// The source of a sort that was cited last, if it is near and none of its sort stands as near.
  private mutating func nearest(
    _ token: Int, within reach: Int = 80, otherwise type: SourceType,
    _ isOfSort: (KnownSource) -> Bool
  ) -> ResolvedSource {
    var nearest: Int?
    var second: Int?
    for index in known.indices
    where token - known[index].lastToken < reach && isOfSort(known[index]) {
      let place = known[index].lastToken
      if let last = nearest, known[last].lastToken >= place {
        second = max(second ?? place, place)
      } else {
        second = nearest.map { known[$0].lastToken }
        nearest = index
      }
    }
    guard let last = nearest else {
      return ResolvedSource(type: type, number: nil, entity: nil)
    }
    // Two in the same breath: either may be meant.
    if let second, known[last].lastToken - second < 12 {
      return ResolvedSource(type: known[last].type, number: nil, entity: nil)
    }
    return cite(last, at: token, isNamed: true)
  }
}
