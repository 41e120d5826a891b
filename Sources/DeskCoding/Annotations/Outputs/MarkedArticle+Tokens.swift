import DeskText

extension MarkedArticle {
  /// The program's tokens, in two or more where a mark or a sentence begins or ends inside of one.
  var tokens: [Extent<Unit.Byte>] {
    let ends = marks.flatMap(\.pieces) + sentences
    let places = Set(ends.flatMap { [$0.start, $0.end] }).sorted()
    var next = 0
    var out: [Extent<Unit.Byte>] = []
    for token in Words(article.text).tokens.map(\.extent) {
      var start = token.start
      while next < places.count, places[next] <= start { next += 1 }
      while next < places.count, places[next] < token.end {
        out.append(Extent(start, places[next]))
        start = places[next]
        next += 1
      }
      out.append(Extent(start, token.end))
    }
    return out
  }
}

/// Where bytes of a text are when UTF-16 code units are counted, as Java does.
struct UTF16Units {
  /// By byte; the end last.
  private let units: [Int32]

  init(of text: Text) {
    var units: [Int32] = []
    units.reserveCapacity(text.utf8.count + 1)
    var unit: Int32 = 0
    for byte in text.utf8 {
      units.append(unit)
      // A character of four bytes is two units; bytes that go on with one are none.
      if byte & 0xC0 != 0x80 { unit += byte >= 0xF0 ? 2 : 1 }
    }
    units.append(unit)
    self.units = units
  }

  subscript(_ byte: Int) -> Int { Int(units[byte]) }
}
