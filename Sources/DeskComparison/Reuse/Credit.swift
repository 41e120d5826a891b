import DeskText
import struct Foundation.URL

/// The names by which an article may credit an outlet.
struct Credit {
  /// Each as the hashes of its words; the first must stand with a capital letter.
  private var names: [[UInt32]] = []
  private var firsts: Set<UInt32> = []
  /// The outlet's host, without `www.`.
  private var host: String?
  private var address: String?

  /// How far from a passage its credit stands, in bytes.
  private static let reach = 220

  /// The names of an article's outlet; nil where it is not known.
  init?(of article: ReuseArticle) {
    guard let outlet = article.outlet else { return nil }
    // "Insider (Business Insider)" has two names.
    for name in outlet.split(whereSeparator: { $0 == "(" || $0 == ")" || $0 == "/" }) {
      let text = Text(String(name))
      let words = Words(text).tokens.filter(\.isWord)
      let the = Self.hash("the")
      let own = words.drop { $0.hash == the }
      guard !own.isEmpty else { continue }
      names.append(own.map(\.hash))
      // "The Plains Observer" is "the Observer" the second time.
      if own.count > 1, let last = own.last { names.append([the, last.hash]) }
      let initials = words.map {
        String(decoding: text.utf8[$0.start..<$0.start + 1], as: UTF8.self)
      }
      if initials.count > 2 { names.append([Self.hash(initials.joined())]) }
    }
    guard !names.isEmpty else { return nil }
    firsts = Set(names.compactMap(\.first))
    address = article.url
    host = article.url.flatMap { URL(string: $0)?.host() }
      .map { $0.hasPrefix("www.") ? String($0.dropFirst(4)) : $0 }
  }

  private static func hash(_ word: String) -> UInt32 {
    Folding.hash(folded: Folding.folded(word.utf8))
  }

  /// Where an article credits the outlet for a passage; nil where it does not.
  func place(
    in article: ReuseArticle, for passage: Range<Int>
  ) -> Extent<Unit.Byte>? {
    let around = Self.surroundings(of: passage, in: article)
    if !article.links.isEmpty {
      let reach = article.bytes(around)
      let link = article.links.first { reach.overlaps($0.extent) && isOwn($0.address) }
      if let link { return link.extent }
    }
    for word in around where firsts.contains(article.hashes[word]) {
      for name in names where word + name.count <= around.upperBound {
        guard zip(word..., name).allSatisfy({ article.hashes[$0] == $1 }),
          article.words[word + name.count - 1].flags.contains(.capital)
        else { continue }
        return article.bytes(word..<word + name.count)
      }
    }
    return nil
  }

  /// The paragraphs of a passage and the one before, as far as a reader connects them with it.
  private static func surroundings(
    of passage: Range<Int>, in article: ReuseArticle
  ) -> Range<Int> {
    var start = article.start(of: .paragraphStart, around: passage.lowerBound)
    if start > 0 { start = article.start(of: .paragraphStart, around: start - 1) }
    var end = article.end(of: .paragraphStart, around: passage.upperBound - 1)
    let bytes = article.bytes(passage)
    while start < passage.lowerBound, Int(article.words[start].start) + reach < bytes.start {
      start += 1
    }
    while end > passage.upperBound, Int(article.words[end - 1].start) > bytes.end + reach {
      end -= 1
    }
    return start..<end
  }

  /// Whether an address is the article's own or its outlet's.
  private func isOwn(_ link: String) -> Bool {
    if link == address { return true }
    guard let host, let other = URL(string: link)?.host() else { return false }
    return other == host || other.hasSuffix("." + host)
  }
}
