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
      let own = words.drop { $0.hash == Self.the }
      guard !own.isEmpty else { continue }
      names.append(own.map(\.hash))
      // "The Plains Observer" is "the Observer" the second time.
      if own.count > 1, let last = own.last { names.append([Self.the, last.hash]) }
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

  private static let the = hash("the")

  private static func hash(_ word: String) -> UInt32 {
    Folding.hash(folded: Folding.folded(word.utf8))
  }

  /// Where an article credits the outlet for a passage: beside it, or as the source of what the
  /// passage stands in; nil where it does not.
  func place(
    in article: ReuseArticle, for passage: Range<Int>
  ) -> Extent<Unit.Byte>? {
    let around = Self.surroundings(of: passage, in: article)
    let reach = article.bytes(around)
    if let link = link(in: article, at: reach) { return link }
    if let name = name(in: article, at: around) { return article.bytes(name) }
    let place = article.bytes(passage)
    for attribution in article.attributions where attribution.holds(place) {
      if let credit = credit(attribution, in: article) { return credit }
    }
    return nil
  }

  /// Where an attribution names the outlet as its source.
  private func credit(
    _ attribution: ReuseArticle.Attribution, in article: ReuseArticle
  ) -> Extent<Unit.Byte>? {
    if let link = link(in: article, at: attribution.whole) { return link }
    let source = article.words(at: attribution.source)
    if let name = name(in: article, at: source) { return article.bytes(name) }
    // Of "the paper" the article has said before which it is.
    let isNamedElsewhere =
      attribution.isOpenOutlet
      ? name(in: article, at: 0..<source.lowerBound) != nil
      : names.contains {
        attribution.entity.starts(with: $0) || attribution.entity == [Self.the] + $0
      }
    return isNamedElsewhere ? attribution.source : nil
  }

  private func link(in article: ReuseArticle, at place: Extent<Unit.Byte>) -> Extent<Unit.Byte>? {
    article.links.first { place.overlaps($0.extent) && isOwn($0.address) }?.extent
  }

  /// The first of the outlet's names among some words.
  private func name(in article: ReuseArticle, at words: Range<Int>) -> Range<Int>? {
    for word in words where firsts.contains(article.hashes[word]) {
      for name in names where word + name.count <= words.upperBound {
        guard zip(word..., name).allSatisfy({ article.hashes[$0] == $1 }),
          article.words[word + name.count - 1].flags.contains(.capital)
        else { continue }
        return word..<word + name.count
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
