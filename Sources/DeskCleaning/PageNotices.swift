import DeskLexicons
import DeskText

/// What a page says in its title or main heading when it holds no article: that nothing was found,
/// that one must sign in.
///
/// `page-notices.tsv` has the columns `entry`, `category`, `where` (`start`: the title begins with
/// it; `anywhere`) and `most` (an article of more words is one, whatever its title).
struct PageNotices: Sendable {
  private struct Notice: Sendable {
    var words: [[UInt8]]
    var category: String
    var isAtStart: Bool
    var most: Int
  }

  private var notices: [Notice] = []
  private var longest = 0

  init(_ lexicons: Lexicons) {
    guard let table = lexicons.table("page-notices.tsv") else { return }
    for row in table.rows {
      guard let entry = table.cell(row, "entry"), let category = table.cell(row, "category") else {
        continue
      }
      let notice = Notice(
        words: Block(Array(entry.utf8)).folded, category: category,
        isAtStart: table.cell(row, "where") == "start",
        most: table.cell(row, "most").flatMap { Int($0) } ?? 100)
      notices.append(notice)
      longest = max(longest, notice.most)
    }
  }

  /// Why a page of so many words of text holds no article, if its title or heading says so.
  func remark(title: String?, heading: [UInt8]?, words: Int) -> String? {
    guard words <= longest else { return nil }
    for line in [title.map { Array($0.utf8) }, heading] {
      guard let line else { continue }
      let said = Block(line).folded
      let notice = notices.first { words <= $0.most && Self.stands($0, in: said) }
      if let notice { return Self.remarks[notice.category] ?? "the page holds no article" }
    }
    return nil
  }

  private static func stands(_ notice: Notice, in said: [[UInt8]]) -> Bool {
    let count = notice.words.count
    guard count > 0, said.count >= count else { return false }
    if notice.isAtStart {
      // "Search for survivors goes on" is a headline: a notice is nearly all that is said.
      return said.starts(with: notice.words) && said.count <= count + 4
    }
    return (0...said.count - count).contains { said[$0..<$0 + count].elementsEqual(notice.words) }
  }

  private static let remarks = [
    "not-found": "the page says that it was not found: no article",
    "robot-check": "the page asks whether a person reads it: save it from a browser",
    "sign-in": "the page asks to sign in: no article",
    "search-results": "the page lists search results: no article",
    "consent": "the page asks for consent and shows no article",
  ]
}
