/// Stories of articles that come in order of their dates: handed over as soon as they are over,
/// and then forgotten, so that memory holds some weeks of articles and not all of them.
///
/// The same stories, with the same numbers, as `Stories` gives for all articles at once, where each
/// article has a date. One without a date joins stories of the days around it in the stream.
public struct StoryStream: Sendable {
  private var stories = Stories()
  /// For each article held: its number among all, and the latest day seen when it came.
  private var arrivals: [(number: Int, day: Int)] = []
  private var count = 0
  /// The latest day seen.
  private var today: Int?
  /// Stories that are over and wait for those that began before them.
  private var finished: [(first: Int, story: ToldStory)] = []
  private var given = 0
  /// So many articles are held before stories are looked for that are over.
  private var nextClosing: Int
  private let leastClosing: Int

  public init() { self.init(leastClosing: 1_000) }

  init(leastClosing: Int) {
    self.leastClosing = leastClosing
    nextClosing = leastClosing
  }

  /// How many articles are held.
  var heldCount: Int { arrivals.count }

  /// Takes in the next article.
  ///
  /// - Returns: the stories that are over, in order; false, and nothing taken in, where the article
  ///   is dated before the one above it.
  public mutating func add(_ article: StoryArticle) -> (stories: [ToldStory], isInOrder: Bool) {
    if let day = article.terms.day {
      if let today, day < today { return ([], false) }
      today = day
    }
    stories.add(article)
    arrivals.append((count, today ?? .min))
    count += 1
    guard arrivals.count >= nextClosing, let today else { return ([], true) }
    let out = close(before: today - Stories.window)
    nextClosing = max(leastClosing, 2 * arrivals.count)
    return (out, true)
  }

  /// The stories that are left, once no article comes any more.
  public mutating func end() -> [ToldStory] { close(before: .max) }

  /// Takes out the stories that no article from now on can join.
  private mutating func close(before day: Int) -> [ToldStory] {
    var isOver = [Bool](repeating: false, count: arrivals.count)
    for cluster in stories.clusters()
    where cluster.allSatisfy({ arrivals[$0].day < day || day == .max }) {
      for article in cluster { isOver[article] = true }
    }
    guard isOver.contains(true) else { return [] }
    for story in stories.stories() where isOver[story.articles[0]] {
      finished.append((arrivals[story.articles[0]].number, stories.told(story)))
    }
    stories = stories.without(isOver)
    arrivals = arrivals.indices.filter { !isOver[$0] }.map { arrivals[$0] }
    // A story that began earlier and goes on has the earlier number.
    let firstHeld = arrivals.first?.number ?? .max
    finished.sort { $0.first < $1.first }
    let ready = finished.prefix { $0.first < firstHeld }
    finished.removeFirst(ready.count)
    return ready.map { entry in
      given += 1
      var story = entry.story
      story.number = given
      return story
    }
  }
}

extension Stories {
  /// The articles that are not over, with what is known of their pairs.
  fileprivate func without(_ isOver: [Bool]) -> Stories {
    var out = Stories()
    var places = [Int](repeating: 0, count: articles.count)
    for (place, article) in articles.enumerated() where !isOver[place] {
      places[place] = out.articles.count
      out.hold(article)
    }
    out.pairs = pairs.filter { !isOver[$0.first] }.map {
      (places[$0.first], places[$0.second], $0.similarity)
    }
    return out
  }
}
