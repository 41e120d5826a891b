import Copydesk

/// The articles of a run that are copies of earlier ones, where copies are counted once.
struct CopiedArticles {
  private var seen = NearCopies()
  private(set) var count = 0
  /// The first few hundred.
  private(set) var first: [CopiedArticle] = []

  /// Whether an article is a copy of an earlier one; if so, it is noted.
  mutating func take(_ digest: Digest) -> Bool {
    guard let original = seen.original(of: digest) else { return false }
    count += 1
    if first.count < 500 {
      first.append(CopiedArticle(id: digest.analysis.article.id, original: original))
    }
    return true
  }

  /// Says on standard error how many there are and which.
  func note() {
    guard count > 0 else { return }
    let names = first.prefix(5).map { "\($0.id) (of \($0.original))" }.joined(separator: ", ")
    Console.note(
      "copydesk: \(count) \(count == 1 ? "copy" : "copies") of articles left out: \(names)"
        + (count > 5 ? ", ..." : ""))
  }
}
