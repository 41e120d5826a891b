import DeskText

/// What an entry's pattern says: one element after another, each a choice of words.
///
/// - `word` is itself in any case; `word*` any word that begins so;
/// - `{say/v}` the forms of a verb, `{claim/n}` those of a noun;
/// - `[a|b c]` one of several; a `?` after any of these makes it optional;
/// - `~3` up to three words of any kind.
struct Pattern: Hashable, Sendable {
  enum Atom: Hashable, Sendable {
    /// A folded word.
    case word([UInt8])
    /// The folded beginning of a word.
    case prefix([UInt8])
    case any
  }

  typealias Sequence = [Atom]

  /// The alternatives of each element; an empty one where the element may be left out.
  let elements: [[Sequence]]

  /// How many sequences of words the pattern stands for.
  var formCount: Int { elements.reduce(1) { $0 * $1.count } }

  /// Every sequence of words that the pattern stands for, spelt out.
  var forms: [Sequence] {
    elements.reduce([[]]) { left, alternatives in
      left.flatMap { head in alternatives.map { head + $0 } }
    }.filter { $0.contains { $0 != .any } }
  }

  struct Failure: Error { let reason: String }

  /// More sequences than this are a mistake in the pattern, not a wish.
  static let limit = 20_000

  static func parse(_ pattern: String, inflections: Inflections) -> Result<Pattern, Failure> {
    do throws(Failure) {
      // Most entries are plain words.
      let parsed =
        pattern.utf8.contains(where: isSyntax)
        ? Pattern(elements: try alternatives(pattern, inflections))
        : Pattern(elements: [[words(pattern)]])
      guard parsed.formCount <= limit else {
        throw Failure(reason: "'\(pattern)' has more than \(limit) forms; split it")
      }
      guard parsed.elements.contains(where: { $0.contains { $0.contains { $0 != .any } } }) else {
        throw Failure(reason: "'\(pattern)' names no word")
      }
      return .success(parsed)
    } catch {
      return .failure(error)
    }
  }

  private static func alternatives(_ pattern: String, _ inflections: Inflections) throws(Failure)
    -> [[Sequence]]
  {
    var out: [[Sequence]] = []
    for element in try elements(pattern) { out.append(try sequencesOf(element, inflections)) }
    return out
  }

  private static func isSyntax(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x5B, 0x5D, 0x7B, 0x7C, 0x7D, 0x7E, 0x2A, 0x3F: true  // [ ] { | } ~ * ?
    default: false
    }
  }

  /// Splits at spaces that are not inside brackets.
  private static func elements(_ pattern: String) throws(Failure) -> [String] {
    var out: [String] = []
    var current = ""
    var depth = 0
    for character in pattern {
      if character == "[" || character == "{" { depth += 1 }
      if character == "]" || character == "}" { depth -= 1 }
      if depth < 0 { throw Failure(reason: "'\(pattern)' closes a bracket that is not open") }
      if character == " ", depth == 0 {
        if !current.isEmpty { out.append(current) }
        current = ""
      } else {
        current.append(character)
      }
    }
    if depth > 0 { throw Failure(reason: "'\(pattern)' leaves a bracket open") }
    if !current.isEmpty { out.append(current) }
    return out
  }

  private static func sequencesOf(_ element: String, _ inflections: Inflections) throws(Failure)
    -> [Sequence]
  {
    var core = element[...]
    var out: [Sequence] = []
    if core.hasSuffix("?"), core.count > 1 {
      core.removeLast()
      out.append([])
    }
    if core.hasPrefix("~"), core.count > 1 {
      guard let most = Int(core.dropFirst()), (1...6).contains(most) else {
        throw Failure(reason: "'\(element)' is no gap; write ~1 to ~6")
      }
      return (0...most).map { Array(repeating: .any, count: $0) }
    }
    if core.hasPrefix("["), core.hasSuffix("]") {
      for alternative in core.dropFirst().dropLast().split(
        separator: "|", omittingEmptySubsequences: false)
      {
        let text = trimmed(alternative)
        guard !text.isEmpty else {
          throw Failure(reason: "'\(element)' has an empty alternative")
        }
        var inner: [Sequence] = [[]]
        for part in try elements(text) {
          let more = try sequencesOf(part, inflections)
          inner = inner.flatMap { left in more.map { left + $0 } }
        }
        out += inner
      }
      return out
    }
    if core.hasPrefix("{"), core.hasSuffix("}") {
      let parts = core.dropFirst().dropLast().split(separator: "/")
      guard parts.count == 2, let kind = Inflections.Kind(rawValue: String(parts[1])) else {
        throw Failure(reason: "'\(element)' is no inflection; write {say/v} or {claim/n}")
      }
      for form in inflections.forms(of: String(parts[0]), as: kind) { out.append(words(form)) }
      return out
    }
    if core.contains(where: { "[]{}|".contains($0) }) {
      throw Failure(reason: "'\(element)' has a bracket or bar in the middle of a word")
    }
    if core.hasSuffix("*") {
      let stem = Folding.folded(core.dropLast().utf8)
      guard stem.count >= 3, !stem.contains(0x2A) else {
        throw Failure(reason: "'\(element)': at least three letters stand before '*'")
      }
      out.append([.prefix(stem)])
      return out
    }
    out.append(words(String(core)))
    return out
  }

  /// The tokens of some literal words, so that an entry is split as texts are.
  private static func words(_ text: String) -> Sequence {
    let words = Words(Text(text))
    return words.tokens.map { .word(Folding.folded(words.text.utf8[$0.extent.range])) }
  }
}
