/// Finds for each new article those seen before that may tell the same event, without looking at
/// all of them.
///
/// An inverted index over the heaviest words: whoever shares two of them, and with them enough of
/// its weight, is a candidate. With dates, only the days around are looked up; and of many
/// candidates only those are told that share most, so the cost does not grow with the collection.
struct StoryCandidates {
  /// Articles of one event appear within so many days.
  private static let window = Stories.window
  /// A word in more articles is no clue; the latest ones are kept.
  private static let longest = 400
  /// So alike two articles must be in their heaviest words alone.
  private static let leastShared: Float = 0.02
  /// So many candidates an article has at most.
  private static let most = 48

  /// A word in some days that follow each other; `noPeriod` for all articles without a date.
  private struct Key: Hashable {
    var word: UInt32
    var period: Int
  }

  /// An article that has a word, and what the word weighs in it.
  private struct Posting {
    var article: Int32
    var weight: Float
  }

  /// So many days are a period: a window touches three of them at most.
  private static let periodLength = window + 1
  private static let noPeriod = Int.min
  private var dated: [Key: [Posting]] = [:]
  /// The day of each article, `noDay` where it states none.
  private var days: [Int] = []
  private static let noDay = Int.min
  /// All articles with a date, for those without; empty until one without comes.
  private var anyDay: [UInt32: [Posting]] = [:]
  private var hasUndated = false
  /// How many heavy words each article shares with the new one, and how alike they make them; all
  /// 0 between two calls.
  private var shared: [(words: UInt8, alike: Float)] = []

  /// Takes in the next article, whose number is the count of those before.
  ///
  /// - Returns: the numbers of the candidates, ascending.
  mutating func add(_ terms: StoryTerms) -> [Int] {
    let number = Int32(shared.count)
    shared.append((0, 0))
    days.append(terms.day ?? Self.noDay)
    let period = terms.day.map(Self.period)
    if terms.day == nil, !hasUndated {
      hasUndated = true
      anyDay = ofAllDays()
    }
    var found: [Int32] = []
    for (word, weight) in terms.heaviest {
      if let day = terms.day {
        for near in Self.period(day - Self.window)...Self.period(day + Self.window) {
          for other in dated[Key(word: word, period: near)] ?? []
          where abs(days[Int(other.article)] - day) <= Self.window {
            note(other, weight, &found)
          }
        }
      } else {
        for other in anyDay[word] ?? [] { note(other, weight, &found) }
      }
      for other in dated[Key(word: word, period: Self.noPeriod)] ?? [] {
        note(other, weight, &found)
      }
      let posting = Posting(article: number, weight: weight)
      Self.append(
        posting, to: &dated[Key(word: word, period: period ?? Self.noPeriod), default: []])
      if terms.day != nil, hasUndated { Self.append(posting, to: &anyDay[word, default: []]) }
    }
    let candidates = best(found)
    for article in found { shared[Int(article)] = (0, 0) }
    return candidates
  }

  /// Those that share enough, ascending; of too many those that share most, of equals the latest.
  private func best(_ found: [Int32]) -> [Int] {
    var candidates = found.filter {
      shared[Int($0)].words >= 2 && shared[Int($0)].alike >= Self.leastShared
    }
    if candidates.count > Self.most {
      candidates.sort {
        let (a, b) = (shared[Int($0)].alike, shared[Int($1)].alike)
        return a != b ? a > b : $0 > $1
      }
      candidates.removeLast(candidates.count - Self.most)
    }
    return candidates.sorted().map(Int.init)
  }

  /// The articles with a date, whatever it is, by their words.
  private func ofAllDays() -> [UInt32: [Posting]] {
    var out: [UInt32: [Posting]] = [:]
    for (key, postings) in dated where key.period != Self.noPeriod {
      out[key.word, default: []] += postings
    }
    return out.mapValues { $0.sorted { $0.article < $1.article }.suffix(Self.longest) }
  }

  /// The number of the period that a day lies in.
  private static func period(_ day: Int) -> Int {
    (day >= 0 ? day : day - periodLength + 1) / periodLength
  }

  private mutating func note(_ other: Posting, _ weight: Float, _ found: inout [Int32]) {
    let article = Int(other.article)
    if shared[article].words == 0 { found.append(other.article) }
    if shared[article].words < .max { shared[article].words += 1 }
    shared[article].alike += weight * other.weight
  }

  private static func append(_ posting: Posting, to list: inout [Posting]) {
    list.append(posting)
    // Cut rarely, so that it costs nothing in the long run.
    if list.count >= 2 * longest { list.removeFirst(list.count - longest) }
  }
}
