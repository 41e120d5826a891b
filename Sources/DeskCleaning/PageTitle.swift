import DeskText

/// The title among what a page states, its headings and the document's own.
extension Metadata {
  var title: String? {
    let stated = statedTitle
    let said = saidTitles
    // The heading above the text is the title that readers see; the others are its witnesses.
    if let heading = titleHeading?.text {
      // A rubric may stand in the same element before the title.
      return said.first { $0 != heading && heading.hasSuffix(" " + $0) } ?? withoutRubric(heading)
    }
    if data.headline != nil || stated != nil { return said.first }
    let headings = shownHeadings
    if headings.count == 1, Block(Array(headings[0].text.utf8)).wordCount >= 4 {
      return headings[0].text
    }
    return said.first ?? headings.first?.text
  }

  func titleHeading(_ said: [String]) -> (node: Int, text: String)? {
    let shown = shownHeadings
    if let first = shown.first(where: { heading in said.contains { Self.agree(heading.text, $0) } })
    {
      return first
    }
    // The only one may say it in other words: what the head states is often cut, or made for search.
    guard shown.count == 1, let only = shown.first,
      said.contains(where: { Self.share(only.text, $0) })
    else { return nil }
    return only
  }

  /// Whether a heading has some of a title's words, three at least.
  private static func share(_ heading: String, _ title: String) -> Bool {
    let a = Set(Block(Array(heading.utf8)).folded)
    let b = Set(Block(Array(title.utf8)).folded)
    let shared = a.intersection(b).count
    return a.count >= 4 && shared >= 3 && shared * 10 >= min(a.count, b.count) * 4
  }

  /// The main headings, without the one that is the site's name and without signs to link to them.
  private var shownHeadings: [(node: Int, text: String)] {
    headings.filter { $0.text != siteName }.map { node, text in
      var rest = text[...]
      while let last = rest.last, last == "¶" || last == "#" || last == " " {
        rest = rest.dropLast()
      }
      return (node, String(rest))
    }
  }

  /// A heading without the part of the site that stands behind a bar.
  private func withoutRubric(_ heading: String) -> String {
    heading.contains(" | ") ? withoutSite(heading) : heading
  }

  /// Whether most words of a heading stand in a title.
  static func agree(_ heading: String, _ title: String) -> Bool {
    let a = Block(Array(heading.utf8)).folded
    let b = Set(Block(Array(title.utf8)).folded)
    guard a.count >= 2 else { return false }
    return a.filter(b.contains).count * 10 >= a.count * 7
      && a.count * 10 >= min(b.count, 12) * 4
  }

  private static let separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · "]

  /// A title without the name of the site behind its last bar or dash, or before its first.
  func withoutSite(_ title: String) -> String {
    for separator in Self.separators {
      let parts = Self.split(title, separator)
      guard parts.count > 1, let last = parts.last else { continue }
      let head = parts.dropLast().joined(separator: separator)
      let isSite = siteName.map { Self.agree(last, $0) || last == $0 } ?? false
      if isSite || (separator != " - " && Block(Array(last.utf8)).wordCount <= 4)
        || (Block(Array(last.utf8)).wordCount <= 4 && Block(Array(head.utf8)).wordCount >= 4)
      {
        return head
      }
      // "Four Years Remaining » Blog Archive » Interning of Small Integers": from the site down.
      if separator == " » " || separator == " :: " || parts[0] == siteName { return last }
    }
    return title
  }

  /// The name behind the last bar of the document's title that the page's host spells too.
  func site(ofHost host: String) -> String? {
    guard let documentTitle else { return nil }
    let letters = host.filter { $0.isLetter || $0.isNumber }
    for separator in Self.separators {
      let parts = Self.split(documentTitle, separator)
      guard parts.count > 1, let last = parts.last else { continue }
      let name = last.lowercased().filter { $0.isLetter || $0.isNumber }
      if name.count >= 4, letters.contains(name) { return last }
    }
    return nil
  }

  /// The parts of a text between separators, by bytes: hardly any title has most of them.
  private static func split(_ text: String, _ separator: String) -> [String] {
    let bytes = Array(text.utf8)
    let wanted = Array(separator.utf8)
    var out: [String] = []
    var start = 0
    var index = 0
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted) {
        out.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += wanted.count
        start = index
      } else {
        index += 1
      }
    }
    return out.isEmpty ? [text] : out + [String(decoding: bytes[start...], as: UTF8.self)]
  }
}
