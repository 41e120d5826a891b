import Copydesk

/// The articles of a run that are not in English, for which the word lists are none.
struct ForeignArticles: Codable {
  private(set) var count = 0
  /// The first few hundred.
  private(set) var first: [ForeignArticle] = []

  /// Whether an article is not in English; if so, it is remembered.
  mutating func take(_ article: Article) -> Bool {
    guard let foreign = ForeignArticle(article) else { return false }
    take(foreign)
    return true
  }

  mutating func take(_ article: ForeignArticle) {
    count += 1
    if first.count < 500 { first.append(article) }
  }

  /// Says on standard error how many there are and which.
  func note(_ consequence: String) {
    guard count > 0 else { return }
    let names = first.prefix(5).map { "\($0.id) (\($0.language))" }.joined(separator: ", ")
    Console.note(
      "copydesk: \(count) article\(count == 1 ? "" : "s") not in English \(consequence): \(names)"
        + (count > 5 ? ", ..." : ""))
  }
}
