/// Finds the lines that a house puts under or over many of its articles: newsletter calls, notes on
/// who contributed, promises of updates.
///
/// Such a line is a whole paragraph, the same in several articles, at their beginning or end, and
/// its neighbours are not the same in them: agency copy comes with its neighbours.
enum StandingLines {
  /// A line that stands in fewer articles may have been taken over.
  private static let fewestArticles = 3
  /// Longer paragraphs are text.
  private static let mostWords = 60
  /// So many paragraphs from the beginning or the end are its place.
  private static let edge = 3

  private struct Place {
    var article: Int
    var words: Range<Int>
    var before: UInt64
    var after: UInt64
    var isAtEdge: Bool
  }

  /// For each article the words of its standing lines, ascending.
  static func ranges(in articles: [ReuseArticle]) -> [[Range<Int>]] {
    var seen: [UInt64: Int] = [:]
    let paragraphs = articles.map(Self.paragraphs)
    for article in paragraphs {
      for key in Set(article.map(\.key)) { seen[key, default: 0] += 1 }
    }
    var places: [UInt64: [Place]] = [:]
    for (number, article) in paragraphs.enumerated() {
      for (index, paragraph) in article.enumerated()
      where paragraph.words.count <= mostWords && seen[paragraph.key, default: 0] >= fewestArticles
      {
        places[paragraph.key, default: []].append(
          Place(
            article: number, words: paragraph.words,
            before: index > 0 ? article[index - 1].key : 0,
            after: index + 1 < article.count ? article[index + 1].key : 0,
            isAtEdge: index < edge || index + edge >= article.count))
      }
    }
    var out = [[Range<Int>]](repeating: [], count: articles.count)
    for lines in places.values where isStanding(lines) {
      for line in lines { out[line.article].append(line.words) }
    }
    return out.map { $0.sorted { $0.lowerBound < $1.lowerBound } }
  }

  /// Whether a line that stands at some places is a house's.
  private static func isStanding(_ lines: [Place]) -> Bool {
    guard lines.count(where: \.isAtEdge) * 4 >= lines.count * 3 else { return false }
    // Two standing lines may follow each other; text goes on with the same neighbour everywhere.
    return isVaried(lines.map(\.before)) || isVaried(lines.map(\.after))
  }

  /// Whether most neighbours differ.
  private static func isVaried(_ neighbours: [UInt64]) -> Bool {
    let real = neighbours.filter { $0 != 0 }
    return real.count * 2 > neighbours.count && Set(real).count * 2 > real.count
  }

  private static func paragraphs(of article: ReuseArticle) -> [(key: UInt64, words: Range<Int>)] {
    var out: [(key: UInt64, words: Range<Int>)] = []
    var start = 0
    while start < article.words.count {
      let end = article.end(of: .paragraphStart, around: start)
      let key = article.hashes[start..<end].reduce(1) { StableHash.mix($0 ^ UInt64($1)) }
      out.append((key, start..<end))
      start = end
    }
    return out
  }
}
