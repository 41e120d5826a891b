import DeskText

extension NewsDate {
  /// Which number comes first in `2/10/2020`.
  enum Order: Sendable {
    case dayFirst, monthFirst

    /// As a country writes, told by a page's language (`en-GB`) or its address (`/en-gb/`, `.co.uk`);
    /// nil where neither tells.
    init?(language: String?, url: String?) {
      var tags = [language ?? ""]
      if let url {
        tags += url.split(separator: "/").dropFirst(2).prefix(2).map(String.init)
        if let host = Outlets.host(of: url), host.hasSuffix(".uk") || host.hasSuffix(".au") {
          tags.append("en-GB")
        }
      }
      for tag in tags {
        let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }
        guard let first = parts.first, first.count == 2, parts.count <= 2 else { continue }
        if first != "en" {
          self = .dayFirst
          return
        }
        guard parts.count == 2, parts[1].count == 2 else { continue }
        // Canada writes both ways.
        if parts[1] == "ca" { continue }
        self = parts[1] == "us" ? .monthFirst : .dayFirst
        return
      }
      return nil
    }
  }
}

/// A day as the calendar has it.
struct NewsDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  var year: Int
  var month: Int
  var day: Int

  init?(year: Int, month: Int, day: Int) {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let most = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    guard (1800...2100).contains(year), (1...12).contains(month), (1...most).contains(day) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  static func < (a: NewsDate, b: NewsDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// `YYYY-MM-DD`.
  var description: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// The month that a word names, in full or by its first letters: `Sept`, `august`.
  static func month(_ folded: [UInt8]) -> Int? {
    guard (3...9).contains(folded.count), mayBegin(folded[0]) else { return nil }
    if folded.count == 4, folded.elementsEqual("sept".utf8) { return 9 }
    for (index, name) in names.enumerated()
    where folded == name || (folded.count == 3 && name.starts(with: folded)) { return index + 1 }
    return nil
  }

  /// Whether a date may begin with a word of this first byte: months and figures do.
  static func mayBegin(_ byte: UInt8) -> Bool {
    if byte &- 0x30 < 10 { return true }
    switch byte | 0x20 {
    case 0x61, 0x64, 0x66, 0x6A, 0x6D...0x6F, 0x73: return true  // a d f j m n o s
    default: return false
    }
  }

  private static let names: [[UInt8]] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ].map { Array($0.utf8) }

  /// The first whole date in a text, with the tokens it takes up: `August 25, 2021`,
  /// `24th August 2021`, `2021-08-24`, `24.08.2021`; never one without its year.
  static func first(in words: Words, order: Order? = nil)
    -> (date: NewsDate, tokens: Extent<Unit.Token>)?
  {
    let tokens = words.tokens
    let utf8 = words.text.utf8
    guard utf8.contains(where: { $0 &- 0x30 < 10 }) else { return nil }
    for index in tokens.indices where tokens[index].isWord && mayBegin(utf8[tokens[index].start]) {
      let folded = Folding.folded(words.text.utf8[tokens[index].extent.range])
      if let month = month(folded) {
        if let found = written(month, at: index, in: words) { return found }
      } else if folded.count >= 8, folded[4] == 0x2D, let date = NewsDate(digits: folded) {
        return (date, Extent(index, index + 1))
      } else if let date = dotted(folded) {
        return (date, Extent(index, index + 1))
      } else if let date = separated(at: index, in: words, order) {
        return (date, Extent(index, index + 5))
      }
    }
    return nil
  }

  /// A date with its month in letters, whose month stands at a token.
  private static func written(_ month: Int, at index: Int, in words: Words)
    -> (date: NewsDate, tokens: Extent<Unit.Token>)?
  {
    func number(_ at: Int) -> Int? { Self.number(at, in: words) }
    func skipMarks(_ from: Int) -> Int {
      var at = from
      while at < words.tokens.count, at - from < 2, words.tokens[at].kind == .mark { at += 1 }
      return at
    }
    let after = skipMarks(index + 1)
    if let day = number(after), day <= 31 {
      let third = skipMarks(after + 1)
      if let year = number(third), let date = NewsDate(year: year, month: month, day: day) {
        return (date, Extent(index, third + 1))
      }
    }
    var before = index - 1
    if before >= 0, words.tokens[before].kind != .number { before -= 1 }
    if let year = number(after), year > 1800, let day = number(before),
      let date = NewsDate(year: year, month: month, day: day)
    {
      return (date, Extent(before, after + 1))
    }
    return nil
  }

  /// `24.08.2021`, which is one token.
  private static func dotted(_ bytes: [UInt8]) -> NewsDate? {
    guard let first = bytes.first, first &- 0x30 < 10 else { return nil }
    let parts = bytes.split(separator: 0x2E).map { Int(String(decoding: $0, as: UTF8.self)) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2] else {
      return nil
    }
    return NewsDate(year: year, month: month, day: day)
  }

  /// `8/24/2021`, split into numbers and marks; ambiguous ones give nothing.
  private static func separated(at index: Int, in words: Words, _ order: Order?) -> NewsDate? {
    guard index + 4 < words.tokens.count, words.tokens[index + 1].kind == .mark,
      words.tokens[index + 3].kind == .mark, let a = number(index, in: words),
      let b = number(index + 2, in: words), let year = number(index + 4, in: words)
    else { return nil }
    let mark = words.text.utf8[words.tokens[index + 1].start]
    if mark == 0x2F, a > 12 { return NewsDate(year: year, month: b, day: a) }
    if mark == 0x2F, b > 12 || a == b { return NewsDate(year: year, month: a, day: b) }
    guard mark == 0x2F, let order else { return nil }
    return order == .dayFirst
      ? NewsDate(year: year, month: b, day: a) : NewsDate(year: year, month: a, day: b)
  }

  /// The number a token begins with: `24th`, `2021`.
  private static func number(_ index: Int, in words: Words) -> Int? {
    guard words.tokens.indices.contains(index) else { return nil }
    var value = 0
    var digits = 0
    for byte in words.text.utf8[words.tokens[index].extent.range] {
      guard byte &- 0x30 < 10 else { break }
      value = value * 10 + Int(byte - 0x30)
      digits += 1
      if digits > 4 { return nil }
    }
    return digits > 0 ? value : nil
  }

  /// `2021-08-24...`, `2021/08/24...` or `20210824...` at the beginning of some bytes.
  init?(digits bytes: [UInt8]) {
    func value(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard byte &- 0x30 < 10 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = value(0..<4), bytes.count >= 8 else { return nil }
    if bytes[4] == 0x2D || bytes[4] == 0x2F {
      let end = value(5..<7) == nil ? 6 : 7
      guard end < bytes.count, bytes[end] == bytes[4], let month = value(5..<end) else {
        return nil
      }
      let last = value(end + 1..<end + 3) == nil ? end + 2 : end + 3
      // `2015/08/150803-storm` names a month, and its first two figures no day.
      guard let day = value(end + 1..<last), last >= bytes.count || !(bytes[last] &- 0x30 < 10)
      else { return nil }
      self.init(year: year, month: month, day: day)
    } else {
      guard let month = value(4..<6), let day = value(6..<8),
        bytes.count == 8 || !(bytes[8] &- 0x30 < 10)
      else { return nil }
      self.init(year: year, month: month, day: day)
    }
  }

  /// The day in a date as pages and manifests write them; nil when it names none.
  ///
  /// Of `2/10/2020` it is known only with an order.
  init?(written text: String, order: Order? = nil) {
    let bytes = LineShape.collapsed(text.utf8)
    if let date = NewsDate(digits: bytes) {
      self = date
    } else if let found = NewsDate.first(in: Words(Text(repairing: bytes)), order: order) {
      self = found.date
    } else {
      return nil
    }
  }
}
