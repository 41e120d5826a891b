import DeskText
import Foundation

/// Finds the passages that two articles share.
struct PassageFinder {
  /// A shorter passage is a phrase.
  private static let fewestWords = 8
  /// Passages must weigh so much; a word weighs 1 where it tells something.
  private static let leastScore: Float = 5.25
  /// Words that weigh less in the background stand in every third article.
  private static let common: Float = 2
  private static let commonWord: Float = 0.5
  /// Who tells of the same people names them the same: a name tells less than other words.
  private static let name: Float = 0.5
  /// The second word of a name, which the first one brings along.
  private static let restOfName: Float = 0.3
  /// The share of words that must match.
  private static let leastShare = 0.5
  /// How far beyond its clues a passage may reach, in words.
  private static let reach = 20
  /// A sentence that a passage tells but for so many words is told whole.
  private static let snap = 3

  let background: BackgroundWords

  /// The passages of two articles, as stretches of words.
  ///
  /// - Parameters:
  ///   - older: the article that is taken for the source.
  ///   - newer: the other one.
  ///   - weights: what each word of the newer article adds to a passage.
  ///   - clues: by place in the newer article.
  ///   - spread: in how many articles a stretch of the newer article's words stands.
  /// - Returns: the clearest first.
  func passages(
    of older: ReuseArticle, and newer: ReuseArticle, weights: [Float],
    clues: ArraySlice<WordAlignment.Clue>, spread: (Range<Int>) -> Int
  ) -> [WordAlignment.Segment] {
    var found: [WordAlignment.Segment] = []
    // The clearest passages first: they bound the others.
    let chains = ClueChains.chains(clues).filter { $0.count > 1 }.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }
    for (_, chain) in chains {
      var olderStretch = 0..<older.words.count
      var newerStretch = 0..<newer.words.count
      for other in found {
        if other.older.upperBound <= chain[0].older, other.newer.upperBound <= chain[0].newer {
          olderStretch = olderStretch.clamped(to: other.older.upperBound..<older.words.count)
          newerStretch = newerStretch.clamped(to: other.newer.upperBound..<newer.words.count)
        } else if chain[0].older < other.older.lowerBound, chain[0].newer < other.newer.lowerBound {
          olderStretch = olderStretch.clamped(to: 0..<other.older.lowerBound)
          newerStretch = newerStretch.clamped(to: 0..<other.newer.lowerBound)
        }
      }
      add(
        chain[...], in: olderStretch, newerStretch, of: older, and: newer, weights: weights,
        spread: spread, to: &found)
    }
    return found
  }

  /// Adds the passages along a chain of clues, between stretches that are taken already.
  private func add(
    _ chain: ArraySlice<WordAlignment.Clue>, in olderStretch: Range<Int>,
    _ newerStretch: Range<Int>, of older: ReuseArticle, and newer: ReuseArticle,
    weights: [Float], spread: (Range<Int>) -> Int, to found: inout [WordAlignment.Segment]
  ) {
    guard chain.count > 1, let first = chain.first, let last = chain.last,
      !found.contains(where: { $0.newer.contains(first.newer) && $0.older.contains(first.older) }),
      let segment = WordAlignment.best(
        older.hashes, in: Self.around(first.older...last.older, within: olderStretch),
        newer.hashes, in: Self.around(first.newer...last.newer, within: newerStretch),
        along: chain, weights: weights),
      isPassage(segment, spread: spread(segment.newer)),
      !found.contains(where: { overlaps($0, segment) })
    else { return }
    let passage = whole(trimmed(segment, older, newer), older, newer)
    if max(passage.older.count, passage.newer.count) >= Self.fewestWords { found.append(passage) }
    let before = chain.prefix {
      $0.older < segment.older.lowerBound && $0.newer < segment.newer.lowerBound
    }
    add(
      before, in: olderStretch.lowerBound..<segment.older.lowerBound,
      newerStretch.lowerBound..<segment.newer.lowerBound, of: older, and: newer,
      weights: weights, spread: spread, to: &found)
    let after = chain.drop {
      $0.older < segment.older.upperBound || $0.newer < segment.newer.upperBound
    }
    add(
      after, in: segment.older.upperBound..<olderStretch.upperBound,
      segment.newer.upperBound..<newerStretch.upperBound, of: older, and: newer,
      weights: weights, spread: spread, to: &found)
  }

  /// The words around some clues that a passage may reach.
  private static func around(_ clues: ClosedRange<Int>, within: Range<Int>) -> Range<Int> {
    (clues.lowerBound - reach..<clues.upperBound + reach).clamped(to: within)
  }

  private func overlaps(_ a: WordAlignment.Segment, _ b: WordAlignment.Segment) -> Bool {
    a.newer.overlaps(b.newer) && a.older.overlaps(b.older)
  }

  private func isPassage(
    _ segment: WordAlignment.Segment, spread: Int
  ) -> Bool {
    let longer = max(segment.older.count, segment.newer.count)
    // What stands in many articles is a formula of the trade, unless it is long.
    let share = 1 / log2(Float(max(2, spread))).squareRoot()
    return longer >= Self.fewestWords && segment.score * share >= Self.leastScore
      && Double(segment.matched) >= Self.leastShare * Double(longer)
  }

  /// What each word of an article adds to a passage.
  func weights(_ article: ReuseArticle) -> [Float] {
    article.words.indices.map { weight(of: $0, in: article) }
  }

  private func weight(of word: Int, in article: ReuseArticle) -> Float {
    let this = article.words[word]
    if background.weight(article.hashes[word]) < Self.common { return Self.commonWord }
    guard this.flags.contains(.capital), !this.flags.contains(.sentenceStart) else { return 1 }
    let goesOn = word > 0 && article.words[word - 1].flags.contains(.capital)
    return goesOn ? Self.restOfName : Self.name
  }

  /// The segment without the few words before its first sentence and after its last.
  private func trimmed(
    _ segment: WordAlignment.Segment, _ older: ReuseArticle, _ newer: ReuseArticle
  ) -> WordAlignment.Segment {
    var out = segment
    let starts = (
      older.end(of: .sentenceStart, around: segment.older.lowerBound),
      newer.end(of: .sentenceStart, around: segment.newer.lowerBound)
    )
    if starts.0 - segment.older.lowerBound <= Self.snap,
      starts.1 - segment.newer.lowerBound <= Self.snap,
      !(older.starts(.sentenceStart, at: segment.older.lowerBound)
        && newer.starts(.sentenceStart, at: segment.newer.lowerBound))
    {
      out.older = min(starts.0, out.older.upperBound)..<out.older.upperBound
      out.newer = min(starts.1, out.newer.upperBound)..<out.newer.upperBound
    }
    let ends = (
      older.start(of: .sentenceStart, around: segment.older.upperBound - 1),
      newer.start(of: .sentenceStart, around: segment.newer.upperBound - 1)
    )
    if segment.older.upperBound - ends.0 <= Self.snap,
      segment.newer.upperBound - ends.1 <= Self.snap,
      !(older.starts(.sentenceStart, at: segment.older.upperBound)
        && newer.starts(.sentenceStart, at: segment.newer.upperBound))
    {
      out.older = out.older.lowerBound..<max(ends.0, out.older.lowerBound)
      out.newer = out.newer.lowerBound..<max(ends.1, out.newer.lowerBound)
    }
    guard !out.older.isEmpty, !out.newer.isEmpty else { return segment }
    out.matched = min(out.matched, out.older.count, out.newer.count)
    return out
  }

  /// The segment, up to the beginning and end of its sentences where little is missing in both.
  private func whole(
    _ segment: WordAlignment.Segment, _ older: ReuseArticle, _ newer: ReuseArticle
  ) -> WordAlignment.Segment {
    var out = segment
    let starts = (
      older.start(of: .sentenceStart, around: segment.older.lowerBound),
      newer.start(of: .sentenceStart, around: segment.newer.lowerBound)
    )
    let ends = (
      older.end(of: .sentenceStart, around: segment.older.upperBound - 1),
      newer.end(of: .sentenceStart, around: segment.newer.upperBound - 1)
    )
    if segment.older.lowerBound - starts.0 <= Self.snap,
      segment.newer.lowerBound - starts.1 <= Self.snap
    {
      out.older = starts.0..<out.older.upperBound
      out.newer = starts.1..<out.newer.upperBound
    }
    if ends.0 - segment.older.upperBound <= Self.snap,
      ends.1 - segment.newer.upperBound <= Self.snap
    {
      out.older = out.older.lowerBound..<ends.0
      out.newer = out.newer.lowerBound..<ends.1
    }
    return out
  }
}
