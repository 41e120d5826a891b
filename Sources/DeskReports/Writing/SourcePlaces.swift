import DeskText

/// Where the words of a cleaned article stand in the file it came from, by line and column.
///
/// Letters and digits of both are walked side by side; what cleaning changed or took out, marks,
/// blanks and a page's tags among it, plays no part.
struct SourcePlaces: Sendable {
  /// A place as editors name it: both from 1, columns in characters.
  struct Place: Hashable, Sendable {
    var line: Int
    var column: Int
  }

  /// So many letters and digits find a paragraph.
  private static let probe = 32

  private var letters: [UInt8] = []
  private var places: [Place] = []

  /// - Parameters:
  ///   - source: the file's bytes.
  ///   - isPage: whether tags and scripts are to be passed over.
  init(_ source: [UInt8], isPage: Bool) {
    letters.reserveCapacity(source.count)
    places.reserveCapacity(source.count)
    var place = Place(line: 1, column: 1)
    var index = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var passedTo = isPage ? 0 : Int.max
    while index < source.count {
      let byte = source[index]
      if isPage, index >= passedTo { passedTo = Self.markupEnd(in: source, at: index) ?? 0 }
      let isPassed = isPage && index < passedTo
      if !isPassed, let letter = Self.letter(byte) {
        letters.append(letter)
        places.append(place)
      }
      if byte == 0x0A || byte == 0x0D && (index + 1 == source.count || source[index + 1] != 0x0A) {
        place = Place(line: place.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
      index += 1
    }
  }

  /// The places of some offsets into an article's text, as far as they are found.
  func places(of offsets: [Int], in article: Article) -> [Int: Place] {
    let wanted = Set(offsets)
    var out: [Int: Place] = [:]
    var cursor = 0
    for paragraph in paragraphs(of: article) {
      let extent = paragraph.extent
      let own = (extent.start..<extent.end).compactMap { offset in
        Self.letter(article.text.utf8[offset]).map { (letter: $0, offset: offset) }
      }
      let start = own.prefix(Self.probe).map(\.letter)
      guard !start.isEmpty, let found = first(start, from: cursor) ?? first(start, from: 0) else {
        continue
      }
      cursor = found
      // An offset before a sign has the place of the next letter.
      var waiting: [Int] = []
      var next = 0
      for offset in extent.start..<extent.end {
        if wanted.contains(offset) { waiting.append(offset) }
        guard next < own.count, own[next].offset == offset else { continue }
        if let at = (cursor..<min(letters.count, cursor + 4 * Self.probe)).first(where: {
          letters[$0] == own[next].letter
        }) {
          for one in waiting { out[one] = places[at] }
          waiting = []
          cursor = at + 1
        }
        next += 1
      }
      // A sign that ends the paragraph stands behind its last letter.
      for one in waiting where cursor > 0 {
        out[one] = Place(line: places[cursor - 1].line, column: places[cursor - 1].column + 1)
      }
    }
    return out
  }

  private func first(_ start: [UInt8], from: Int) -> Int? {
    guard letters.count >= start.count, from <= letters.count - start.count else { return nil }
    return (from...(letters.count - start.count)).first { place in
      letters[place] == start[0]
        && letters[place..<(place + start.count)].elementsEqual(start)
    }
  }

  /// ASCII letters and digits, in lower case; encodings differ in all else.
  private static func letter(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39, 0x61...0x7A: byte
    case 0x41...0x5A: byte | 0x20
    default: nil
    }
  }

  /// Where a tag, a comment, a script or a named character ends that begins here.
  private static func markupEnd(in source: [UInt8], at index: Int) -> Int? {
    switch source[index] {
    case 0x3C:
      for (opening, closing) in [("<script", "</script"), ("<style", "</style"), ("<!--", "-->")]
      where source[index...].starts(with: Array(opening.utf8), by: { $0 | 0x20 == $1 | 0x20 }) {
        return end(of: Array(closing.utf8), in: source, from: index)
      }
      return end(of: [0x3E], in: source, from: index)
    case 0x26:
      let end = source[index...].prefix(12).firstIndex(of: 0x3B)
      return end.map { $0 + 1 }
    default: return nil
    }
  }

  private static func end(of words: [UInt8], in source: [UInt8], from index: Int) -> Int {
    var place = index
    while place + words.count <= source.count {
      if source[place..<(place + words.count)].elementsEqual(words, by: { $0 | 0x20 == $1 | 0x20 })
      {
        return place + words.count
      }
      place += 1
    }
    return source.count
  }
}
