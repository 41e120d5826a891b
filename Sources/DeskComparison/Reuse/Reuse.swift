import DeskText

/// Passages that articles of different outlets share: who took what from whom, and said so or not.
///
/// Cost grows with the number of words. The same articles in the same order give the same passages.
public struct Reuse: Sendable {
  /// In the order they came.
  public private(set) var articles: [ReuseArticle] = []

  private let background: BackgroundWords

  public init(background: BackgroundWords = .embedded) { self.background = background }

  /// Takes in the next article.
  public mutating func add(_ article: ReuseArticle) { articles.append(article) }

  /// All passages, by the article that took them, then by place.
  public func passages() -> [ReusedPassage] {
    // The oldest first, those without a date last: whatever stands in many articles is compared
    // with the oldest of them.
    let order = articles.indices.sorted {
      let (a, b) = (articles[$0].date ?? "~", articles[$1].date ?? "~")
      return a != b ? a < b : $0 < $1
    }
    let sorted = order.map { articles[$0] }
    let outlets = outletNumbers(sorted)
    let index = GramIndex(
      sorted.map(\.hashes), leavingOut: StandingLines.ranges(in: sorted))
    let finder = PassageFinder(background: background)
    let credits = articles.map(Credit.init)
    var clueCounts = [Int32](repeating: 0, count: sorted.count)
    var passages: [ReusedPassage] = []
    for newer in sorted.indices {
      var clues: [(older: Int32, clue: WordAlignment.Clue)] = []
      var met: [Int32] = []
      index.forEachOlder(of: newer) { older in
        outlets[older] != outlets[newer]
      } _: { word, place in
        let older = Int32(place.article)
        if clueCounts[place.article] == 0 { met.append(older) }
        clueCounts[place.article] += 1
        clues.append((older, WordAlignment.Clue(older: place.word, newer: word)))
      }
      // One clue alone is no passage.
      clues = clues.filter { clueCounts[Int($0.older)] > 1 }
      for older in met { clueCounts[Int(older)] = 0 }
      clues.sort {
        ($0.older, $0.clue.newer, $0.clue.older) < ($1.older, $1.clue.newer, $1.clue.older)
      }
      guard !clues.isEmpty else { continue }
      let places = clues.map(\.clue)
      let weights = finder.weights(sorted[newer])
      var start = 0
      while start < clues.count {
        let older = Int(clues[start].older)
        var end = start + 1
        while end < clues.count, clues[end].older == clues[start].older { end += 1 }
        let segments = finder.passages(
          of: sorted[older], and: sorted[newer], weights: weights, clues: places[start..<end]
        ) { index.spread(of: $0, in: newer) }
        for segment in segments {
          passages.append(passage(segment, order[older], order[newer], credits))
        }
        start = end
      }
    }
    WireCopy.mark(&passages, of: articles)
    return passages.sorted {
      ($0.to.article, $0.to.extent.start, $0.from.article, $0.from.extent.start)
        < ($1.to.article, $1.to.extent.start, $1.from.article, $1.from.extent.start)
    }
  }

  /// Articles with the same number are of one outlet.
  private func outletNumbers(_ articles: [ReuseArticle]) -> [Int] {
    var numbers: [String: Int] = [:]
    return articles.enumerated().map { index, article in
      guard let outlet = article.outlet else { return -1 - index }
      let name = outlet.lowercased()
      let number = numbers[name] ?? numbers.count
      numbers[name] = number
      return number
    }
  }

  /// A passage with what is known about it.
  private func passage(
    _ segment: WordAlignment.Segment, _ one: Int, _ other: Int, _ credits: [Credit?]
  ) -> ReusedPassage {
    var (from, to) = (one, other)
    var (source, copy) = (segment.older, segment.newer)
    var direction = ReusedPassage.Direction.unknown
    func credit(of source: Int, in article: Int, _ words: Range<Int>) -> Extent<Unit.Byte>? {
      credits[source]?.place(in: articles[article], for: words)
    }
    var told = credit(of: one, in: other, segment.newer)
    if let a = articles[one].date, let b = articles[other].date, a != b {
      direction = .date
    } else {
      let back = credit(of: other, in: one, segment.older)
      if (told != nil) != (back != nil) { direction = .credit }
      if direction == .credit ? back != nil : one > other {
        swap(&from, &to)
        swap(&source, &copy)
        told = back
      }
    }
    let isQuoted = [(from, source), (to, copy)].allSatisfy { article, words in
      let quoted = articles[article].words[words].count { $0.flags.contains(.inQuote) }
      return quoted * 5 >= words.count * 4
    }
    let isWhole = (
      start: [(from, source), (to, copy)].allSatisfy { article, words in
        articles[article].starts(.sentenceStart, at: words.lowerBound)
      },
      end: [(from, source), (to, copy)].allSatisfy { article, words in
        articles[article].starts(.sentenceStart, at: words.upperBound)
      }
    )
    return ReusedPassage(
      from: side(from, source, isWhole), to: side(to, copy, isWhole),
      similarity: Double(segment.matched) / Double(max(source.count, copy.count)),
      kind: isQuoted ? .quotation : .text, direction: direction,
      isCredited: credits[from] == nil ? nil : told != nil, credit: told)
  }

  private func side(
    _ article: Int, _ words: Range<Int>, _ isWhole: (start: Bool, end: Bool)
  ) -> ReusedPassage.Side {
    let article = (number: article, value: articles[article])
    return ReusedPassage.Side(
      article: article.number,
      extent: article.value.bytes(words, withMarksBefore: isWhole.start, after: isWhole.end),
      words: words.count)
  }
}
