import DeskText

/// A moment as machines write it, `2021-08-24T23:30:00-04:00`: the day it was where it was written,
/// and the minute it was everywhere.
struct Timestamp: Sendable {
  /// The day by the clock that the stamp itself goes by.
  let date: NewsDate
  /// Minutes by universal time since an arbitrary day.
  let minute: Int
  /// Minutes that its clock is ahead of universal time.
  let offset: Int

  /// Nil where a text is no day with hour, minute and time zone.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let date = NewsDate(digits: bytes), bytes.count >= 16, bytes[4] == 0x2D, bytes[7] == 0x2D,
      bytes[10] == 0x54 || bytes[10] == 0x20, bytes[13] == 0x3A,
      let hour = Self.number(bytes, 11), let minute = Self.number(bytes, 14)
    else { return nil }
    var rest = bytes[16...]
    if rest.first == 0x3A { rest = rest.dropFirst(3) }
    if rest.first == 0x2E { rest = rest.dropFirst().drop { $0 &- 0x30 < 10 } }
    while rest.first == 0x20 { rest = rest.dropFirst() }
    guard let zone = rest.first, let offset = Self.offset(zone, Array(rest.dropFirst())) else {
      return nil
    }
    self.date = date
    self.offset = offset
    self.minute = (date.dayNumber * 24 + hour) * 60 + minute - offset
  }

  /// Whether two stamps mean the same moment, a minute's rounding aside.
  func isSameMoment(as other: Timestamp) -> Bool { abs(minute - other.minute) <= 1 }

  /// Whether it goes by universal time, which need not be the outlet's own.
  var isUniversal: Bool { offset == 0 }

  /// Whether a day can be that of this moment by another clock: the day before or after by one that
  /// is up to ten hours behind or ahead, as those from Honolulu to Sydney are.
  ///
  /// At midnight sharp the stamp most likely is a day that was given an hour it never had.
  func canBe(_ day: NewsDate) -> Bool {
    let hour = minute % (24 * 60) / 60
    if minute % (24 * 60) == 0 { return false }
    return switch day.dayNumber - date.dayNumber {
    case -1: hour < 10
    case 1: hour >= 14
    default: false
    }
  }

  private static func offset(_ zone: UInt8, _ digits: [UInt8]) -> Int? {
    if zone == 0x5A || zone == 0x7A { return 0 }
    guard zone == 0x2B || zone == 0x2D, let hours = number(digits, 0) else { return nil }
    let minutes = number(digits, digits.count > 2 && digits[2] == 0x3A ? 3 : 2) ?? 0
    return (zone == 0x2D ? -1 : 1) * (hours * 60 + minutes)
  }

  private static func number(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard at + 1 < bytes.count, bytes[at] &- 0x30 < 10, bytes[at + 1] &- 0x30 < 10 else {
      return nil
    }
    return Int(bytes[at] - 0x30) * 10 + Int(bytes[at + 1] - 0x30)
  }
}

extension NewsDate {
  /// Days since the first of March of the year 0.
  fileprivate var dayNumber: Int {
    let y = month > 2 ? year : year - 1
    let m = (month + 9) % 12
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1
  }
}
