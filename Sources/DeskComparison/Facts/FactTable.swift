/// The facts of many stories.
public struct FactTable: Sendable {
  /// By story, then by how many articles tell them.
  public var facts: [Fact] = []
  /// How many articles stood in stories too large to be looked at whole.
  public private(set) var unreadCount = 0

  /// Of a story with more articles, the first so many are looked at.
  public static let mostArticles = 200

  public init() {}

  /// Adds the facts of one story, of which all articles are given in their order.
  public mutating func add(
    _ told: [FactArticle], story: Int, by facts: Facts = Facts()
  ) {
    unreadCount += max(0, told.count - Self.mostArticles)
    guard told.count > 1 else { return }
    self.facts += facts.facts(
      of: Array(told.prefix(Self.mostArticles)), story: story,
      numberedFrom: self.facts.count + 1)
  }
}
