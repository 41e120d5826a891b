import DeskText

/// The text of an article from its page's JSON-LD, for pages that show less of it.
enum LinkedBody {
  /// The paragraphs of `articleBody`, where it tells at least twice as much as the page shows.
  static func blocks(_ data: LinkedData, shown: Int, entities: Entities) -> [Block]? {
    guard let body = data.body else { return nil }
    let words = body.utf8.reduce(1) { $0 + ($1 == 0x20 || $1 == 0x0A ? 1 : 0) }
    guard words >= 80, words > shown * 2 else { return nil }
    // Some publishers put markup into it, some line ends, some neither.
    var page: [UInt8] = Array("<p>".utf8)
    for byte in body.utf8 {
      page += byte == 0x0A || byte == 0x0D ? Array("<p>".utf8) : [byte]
    }
    let stripped = page.withUnsafeBufferPointer { Stripping($0, entities: entities) }
    let blocks = PageBlocks(PageReader.tree(of: stripped)).blocks.map {
      Block($0.text, kind: $0.kind, linkShare: $0.linkShare)
    }
    return blocks.reduce(0) { $0 + $1.wordCount } > shown * 2 ? blocks : nil
  }

  static let remark = "the page shows only a part: the text is the one it tells search engines"
}
