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

  /// A word on a day; `noDay` for all articles without a date.
  private struct Key: Hashable {
    var term: UInt32
    var day: Int
  }

  private static let noDay = Int.min
  private var dated: [Key: [Int32]] = [:]
  /// All articles with a date, for those without.
  private var anyDay: [UInt32: [Int32]] = [:]
  /// How many heavy words each article shares with the new one; all 0 between two calls.
  private var shared: [UInt8] = []

  /// Takes in the next article, whose number is the count of those before.
  ///
  /// - Returns: the numbers of the candidates, ascending.
  mutating func add(_ terms: StoryTerms) -> [Int] {
    let number = Int32(shared.count)
    shared.append(0)
    var found: [Int32] = []
    for term in terms.heaviest {
      if let day = terms.day {
        for near in day - Self.window...day + Self.window {
          note(dated[Key(term: term, day: near)], &found)
        }
      } else {
        note(anyDay[term], &found)
      }
      note(dated[Key(term: term, day: Self.noDay)], &found)
      Self.append(number, to: &dated[Key(term: term, day: terms.day ?? Self.noDay), default: []])
      if terms.day != nil { Self.append(number, to: &anyDay[term, default: []]) }
    }
    let candidates = found.filter { shared[Int($0)] >= 2 }.map(Int.init).sorted()
    for number in found { shared[Int(number)] = 0 }
    return candidates
  }

  private mutating func note(_ numbers: [Int32]?, _ found: inout [Int32]) {
    for number in numbers ?? [] {
      if shared[Int(number)] == 0 { found.append(number) }
      if shared[Int(number)] < .max { shared[Int(number)] += 1 }
    }
  }

  private static func append(_ number: Int32, to list: inout [Int32]) {
    list.append(number)
    // Cut rarely, so that it costs nothing in the long run.
    if list.count >= 2 * longest { list.removeFirst(list.count - longest) }
  }
}
