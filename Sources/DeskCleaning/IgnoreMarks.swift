#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Comments by which somebody rejects entries for an article: `<!-- copydesk-ignore: regime; sham -->`.
///
/// In plain text and Markdown such a line stands alone; in a page it is a comment like any other,
/// and shows nowhere.
enum IgnoreMarks {
  private static let opening = Array("<!-- copydesk-ignore:".utf8)
  private static let closing = Array("-->".utf8)

  /// The entries of all marks; `places` are the marks themselves.
  static func all(in utf8: [UInt8]) -> (entries: [String], places: [Range<Int>]) {
    var entries: [String] = []
    var places: [Range<Int>] = []
    var from = 0
    while let start = opening(in: utf8, from: from) {
      // A mark ends on its line.
      var end = start + opening.count
      while end < utf8.count, utf8[end] != 0x0A, !utf8[end...].starts(with: closing) { end += 1 }
      guard utf8[end...].starts(with: closing) else {
        from = end
        continue
      }
      let inside = String(decoding: utf8[(start + opening.count)..<end], as: UTF8.self)
      for part in inside.split(separator: ";") {
        let words = part.split(separator: " ").joined(separator: " ")
        if !words.isEmpty { entries.append(words) }
      }
      from = end + closing.count
      places.append(start..<from)
    }
    return (entries, places)
  }

  /// Where a mark opens next; the C library looks for the one byte of it that is rare in pages.
  private static func opening(in bytes: [UInt8], from: Int) -> Int? {
    bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress else { return nil }
      var index = from
      while index < all.count, let found = memchr(base + index, 0x21, all.count - index) {
        index = UnsafeRawPointer(found) - base
        if index > from, all[index - 1] == 0x3C, all[(index - 1)...].starts(with: opening) {
          return index - 1
        }
        index += 1
      }
      return nil
    }
  }

  /// Takes the marks out of a plain text, so that they are no words of the article; lines keep
  /// their numbers.
  static func blank(_ places: [Range<Int>], in utf8: inout [UInt8]) {
    for place in places {
      for index in place { utf8[index] = 0x20 }
    }
  }
}
