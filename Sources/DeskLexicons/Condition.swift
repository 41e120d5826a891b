public import DeskText

/// What must hold around a match, where a word alone misleads.
///
/// Written in the `when` column, one after another with `;` between, all of which must hold; `not`
/// turns one round:
/// - `lower`, `capital`, `allcaps`: how the first word is written (at a sentence's start every
///   word may be capital, so `lower` holds there);
/// - `verb`, `noun`: what its neighbours say it is;
/// - `quoted`, `unquoted`: inside quotation marks or not;
/// - `next=a|b*|<number>`, `prev=...`: the token right after or before;
/// - `near=a|b`: a word up to five tokens away in the same sentence;
/// - `sentence=a|b`: a word anywhere in the sentence.
///
/// Classes: `<number>`, `<capital>`, `<lower>`, `<mark>`, `<comma>`, `<quote>`, `<start>` and
/// `<end>` of the sentence, `<determiner>`, `<pronoun>`, `<modal>`, `<be>`, `<have>`, `<adverb>`,
/// `<ing>`, `<ed>`, `<month>`, `<preposition>`, `<conjunction>`.
struct Condition: Hashable, Sendable {
  enum Test: Hashable, Sendable {
    case lower, capital, allCapitals, verb, noun, quoted
    case next(Neighbours), previous(Neighbours), near(Neighbours), sentence(Neighbours)
  }

  /// Words, beginnings of words and classes, one of which a token must be.
  struct Neighbours: Hashable, Sendable {
    var words = FoldedWords()
    var beginnings: [[UInt8]] = []
    var classes: [WordClass] = []
  }

  var test: Test
  var isNegated: Bool

  static func parse(
    _ written: Pattern.Bytes
  ) throws(Pattern.Failure) -> [Condition] {
    var out: [Condition] = []
    for part in written.split(separator: 0x3B) {
      var text = spaceless(part)
      if text.isEmpty { continue }
      let isNegated = text.starts(with: "not ".utf8)
      if isNegated { text = spaceless(text.dropFirst(4)) }
      out.append(Condition(test: try test(text), isNegated: isNegated))
    }
    return out
  }

  private static func spaceless(_ text: Pattern.Bytes) -> Pattern.Bytes {
    var text = text
    while text.first == 0x20 { text.removeFirst() }
    while text.last == 0x20 { text.removeLast() }
    return text
  }

  private static func test(_ text: Pattern.Bytes) throws(Pattern.Failure) -> Test {
    guard let sign = text.firstIndex(of: 0x3D) else {
      switch Pattern.string(text) {
      case "lower": return .lower
      case "capital": return .capital
      case "allcaps": return .allCapitals
      case "verb": return .verb
      case "noun": return .noun
      case "quoted": return .quoted
      case let unknown:
        throw Pattern.Failure(
          reason:
            "'\(unknown)' is no condition; write lower, capital, verb, noun, quoted, next=, prev=, near= or sentence="
        )
      }
    }
    let neighbours = try neighbours(text[(sign + 1)...])
    switch Pattern.string(spaceless(text[..<sign])) {
    case "next": return .next(neighbours)
    case "prev": return .previous(neighbours)
    case "near": return .near(neighbours)
    case "sentence": return .sentence(neighbours)
    default: throw Pattern.Failure(reason: "'\(Pattern.string(text))' is no condition")
    }
  }

  private static func neighbours(
    _ written: Pattern.Bytes
  ) throws(Pattern.Failure) -> Neighbours {
    var out = Neighbours()
    for item in written.split(separator: 0x7C) {
      let item = spaceless(item)
      if item.first == 0x3C, item.last == 0x3E, item.count > 1 {
        let name = Pattern.string(item.dropFirst().dropLast())
        guard let known = WordClass(rawValue: name) else {
          throw Pattern.Failure(reason: "'\(Pattern.string(item))' is no class of words")
        }
        out.classes.append(known)
      } else if item.last == 0x2A {
        out.beginnings.append(Folding.folded(UnsafeBufferPointer(rebasing: item.dropLast())))
      } else {
        out.words.add(Folding.folded(UnsafeBufferPointer(rebasing: item)))
      }
    }
    return out
  }

  /// Whether the condition holds for a match of some tokens.
  func holds(_ words: Words, _ match: Extent<Unit.Token>) -> Bool {
    value(words, match) != isNegated
  }

  private func value(_ words: Words, _ match: Extent<Unit.Token>) -> Bool {
    let first = words.tokens[match.start]
    switch test {
    case .lower: return !first.flags.contains(.capital) || first.flags.contains(.sentenceStart)
    case .capital: return first.flags.contains(.capital)
    case .allCapitals: return first.flags.contains(.allCapitals)
    case .quoted: return first.flags.contains(.inQuote)
    case .verb: return WordClass.looksLikeVerb(match, in: words)
    case .noun: return !WordClass.looksLikeVerb(match, in: words)
    case .next(let wanted): return wanted.hold(words, match.end, from: match.end - 1)
    case .previous(let wanted): return wanted.hold(words, match.start - 1, from: match.start)
    case .near(let wanted):
      return (max(0, match.start - 5)..<min(words.tokens.count, match.end + 5)).contains {
        !match.contains($0) && words.isSameSentence($0, match.start)
          && wanted.hold(words, $0, from: match.start)
      }
    case .sentence(let wanted):
      return words.sentence(around: match.start).contains {
        !match.contains($0) && wanted.hold(words, $0, from: match.start)
      }
    }
  }
}

extension Condition.Neighbours {
  /// Whether the token at `index`, which may lie outside the sentence of `from`, is one of these.
  func hold(_ words: Words, _ index: Int, from: Int) -> Bool {
    let isOutside =
      index < 0 || index >= words.tokens.count || !words.isSameSentence(index, from)
    for known in classes where known.holds(words, index, isOutside: isOutside) { return true }
    guard !isOutside, !(self.words.isEmpty && beginnings.isEmpty) else { return false }
    return words.withLetters(index) { letters in
      self.words.contains(letters, hash: words.tokens[index].hash)
        || beginnings.contains { beginning in
          beginning.withUnsafeBufferPointer { Folding.begins(letters, with: $0) }
        }
    }
  }
}

extension Words {
  /// Whether no sentence begins between two tokens.
  ///
  /// Before `DeskReading` has marked sentences, paragraphs stand for them.
  public func isSameSentence(_ a: Int, _ b: Int) -> Bool {
    let (low, high) = a < b ? (a, b) : (b, a)
    guard low < high else { return true }
    for index in (low + 1)...high
    where !tokens[index].flags.isDisjoint(with: [.sentenceStart, .paragraphStart]) { return false }
    return true
  }

  /// The tokens of the sentence that a token stands in.
  public func sentence(around index: Int) -> Range<Int> {
    let starts: Token.Flags = [.sentenceStart, .paragraphStart]
    var low = index
    while low > 0, tokens[low].flags.isDisjoint(with: starts) { low -= 1 }
    var high = index + 1
    while high < tokens.count, tokens[high].flags.isDisjoint(with: starts) { high += 1 }
    return low..<high
  }
}
