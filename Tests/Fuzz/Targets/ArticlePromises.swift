import Copydesk

/// What every cleaned article keeps to, whatever page or text it was made of.
enum ArticlePromises {
  static func faults(in article: Article) -> [String] {
    var faults: [String] = []
    func demand(_ isKept: Bool, _ fault: @autoclosure () -> String) {
      if !isKept { faults.append(fault()) }
    }

    let utf8 = article.text.utf8
    demand(Text(repairing: utf8).utf8 == utf8, "the text is no valid UTF-8")
    demand(!hasControls(utf8, but: 0x0A), "the text has control characters")
    demand(!article.text.isEmpty || article.remark != nil, "an empty text without a remark")
    let joined = article.paragraphs.map { utf8[$0.extent.range] }.joined(separator: [0x0A, 0x0A])
    demand(joined.elementsEqual(utf8), "the paragraphs, joined, are not the text")
    let codePoints = CodePoints(of: article.text)
    for paragraph in article.paragraphs {
      let bytes = utf8[paragraph.extent.range]
      demand(!bytes.isEmpty, "an empty paragraph")
      demand(bytes.first != 0x20 && bytes.last != 0x20, "a paragraph with space around it")
      let extent = codePoints.extent(paragraph.extent)
      demand(
        extent.count == article.text[paragraph.extent].unicodeScalars.count,
        "code points and bytes of a paragraph differ")
    }
    for removal in article.removals {
      demand(!removal.text.isEmpty, "an empty removal")
      demand(!removal.reason.isEmpty && !removal.rule.isEmpty, "a removal without reason or rule")
      demand((removal.line ?? 1) >= 1, "a removal before the first line")
    }
    for name in article.byline { demand(isLine(name), "a name of the byline is no line: \(name)") }
    for value in [article.title, article.outlet, article.url, article.language] {
      demand(value.map(isLine) ?? true, "metadata that is no line: \(value ?? "")")
    }
    demand(article.date.map(isDate) ?? true, "a date that is none: \(article.date ?? "")")
    return faults
  }

  private static func isLine(_ text: String) -> Bool {
    !text.isEmpty && !hasControls(Array(text.utf8), but: nil)
  }

  /// Whether bytes hold C0 or C1 control characters.
  private static func hasControls(_ utf8: [UInt8], but allowed: UInt8?) -> Bool {
    for (index, byte) in utf8.enumerated() {
      if byte < 0x20 || byte == 0x7F, byte != allowed { return true }
      if byte == 0xC2, index + 1 < utf8.count, utf8[index + 1] < 0xA0 { return true }
    }
    return false
  }

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    return Int(parts[0]) != nil && (1...12).contains(month) && (1...31).contains(day)
  }
}
