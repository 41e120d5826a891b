import Copydesk

/// The articles of a run that are not in English, for which the word lists are none.
struct ForeignArticles {
  private(set) var count = 0
  /// The first few hundred.
  private(set) var first: [ForeignArticle] = []

  /// Whether an article is not in English; if so, it is remembered.
  mutating func take(_ article: Article) -> Bool {
    guard !article.isEnglish, let language = article.language else { return false }
    count += 1
    if first.count < 500 { first.append(ForeignArticle(id: article.id, language: language)) }
    return true
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
