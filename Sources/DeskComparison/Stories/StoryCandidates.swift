/// Finds for each new article those seen before that may tell the same event, without looking at
/// all of them.
///
/// An inverted index over the heaviest words: whoever shares two of them is a candidate. With
/// dates, only the days around are looked up, so the cost does not grow with the collection.
struct StoryCandidates {
  /// Articles of one event appear within so many days.
  private static let window = Stories.window
  /// A word in more articles is no clue; the latest ones are kept.
  private static let longest = 400

  /// A word in some days that follow each other; `noPeriod` for all articles without a date.
  private struct Key: Hashable {
    var term: UInt32
    var period: Int
  }

  /// So many days are a period: a window touches three of them at most.
  private static let periodLength = window + 1
  private static let noPeriod = Int.min
  private var dated: [Key: [Int32]] = [:]
  /// The day of each article, `noDay` where it states none.
  private var days: [Int] = []
  private static let noDay = Int.min
  /// All articles with a date, for those without; empty until one without comes.
  private var anyDay: [UInt32: [Int32]] = [:]
  private var hasUndated = false
  /// How many heavy words each article shares with the new one; all 0 between two calls.
  private var shared: [UInt8] = []

  /// Takes in the next article, whose number is the count of those before.
  ///
  /// - Returns: the numbers of the candidates, ascending.
  mutating func add(_ terms: StoryTerms) -> [Int] {
    let number = Int32(shared.count)
    shared.append(0)
    days.append(terms.day ?? Self.noDay)
    let period = terms.day.map(Self.period)
    if terms.day == nil, !hasUndated {
      hasUndated = true
      anyDay = ofAllDays()
    }
    var found: [Int32] = []
    for term in terms.heaviest {
      if let day = terms.day {
        for near in Self.period(day - Self.window)...Self.period(day + Self.window) {
          for other in dated[Key(term: term, period: near)] ?? []
          where abs(days[Int(other)] - day) <= Self.window {
            note(other, &found)
          }
        }
      } else {
        for other in anyDay[term] ?? [] { note(other, &found) }
      }
      for other in dated[Key(term: term, period: Self.noPeriod)] ?? [] { note(other, &found) }
      Self.append(
        number, to: &dated[Key(term: term, period: period ?? Self.noPeriod), default: []])
      if terms.day != nil, hasUndated { Self.append(number, to: &anyDay[term, default: []]) }
    }
    let candidates = found.filter { shared[Int($0)] >= 2 }.map(Int.init).sorted()
    for number in found { shared[Int(number)] = 0 }
    return candidates
  }

  /// The articles with a date, whatever it is, by their words.
  private func ofAllDays() -> [UInt32: [Int32]] {
    var out: [UInt32: [Int32]] = [:]
    for (key, numbers) in dated where key.period != Self.noPeriod {
      out[key.term, default: []] += numbers
    }
    return out.mapValues { $0.sorted().suffix(Self.longest) }
  }

  /// The number of the period that a day lies in.
  private static func period(_ day: Int) -> Int {
    (day >= 0 ? day : day - periodLength + 1) / periodLength
  }

  private mutating func note(_ number: Int32, _ found: inout [Int32]) {
    if shared[Int(number)] == 0 { found.append(number) }
    if shared[Int(number)] < .max { shared[Int(number)] += 1 }
  }

  private static func append(_ number: Int32, to list: inout [Int32]) {
    list.append(number)
    // Cut rarely, so that it costs nothing in the long run.
    if list.count >= 2 * longest { list.removeFirst(list.count - longest) }
  }
}
