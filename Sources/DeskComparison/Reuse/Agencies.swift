public import DeskLexicons
import DeskReading
import DeskText

/// Tells which articles are copy of a news agency, by what they say themselves: the outlet, a
/// byline, a dateline ("LONDON (Reuters) –"), a line that holds nothing else, or brackets at the
/// end.
public struct Agencies: Sendable {
  private struct Name {
    var words: [UInt32]
    /// `AP` and `EFE` are agencies, `Ap` and `Efe` are not.
    var isAllCapitals: Bool
    var agency: String
  }

  /// By the first word.
  private var names: [UInt32: [Name]] = [:]

  /// So many words and marks of the text may hold the dateline.
  private static let datelineTokens = 16
  /// So many words and marks at the end may be the credit in brackets.
  private static let endingTokens = 8
  /// Of so many paragraphs at either end one may be the credit.
  private static let edge = 2

  /// Those of `agencies.tsv` inside the program.
  public static let embedded = Agencies(Lexicons.embedded.table("agencies.tsv"))

  /// Those of a set of word lists; the program's own where it has none.
  public init(_ lexicons: Lexicons) {
    self.init(lexicons.table("agencies.tsv") ?? Lexicons.embedded.table("agencies.tsv"))
  }

  /// Reads a table with the columns `name` and `agency`.
  public init(_ table: Table?) {
    for row in table?.rows ?? [] {
      guard let name = table?.cell(row, "name"), let agency = table?.cell(row, "agency") else {
        continue
      }
      let words = Words(Text(name)).tokens.filter(\.isWord)
      guard let first = words.first else { continue }
      names[first.hash, default: []].append(
        Name(
          words: words.map(\.hash), isAllCapitals: first.flags.contains(.allCapitals),
          agency: agency))
    }
  }

  /// The agency whose copy an article is; nil where it credits none.
  func agency(of article: Article, _ reading: Reading) -> String? {
    if let outlet = article.outlet, let found = only(in: Words(Text(outlet)).tokens[...]) {
      return found
    }
    for name in article.byline {
      let tokens = Words(Text(name)).tokens[...]
      if let found = tokens.indices.lazy.compactMap({ match(tokens, at: $0) }).first {
        return found.agency
      }
    }
    return dateline(reading.words) ?? line(reading.words) ?? ending(reading.words)
  }

  /// The longest name that begins at a token, and the token after it.
  private func match(_ tokens: ArraySlice<Token>, at start: Int) -> (agency: String, end: Int)? {
    var best: (agency: String, end: Int)?
    for name in names[tokens[start].hash] ?? [] where start + name.words.count <= tokens.endIndex {
      guard !name.isAllCapitals || tokens[start].flags.contains(.allCapitals),
        zip(tokens[start...], name.words).allSatisfy({ $0.hash == $1 }),
        start + name.words.count > best?.end ?? 0
      else { continue }
      best = (name.agency, start + name.words.count)
    }
    return best
  }

  /// The first agency of some tokens that are names of agencies and marks, and nothing else.
  private func only(in tokens: ArraySlice<Token>) -> String? {
    var found: String?
    var at = tokens.startIndex
    while at < tokens.endIndex {
      if !tokens[at].isWord {
        at += 1
      } else if let name = match(tokens, at: at) {
        found = found ?? name.agency
        at = name.end
      } else {
        return nil
      }
    }
    return found
  }

  /// The agency in brackets between the place, or the day, and the dash that open a text.
  private func dateline(_ words: Words) -> String? {
    let tokens = words.tokens[...]
    for (place, token) in tokens.prefix(Self.datelineTokens).enumerated() {
      if words.string(place) == "(" {
        guard let name = bracketed(words, from: place), name.end < tokens.endIndex,
          ["-", "--", "–", "—"].contains(words.string(name.end))
        else { return nil }
        return name.agency
      }
      // "PORT-AU-PRINCE, Haiti", "LONDON, March 3"
      guard !token.isWord || token.kind == .number || token.flags.contains(.capital) else {
        return nil
      }
    }
    return nil
  }

  /// The agency that stands in brackets, and the token after them.
  private func bracketed(_ words: Words, from open: Int) -> (agency: String, end: Int)? {
    guard open + 1 < words.tokens.count, let name = match(words.tokens[...], at: open + 1),
      name.end < words.tokens.count, words.string(name.end) == ")"
    else { return nil }
    return (name.agency, name.end + 1)
  }

  /// The agency that is all that a paragraph near the beginning or the end says.
  private func line(_ words: Words) -> String? {
    let tokens = words.tokens
    let starts = tokens.indices.filter { tokens[$0].flags.contains(.paragraphStart) }
    let ends = starts.dropFirst() + [tokens.count]
    let paragraphs = Array(zip(starts, ends))
    guard paragraphs.count > 1 else { return nil }
    for (number, paragraph) in paragraphs.enumerated()
    where number < Self.edge || number + Self.edge >= paragraphs.count {
      if let found = only(in: tokens[paragraph.0..<paragraph.1]) { return found }
    }
    return nil
  }

  /// The agency in brackets that closes a text.
  private func ending(_ words: Words) -> String? {
    guard
      let open = words.tokens.indices.suffix(Self.endingTokens).last(where: {
        words.string($0) == "("
      }), let name = bracketed(words, from: open), name.end == words.tokens.count
    else { return nil }
    return name.agency
  }
}
