/// Tells articles that are near copies of an earlier one: agency copy printed again, a page saved
/// twice.
///
/// Each article is kept as the smallest hashes of its runs of five words (Broder 1997); the share
/// that two articles have in common estimates how alike they are. Articles may come in a stream; the
/// first of several copies stands for all.
public struct NearCopies: Sendable {
  /// Articles this much alike are copies.
  static let leastResemblance = 0.6
  /// The words in a run.
  private static let runLength = 5
  /// The hashes kept of each article.
  private static let sketchSize = 64
  /// The smallest of them, by which copies are looked up.
  private static let keys = 8
  /// Under one hash so many articles are kept.
  private static let mostUnderKey = 16

  private var ids: [String] = []
  private var sketches: [[UInt64]] = []
  private var articles: [UInt64: [Int32]] = [:]

  public init() {}

  /// The id of the earlier article that an article is a near copy of; nil for one that is new, which
  /// is remembered.
  public mutating func original(of digest: Digest) -> String? { original(of: digest.reuse) }

  /// The same of an article that is not analyzed.
  public mutating func original(of article: ReuseArticle) -> String? {
    let sketch = Self.sketch(article.hashes)
    guard !sketch.isEmpty else { return nil }
    let candidates = Set(sketch.prefix(Self.keys).flatMap { articles[$0] ?? [] })
    let found = candidates.sorted().first {
      Self.resemblance(sketches[Int($0)], sketch) >= Self.leastResemblance
    }
    if let found { return ids[Int(found)] }
    let number = Int32(ids.count)
    ids.append(article.id)
    sketches.append(sketch)
    for key in sketch.prefix(Self.keys) where articles[key, default: []].count < Self.mostUnderKey {
      articles[key, default: []].append(number)
    }
    return nil
  }

  /// The smallest hashes of the runs of some words, ascending; of a shorter text, of all of it.
  private static func sketch(_ words: [UInt32]) -> [UInt64] {
    guard !words.isEmpty else { return [] }
    let length = min(runLength, words.count)
    var hashes = Set<UInt64>(minimumCapacity: words.count)
    for start in 0...words.count - length {
      hashes.insert(words[start..<start + length].reduce(0) { StableHash.mix($0 ^ UInt64($1)) })
    }
    return Array(hashes.sorted().prefix(sketchSize))
  }

  /// The share of runs that stand in both articles, of those that stand in either, estimated from
  /// the smallest hashes of both together.
  private static func resemblance(_ a: [UInt64], _ b: [UInt64]) -> Double {
    var (i, j, all, both) = (0, 0, 0, 0)
    while all < sketchSize, i < a.count || j < b.count {
      all += 1
      if i < a.count, j < b.count, a[i] == b[j] {
        both += 1
        i += 1
        j += 1
      } else if j == b.count || (i < a.count && a[i] < b[j]) {
        i += 1
      } else {
        j += 1
      }
    }
    return Double(both) / Double(all)
  }
}
