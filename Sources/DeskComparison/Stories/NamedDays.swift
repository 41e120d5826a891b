import DeskText

/// The days of the week and the years that an article names where it begins: what is told as of
/// Tuesday is seldom what another article tells as of Friday.
struct NamedDays: Sendable {
  /// A bit each.
  private var weekdays: UInt8 = 0
  private var years: [UInt16] = []
  private var wordsLeft = 100

  /// How much likelier articles tell the same event where they name no day of the week in common,
  /// or no year, than where one of them names none.
  private static let otherWeekdays: Float = 0.8
  private static let otherYears: Float = 0.85

  /// Looks at the first words of a text, behind those looked at before.
  mutating func add(_ words: Words, _ background: BackgroundWords) {
    for token in words.tokens where token.isWord {
      guard wordsLeft > 0 else { return }
      wordsLeft -= 1
      if token.kind == .number {
        if let year = Self.year(words.text.utf8[token.extent.range]) { years.append(year) }
      } else if token.flags.contains(.capital) {
        weekdays |= background.weekday(token.hash)
      }
    }
  }

  /// A number of four digits that is a year of the last century or this one.
  private static func year(_ digits: ArraySlice<UInt8>) -> UInt16? {
    guard digits.count == 4, digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8)
    else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self))
  }

  /// How much likelier two articles tell the same event than if nothing were known of their days.
  func nearness(to other: NamedDays) -> Float {
    var out: Float = 1
    if weekdays != 0, other.weekdays != 0, weekdays & other.weekdays == 0 {
      out *= Self.otherWeekdays
    }
    if !years.isEmpty, !other.years.isEmpty, !years.contains(where: other.years.contains) {
      out *= Self.otherYears
    }
    return out
  }
}
