public import DeskAnalysis
import DeskComparison
import DeskReading
import DeskText

/// A sample of sentences to be coded by hand, stratified by category, by whether the program found
/// something, and by outlet.
///
/// Half of a category's sentences are such in which the program found something, for precision, half such
/// in which it did not, for recall. Inside a half, outlets get places by their number of sentences, each
/// one at least. Within a stratum, sentences are drawn by a hash of their place and the seed: the same
/// sample for the same articles in any order.
public struct ValidationSample: Sendable {
  /// A sentence to code.
  public struct Item: Sendable {
    public var category: ValidationCategory
    public var article: String
    public var outlet: String?
    /// From 1.
    public var sentence: Int
    public var words: String
    /// The sentence before it; empty for the first.
    public var before: String
    var stratum: Stratum
  }

  private struct Key: Hashable {
    var category: Int
    var isFound: Bool
    var outlet: String
  }

  private struct Candidate: Sendable {
    var article: String
    var outlet: String?
    var sentence: Int
    var words: String
    var before: String
  }

  public let categories: [ValidationCategory]
  private let size: Int
  private let seed: UInt64
  private var samples: [Key: Sample<Candidate>] = [:]
  public private(set) var articleCount = 0
  public private(set) var sentenceCount = 0

  /// - Parameters:
  ///   - size: how many sentences in all; a sentence counts for each category that it is coded for.
  ///   - categories: what is to be validated.
  ///   - seed: of the draw.
  public init(size: Int, categories: [ValidationCategory], seed: UInt64) {
    self.size = size
    self.categories = categories
    self.seed = seed
  }

  /// Offers the sentences of an article.
  public mutating func add(_ analysis: Analysis) {
    articleCount += 1
    let empty = Sample<Candidate>(limit: half, seed: seed)
    sentenceCount += analysis.sentences.count
    let article = analysis.article
    func words(_ number: Int) -> String {
      article.text[analysis.sentences[number].bytes].split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
    }
    for (place, category) in categories.enumerated() {
      let found = category.sentences(of: analysis)
      for number in analysis.sentences.indices {
        let key = Key(
          category: place, isFound: found.contains(number), outlet: article.outlet ?? "")
        let id = "\(article.id)\u{0}\(number)\u{0}\(category.name)"
        samples[key, default: empty].add(
          id: id, tie: "",
          Candidate(
            article: article.id, outlet: article.outlet, sentence: number + 1,
            words: words(number), before: number > 0 ? words(number - 1) : ""))
      }
    }
  }

  private var half: Int { max(1, (size / max(1, categories.count) + 1) / 2) }

  /// The drawn sentences by category, those found and not found mixed.
  public func items() -> [Item] {
    var out: [Item] = []
    var number = 0
    for (place, category) in categories.enumerated() {
      var sides: [Bool: [(outlet: String, sample: Sample<Candidate>)]] = [:]
      for isFound in [true, false] {
        sides[isFound] = pooled(
          samples.filter { $0.key.category == place && $0.key.isFound == isFound }
            .map { ($0.key.outlet, $0.value) })
      }
      let totals = sides.mapValues { $0.reduce(0) { $0 + $1.sample.total } }
      // What one half cannot fill goes to the other.
      let share = size / categories.count
      let found = min(totals[true] ?? 0, max(share / 2, share - (totals[false] ?? 0)))
      var drawn: [Item] = []
      for isFound in [true, false] {
        let side = sides[isFound] ?? []
        let counts = Self.places(
          isFound ? found : share - found,
          among: side.map { min($0.sample.total, $0.sample.limit) },
          by: side.map(\.sample.total))
        for (group, count) in zip(side, counts) where count > 0 {
          let stratum = Stratum(
            number: number, isFound: isFound, size: group.sample.total, drawn: count)
          number += 1
          drawn += group.sample.members.prefix(count).map { member in
            Item(
              category: category, article: member.article, outlet: member.outlet,
              sentence: member.sentence, words: member.words, before: member.before,
              stratum: stratum)
          }
        }
      }
      out += drawn.map { item in
        // Another seed than the draw's, so that the order tells nothing of it.
        (StableHash.rank("\(item.article)\u{0}\(item.sentence)", seed: seed &+ 1), item)
      }.sorted { $0.0 < $1.0 }.map(\.1)
    }
    return out
  }

  /// Outlets beyond the places that there are stand together.
  private func pooled(
    _ groups: [(outlet: String, sample: Sample<Candidate>)]
  ) -> [(outlet: String, sample: Sample<Candidate>)] {
    let sorted = groups.sorted { a, b in
      a.sample.total != b.sample.total ? a.sample.total > b.sample.total : a.outlet < b.outlet
    }
    let most = max(1, half / 2)
    guard sorted.count > most else { return sorted }
    var rest = Sample<Candidate>(limit: half, seed: seed)
    for group in sorted[(most - 1)...] { rest.merge(group.sample) }
    return Array(sorted[..<(most - 1)]) + [("", rest)]
  }

  /// Places shared out by size, one each at least, no more than there are (largest remainders).
  static func places(_ count: Int, among limits: [Int], by sizes: [Int]) -> [Int] {
    let total = sizes.reduce(0, +)
    guard total > 0, count > 0 else { return sizes.map { _ in 0 } }
    var out = sizes.indices.map { index in
      min(limits[index], max(1, count * sizes[index] / total))
    }
    while out.reduce(0, +) > count,
      let most = out.indices.filter({ out[$0] > 1 }).max(by: { out[$0] < out[$1] })
    {
      out[most] -= 1
    }
    while out.reduce(0, +) < count {
      let open = out.indices.filter { out[$0] < limits[$0] }
      // Whoever is farthest below its share comes next.
      guard
        let next = open.max(by: {
          Double(sizes[$0]) / Double(out[$0] + 1) < Double(sizes[$1]) / Double(out[$1] + 1)
        })
      else { break }
      out[next] += 1
    }
    return out
  }
}

/// Where a sentence of the sample comes from: what its weight rests on.
struct Stratum: Hashable, Sendable {
  var number: Int
  /// Whether the program found something in its sentences.
  var isFound: Bool
  /// How many sentences it has.
  var size: Int
  /// How many of them were drawn.
  var drawn: Int

  /// As letters that tell the eye nothing, since whoever codes is not to know what the program found; they
  /// fit their own row only.
  func key(article: String, sentence: Int, category: String) -> String {
    let mask = Self.mask(article, sentence, category)
    let packed =
      UInt64(isFound ? 1 : 0) | UInt64(min(number, 0x7FFF)) << 1 | UInt64(min(drawn, 0xFFFF)) << 16
      | UInt64(min(size, 0xFFFF_FFFF)) << 32
    return Self.letters(packed ^ mask, 16) + Self.letters(Self.check(packed, mask), 4)
  }

  /// The stratum that a row's key names; nil where the key is not this row's.
  init?(key: String, article: String, sentence: Int, category: String) {
    let letters = Array(key.lowercased().utf8)
    guard letters.count == 20, letters.allSatisfy({ (0x61...0x70).contains($0) }) else {
      return nil
    }
    func value(_ part: ArraySlice<UInt8>) -> UInt64 {
      part.reduce(0) { $0 << 4 | UInt64($1 - 0x61) }
    }
    let masked = value(letters[..<16])
    let mask = Self.mask(article, sentence, category)
    let packed = masked ^ mask
    guard Self.check(packed, mask) == value(letters[16...]) else { return nil }
    self.init(
      number: Int(packed >> 1 & 0x7FFF), isFound: packed & 1 == 1, size: Int(packed >> 32),
      drawn: Int(packed >> 16 & 0xFFFF))
    guard drawn > 0, size >= drawn else { return nil }
  }

  init(number: Int, isFound: Bool, size: Int, drawn: Int) {
    self.number = number
    self.isFound = isFound
    self.size = size
    self.drawn = drawn
  }

  private static func mask(_ article: String, _ sentence: Int, _ category: String) -> UInt64 {
    StableHash.rank("\(article)\u{0}\(sentence)\u{0}\(category)", seed: 0x6465_736B)
  }

  /// Of the stratum and the row, so that neither can change without the other.
  private static func check(_ packed: UInt64, _ mask: UInt64) -> UInt64 {
    StableHash.mix(packed ^ StableHash.mix(mask)) & 0xFFFF
  }

  private static func letters(_ value: UInt64, _ count: Int) -> String {
    String(
      decoding: (0..<count).map { UInt8(value >> UInt64(4 * (count - 1 - $0)) & 15) + 0x61 },
      as: UTF8.self)
  }
}
