import Copydesk
import DeskCleaning
import DeskTestSupport

/// A stage over some pages, and the count that shows it did its work.
struct Case {
  var name: String
  /// What the count is of.
  var counts: String
  /// nil: whatever the first round gives, which the others must give too.
  var right: Int?
  /// Goes through one page, by its number, and gives its part of the count.
  var run: (Int, [UInt8]) -> Int
}

/// The pages that a run is over.
struct Pages {
  var name: String
  var pages: [[UInt8]]
  /// What the pages were made of; nil for pages from a folder.
  var made: [MadePage]?

  var bytes: Int { pages.reduce(0) { $0 + $1.count } }

  /// Pages made from the seeds.
  static func made(_ count: Int) throws -> Pages {
    let made = try MadePage.make(count)
    return Pages(name: "pages made from seeds/", pages: made.map(\.html), made: made)
  }

  /// The saved pages below a folder, gzipped or not, as UTF-8.
  static func folder(_ path: String) -> Pages {
    var pages: [[UInt8]] = []
    Inputs([path]).read { result in
      if case .success(let document) = result, let page = CleaningStages.decoded(document) {
        pages.append(page)
      }
      return true
    }
    return Pages(name: path, pages: pages)
  }
}

extension Case {
  static func all(_ pages: Pages, _ cleaner: Cleaner) -> [Case] {
    let made = pages.made
    return [
      Case(name: "floor", counts: "trees", right: made?.count) { _, page in
        CleaningStages.floor(page) ? 1 : 0
      },
      Case(name: "strip", counts: "bytes left") { _, page in cleaner.strippedSize(page) },
      Case(name: "parse", counts: "nodes") { _, page in cleaner.nodeCount(page) },
      Case(name: "divide", counts: "blocks") { _, page in cleaner.blockCount(page) },
      Case(
        name: "clean", counts: made == nil ? "bytes of text" : "paragraphs and facts",
        right: made?.reduce(0) { $0 + $1.rightCount }
      ) { number, page in
        let document = Document(
          id: "page", content: .html(page, charset: "utf-8"), origin: Origin(input: "page"))
        guard let article = try? cleaner.article(from: document) else { return 0 }
        return made.map { $0[number].right(in: article) } ?? article.text.count
      },
    ]
  }
}
