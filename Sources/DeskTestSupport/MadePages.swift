public import Copydesk
import Foundation

/// News pages of any number, made from the seeds: the same number, the same bytes.
///
/// Each is built as publishers build them, with scripts, styles and JSON-LD for most of its bytes,
/// a menu, teasers and comments around the article, so that what cleaning must skip is there.
public struct MadePage: Sendable {
  public let html: [UInt8]
  /// The paragraphs that cleaning ought to give back.
  public let paragraphs: [String]
  public let title: String
  public let author: String
  public let outlet: String
  /// `YYYY-MM-DD`.
  public let date: String

  /// Makes pages of articles whose paragraphs are drawn from those of the seeds.
  public static func make(_ count: Int) throws -> [MadePage] {
    var stock: [String] = []
    for name in try Checkout.names(in: "seeds") where name.hasSuffix(".txt") {
      for line in try Checkout.text("seeds/\(name)").split(separator: "\n") where isProse(line) {
        let words: [Substring] = line.split(whereSeparator: \.isWhitespace)
        let paragraph: String = words.joined(separator: " ")
        // A seed prints some of its paragraphs twice; pages that do lose the second one rightly.
        if !stock.contains(paragraph) { stock.append(paragraph) }
      }
    }
    return (0..<count).map { MadePage(number: $0, stock: stock) }
  }

  /// Told by quotation marks and length: furniture has neither.
  private static func isProse(_ line: Substring) -> Bool {
    line.utf8.count > 180 && line.hasSuffix(".") && !line.contains("http")
      && (line.contains("“") || line.contains("said"))
  }

  private init(number: Int, stock: [String]) {
    var chance = Chance(seed: UInt64(number) &+ 1)
    let words = stock.flatMap { $0.split(separator: " ") }.map { String($0) }.filter {
      $0.count > 3 && $0.allSatisfy(\.isLetter)
    }
    func phrase(_ count: Int) -> String {
      (0..<count).map { _ in chance.pick(words) }.joined(separator: " ")
    }
    title = phrase(8).localizedCapitalized
    author = chance.pick(["Ann Lee", "Zoë Marsh", "Bo Ek", "Omar Haddad"])
    outlet = chance.pick(["The Daily Ledger", "Northern Post", "Coast Herald"])
    date = "2021-08-\(10 + chance.below(20))"
    var left = stock
    paragraphs = (0..<(8 + chance.below(12))).compactMap { _ in
      left.isEmpty ? nil : left.remove(at: chance.below(left.count))
    }

    var out = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    out += "<title>\(title) | \(outlet)</title>\n"
    out += "<meta property=\"og:site_name\" content=\"\(outlet)\">\n"
    out += "<meta property=\"og:title\" content=\"\(title)\">\n"
    out += "<meta property=\"article:published_time\" content=\"\(date)T08:30:00Z\">\n"
    out += """
      <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",\
      "headline":"\(title)","datePublished":"\(date)T08:30:00Z","author":[{"@type":"Person",\
      "name":"\(author)"}],"publisher":{"@type":"Organization","name":"\(outlet)"}}</script>

      """
    for _ in 0..<(3 + chance.below(4)) {
      let calls = (0..<200).map { _ in
        "q.push([\"\(chance.pick(words))\",{\"k\":\(chance.below(1 << 30)),\"on\":a<b&&c>2}]);"
      }
      out += "<script>\n\(calls.joined())\n</script>\n"
      let rules = (0..<240).map { _ in
        ".\(chance.pick(words))-\(chance.below(900)){margin:\(chance.below(40))px;color:#333}"
      }
      out += "<style>\(rules.joined())</style>\n"
    }
    out += "</head>\n<body class=\"article-page\">\n<!-- header -->\n"
    out += "<div id=\"cookie-banner\"><p>We use cookies. <a href=\"/p\">Policy</a></p></div>\n"
    func menu(_ name: String, _ count: Int) {
      out += "<ul class=\"\(name)\">\n"
      for _ in 0..<count {
        out += "      <li class=\"\(name)__item\"><a href=\"/\(chance.pick(words))/?a=1&amp;b=2\" "
        out += "data-track=\"\(name)|\(chance.below(99))\">\(phrase(2))</a></li>\n"
      }
      out += "</ul>\n"
    }
    out += "<header class=\"site-header\"><nav>"
    menu("nav", 30)
    out += "</nav></header>\n<main><article class=\"story\">\n<h1>\(title)</h1>\n"
    out += "<div class=\"byline\">By <a rel=\"author\" href=\"/by\">\(author)</a></div>\n"
    out += "<time datetime=\"\(date)T08:30:00Z\">\(date)</time>\n"
    out += "<div class=\"article-body\" itemprop=\"articleBody\">\n"
    for (index, paragraph) in paragraphs.enumerated() {
      let text = paragraph.replacing("&", with: "&amp;").replacing("’", with: "&rsquo;")
      out += "  <p class=\"css-\(chance.below(999))\" data-n=\"\(index)\">\(text)</p>\n"
      guard index % 4 == 3 else { continue }
      out += "<div class=\"ad-slot\"><svg viewBox=\"0 0 9 9\"><path d=\"M0 0h9\"/></svg></div>\n"
      out += "<aside class=\"newsletter-signup\"><p>Sign up for our newsletter.</p></aside>\n"
    }
    out += "</div></article></main>\n<section class=\"related\"><h2>Related stories</h2>\n"
    for _ in 0..<(20 + chance.below(30)) {
      out += "<div class=\"card\"><a href=\"/\(chance.below(1 << 30))\"><img src=\"/i.jpg\" "
      out += "alt=\"\" width=\"320\" loading=\"lazy\"><h3 class=\"card__title\">\(phrase(7))</h3>"
      out += "</a><p class=\"card__dek\">\(chance.pick(stock).prefix(90))</p></div>\n"
    }
    out += "</section>\n<section id=\"comments\">\n"
    for _ in 0..<(5 + chance.below(20)) {
      out += "<div class=\"comment\"><b>\(chance.pick(words))</b>"
      out += "<p>\(chance.pick(stock))</p></div>\n"
    }
    out += "</section>\n<footer>"
    menu("footer", 30)
    out += "<p>© \(outlet). All rights reserved.</p></footer>\n</body>\n</html>\n"
    html = Array(out.utf8)
  }

  /// How many of the page's paragraphs and facts an article has right.
  public func right(in article: Article) -> Int {
    // By bytes, because the benchmark's clock runs meanwhile.
    let given = article.paragraphs.map { article.text.utf8[$0.extent.range] }
    let right = paragraphs.filter { paragraph in
      given.contains { $0.count == paragraph.utf8.count && $0.elementsEqual(paragraph.utf8) }
    }
    return right.count
      + [
        article.title == title, article.byline == [author], article.date == date,
        article.outlet == outlet,
      ].filter(\.self).count
  }

  /// What `right(in:)` gives for an article without a fault.
  public var rightCount: Int { paragraphs.count + 4 }
}

/// Numbers that look random and are the same for the same seed (SplitMix64).
private struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(bound))
  }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
}
