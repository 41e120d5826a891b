/// Where a few words in a row stand in several articles.
///
/// An inverted index over runs of three words. A run that stands in many articles is told apart by
/// the words that follow it, until few enough are left; so common phrases join no articles, and no
/// pair of articles is looked at that shares nothing rare. What still stands in many articles when
/// it is eight words long is kept with the oldest of them alone, so that cost grows with the number
/// of words, whatever they are.
struct GramIndex {
  /// The shortest run that is a clue.
  static let shortest = 3
  /// A run of so many words that stands in many articles is a formula.
  private static let formulaLength = 5
  /// Longer runs are not told apart any more.
  private static let longest = 8
  /// A run that stands at more places is no clue yet.
  private static let mostPlaces = 8
  /// Of a run at no more places, all are told.
  private static let fewPlaces = 4
  /// Of a run at more places, so many of the oldest.
  private static let mostOlder = 1

  /// An article's number and the number of a word in it.
  struct Place: Comparable {
    private let packed: UInt64

    init(article: Int, word: Int) { packed = UInt64(article) << 32 | UInt64(word) }

    var article: Int { Int(packed >> 32) }
    var word: Int { Int(packed & 0xFFFF_FFFF) }

    static func < (a: Place, b: Place) -> Bool { a.packed < b.packed }
  }

  private static let none = UInt32.max

  /// The places of all groups, group by group, each ascending.
  private var places: [Place] = []
  /// Where each group begins in `places`, and where the last ends.
  private var starts: [Int] = [0]
  /// Where each article's words begin among all, and where the last's end.
  private var firstWords: [Int] = [0]
  /// For each word, in how many articles the run stands that begins with it, as far as it is a
  /// formula; 0 where it stands there alone.
  private var spreads: [UInt8]
  /// For each word, the group of the run that begins with it.
  private var groups: [UInt32]

  /// - Parameters:
  ///   - articles: the words of each article, by their hashes, the oldest article first.
  ///   - leavingOut: for each article the words that are no one's text, ascending.
  init(_ articles: [[UInt32]], leavingOut: [[Range<Int>]]) {
    var total = 0
    for words in articles {
      total += words.count
      firstWords.append(total)
    }
    groups = Array(repeating: Self.none, count: total)
    spreads = Array(repeating: 0, count: total)
    var table = GramTable(articles, leavingOut: leavingOut, length: Self.shortest)
    // Room that is not written to costs nothing; arrays that grow leave holes behind.
    places.reserveCapacity(table.count)
    starts.reserveCapacity(table.count / 2 + 1)
    table.forEachRepeated { members in
      split(&members, length: Self.shortest, articles)
    }
  }

  /// The number of a place's word among those of all articles.
  @inline(__always)
  private func number(of place: Place) -> Int { firstWords[place.article] + place.word }

  /// Keeps a group of places, or tells it apart by the words that follow.
  private mutating func split(
    _ members: inout ArraySlice<Place>, length: Int, _ articles: [[UInt32]]
  ) {
    guard let first = members.first, members.last?.article != first.article else { return }
    let isFew = members.count <= Self.mostPlaces
    if isFew ? length <= Self.formulaLength : length == Self.formulaLength {
      let spread = UInt8(clamping: spread(of: members))
      for place in members { spreads[number(of: place)] = spread }
    }
    guard !isFew, length < Self.longest else { return keep(members) }
    func next(_ place: Place) -> UInt32? {
      let words = articles[place.article]
      let word = place.word + length
      return word < words.count ? words[word] : nil
    }
    var keyed = members.compactMap { place in next(place).map { (hash: $0, place: place) } }
    keyed.sort { $0.hash != $1.hash ? $0.hash < $1.hash : $0.place < $1.place }
    var start = 0
    while start < keyed.count {
      var end = start + 1
      while end < keyed.count, keyed[end].hash == keyed[start].hash { end += 1 }
      if end - start > 1 {
        var part = keyed[start..<end].map(\.place)[...]
        split(&part, length: length + 1, articles)
      }
      start = end
    }
  }

  private mutating func keep(_ members: ArraySlice<Place>) {
    let group = UInt32(starts.count - 1)
    for place in members { groups[number(of: place)] = group }
    places += members
    starts.append(places.count)
  }

  /// In how many articles some places lie.
  private func spread(of members: ArraySlice<Place>) -> Int {
    var count = 0
    var last = -1
    for place in members where place.article != last {
      count += 1
      last = place.article
    }
    return count
  }

  /// In how many articles the runs of a stretch of words stand, at the median; 0 where they stand
  /// nowhere else.
  func spread(of words: Range<Int>, in article: Int) -> Int {
    let first = firstWords[article]
    let known = words.dropLast(Self.shortest - 1).map { spreads[first + $0] }.filter { $0 > 1 }
      .sorted()
    return known.isEmpty ? 0 : Int(known[known.count / 2])
  }

  /// Calls `body` with the places in older articles that share a run with a word of an article.
  ///
  /// - Parameters:
  ///   - article: the number of the newer article.
  ///   - isWanted: whether an older article may be told.
  ///   - body: takes the word's number and the place of the same run in the older article.
  @inline(__always)
  func forEachOlder(
    of article: Int, isWanted: (Int) -> Bool,
    _ body: (_ word: Int, _ older: Place) -> Void
  ) {
    let first = firstWords[article]
    for number in first..<firstWords[article + 1] where groups[number] != Self.none {
      let (word, group) = (number - first, groups[number])
      let end = starts[Int(group) + 1]
      var at = starts[Int(group)]
      var left = end - at <= Self.fewPlaces ? Self.fewPlaces : Self.mostOlder
      while at < end, left > 0 {
        let place = places[at]
        guard place.article < article else { break }
        if isWanted(place.article) {
          left -= 1
          body(word, place)
        }
        at += 1
      }
    }
  }
}

/// All runs of a few words that stand at several places.
private struct GramTable {
  private struct Entry {
    var key: UInt64
    var place: GramIndex.Place
  }

  private var entries: [Entry] = []
  private var starts: [Int]

  /// How many places there are in all.
  var count: Int { entries.count }

  /// How many entries lie in a bucket on average, few enough to sort them fast.
  private static let bucketSize = 128

  init(_ articles: [[UInt32]], leavingOut: [[Range<Int>]], length: Int) {
    let total = articles.reduce(0) { $0 + $1.count }
    // Most runs stand in one place only. Two bits for each hash tell them before they cost more.
    let hashes = Self.powerOfTwo(atLeast: max(64, total * 8))
    var seen = [UInt64](repeating: 0, count: hashes / 32)
    Self.forEachGram(articles, leavingOut, length) { key, _ in
      let (word, shift) = Self.bits(key, hashes)
      // The second bit is set where the first one was.
      seen[word] |= 1 << shift | (seen[word] >> shift & 1) << (shift + 1)
    }
    // Asked once for each run: the answers lie somewhere in memory.
    var repeated = [UInt64](repeating: 0, count: total / 64 + 1)
    let buckets = Self.powerOfTwo(atLeast: max(1, total / Self.bucketSize))
    let shift = UInt64(64 - buckets.trailingZeroBitCount)
    func bucket(_ key: UInt64) -> Int { buckets == 1 ? 0 : Int(key >> shift) }
    var counts = [Int](repeating: 0, count: buckets + 1)
    var number = 0
    Self.forEachGram(articles, leavingOut, length) { key, _ in
      let (word, shift) = Self.bits(key, hashes)
      if seen[word] >> (shift + 1) & 1 != 0 {
        repeated[number >> 6] |= 1 << UInt64(number & 63)
        counts[bucket(key) + 1] += 1
      }
      number += 1
    }
    seen = []
    for index in 1...buckets { counts[index] += counts[index - 1] }
    starts = counts
    entries = Array(
      repeating: Entry(key: 0, place: GramIndex.Place(article: 0, word: 0)), count: counts[buckets])
    number = 0
    Self.forEachGram(articles, leavingOut, length) { key, place in
      defer { number += 1 }
      guard repeated[number >> 6] & 1 << UInt64(number & 63) != 0 else { return }
      entries[counts[bucket(key)]] = Entry(key: key, place: place)
      counts[bucket(key)] += 1
    }
  }

  /// Where the two bits of a hash stand.
  @inline(__always)
  private static func bits(_ key: UInt64, _ count: Int) -> (word: Int, shift: UInt64) {
    let place = Int(truncatingIfNeeded: key) & (count - 1)
    return (place >> 5, UInt64(place & 31) * 2)
  }

  /// Calls `body` with the places of each run that stands at several, ascending.
  mutating func forEachRepeated(_ body: (inout ArraySlice<GramIndex.Place>) -> Void) {
    for bucket in 0..<starts.count - 1 {
      let range = starts[bucket]..<starts[bucket + 1]
      entries[range].sort { $0.key != $1.key ? $0.key < $1.key : $0.place < $1.place }
      var start = range.lowerBound
      while start < range.upperBound {
        var end = start + 1
        while end < range.upperBound, entries[end].key == entries[start].key { end += 1 }
        if end - start > 1 {
          var members = entries[start..<end].map(\.place)[...]
          body(&members)
        }
        start = end
      }
    }
  }

  private static func forEachGram(
    _ articles: [[UInt32]], _ leavingOut: [[Range<Int>]], _ length: Int,
    _ body: (UInt64, GramIndex.Place) -> Void
  ) {
    for (article, words) in articles.enumerated() where words.count >= length {
      var gaps = leavingOut[article][...]
      var word = 0
      while word + length <= words.count {
        if let gap = gaps.first, word + length > gap.lowerBound {
          word = gap.upperBound
          gaps.removeFirst()
          continue
        }
        var key: UInt64 = 0
        for place in word..<word + length { key = StableHash.mix(key ^ UInt64(words[place])) }
        body(key, GramIndex.Place(article: article, word: word))
        word += 1
      }
    }
  }

  private static func powerOfTwo(atLeast count: Int) -> Int {
    var power = 1
    while power < count { power *= 2 }
    return power
  }
}
