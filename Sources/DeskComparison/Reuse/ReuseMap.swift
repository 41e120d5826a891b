import DeskText

/// The passages that some articles share, beside the articles.
public struct ReuseMap: Sendable {
  public let articles: [ReuseArticle]
  /// By the article that took them, then by place.
  public let passages: [ReusedPassage]

  /// What one outlet has that another one had before.
  public struct Tie: Hashable, Sendable {
    public var from: String
    public var to: String
    /// Whether it is known for any of the passages who was first.
    public var isDirected: Bool
    /// Not in quotation marks in both.
    public var passages = 0
    public var words = 0
    /// How many of the passages name the outlet they come from.
    public var credited = 0
    /// How many of the passages are wire copy.
    public var wire = 0
    /// In quotation marks in both: they may come from a third text.
    public var quotations = 0
  }

  /// The passages of some articles; of none, no passages.
  public init(_ reuse: Reuse = Reuse()) {
    articles = reuse.articles
    passages = reuse.passages()
  }

  /// The words of a passage as they stand in one article.
  public func text(_ side: ReusedPassage.Side) -> String {
    articles[side.article].text[side.extent]
  }

  /// The words that credit a passage.
  public func credit(_ passage: ReusedPassage) -> String? {
    passage.credit.map { articles[passage.to.article].text[$0] }
  }

  /// The outlet of one side, as reports call it.
  public func outlet(_ side: ReusedPassage.Side) -> String {
    let article = articles[side.article]
    return article.outlet ?? OutletKey(name: article.id, isUnstated: true).label
  }

  /// Outlets that share passages; those with most words first.
  public var ties: [Tie] {
    var ties: [[String]: Tie] = [:]
    for passage in passages {
      let names = [outlet(passage.from), outlet(passage.to)]
      var tie = ties[names] ?? Tie(from: names[0], to: names[1], isDirected: false)
      if passage.direction != .unknown { tie.isDirected = true }
      if passage.kind == .quotation {
        tie.quotations += 1
      } else {
        tie.passages += 1
        tie.words += passage.to.words
        if passage.isCredited == true { tie.credited += 1 }
        if passage.wire != nil { tie.wire += 1 }
      }
      ties[names] = tie
    }
    return ties.values.sorted {
      ($1.words, $1.quotations, $0.to, $0.from) < ($0.words, $0.quotations, $1.to, $1.from)
    }
  }
}
