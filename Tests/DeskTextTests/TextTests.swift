import DeskText
import Testing

@Suite struct TextTests {
  @Test("broken bytes become one replacement character each, valid ones stay")
  func repairs() {
    #expect(Text(repairing: [0x61, 0xFF, 0xC3, 0xA9]).string == "a\u{FFFD}é")
    #expect(Text(repairing: Array("zażółć".utf8)).string == "zażółć")
  }

  @Test("byte positions become code points, wherever they lie")
  func codePoints() {
    let string = String(repeating: "aé—😀", count: 60)
    let text = Text(string)
    let points = CodePoints(of: text)
    #expect(points.count == 240)
    var byte = 0
    for (index, scalar) in string.unicodeScalars.enumerated() {
      #expect(points.position(ofByte: byte) == index)
      byte += String(scalar).utf8.count
    }
    #expect(points.position(ofByte: byte) == 240)
  }

  @Test("extents sort with the outer one first")
  func extents() {
    let outer = Extent<Unit.Byte>(2, 9)
    let inner = Extent<Unit.Byte>(2, 5)
    #expect(outer < inner)
    #expect(outer.contains(inner))
    #expect(!inner.overlaps(Extent(5, 7)))
    #expect(inner.union(Extent(7, 8)) == Extent(2, 8))
  }

  @Test("an origin names file and line")
  func origins() {
    let reject = Reject(origin: Origin(input: "a.csv", line: 17), reason: "no text")
    #expect(reject.description == "a.csv:17: no text")
  }

  @Test("lines end at feeds and returns, wherever in eight bytes these stand")
  func lines() {
    for length in 0..<20 {
      for end in ["\n", "\r", "\r\n", "\u{10B}\n"] {
        let text = Text(String(repeating: "x", count: length) + end + "yé\n\nz")
        let wanted = text.utf8.split(omittingEmptySubsequences: false) { $0 == 0x0A || $0 == 0x0D }
        #expect(text.lines.map { Array(text.utf8[$0.range]) } == wanted.map(Array.init))
      }
    }
    #expect(Text("").lines == [Extent(0, 0)])
  }

  @Test("each byte that JSON escapes is found, and no other", arguments: 0..<20)
  func special(_ place: Int) {
    for byte in UInt8.min...UInt8.max {
      var bytes = [UInt8](repeating: 0x61, count: 21)
      bytes[place] = byte
      let isSpecial = byte < 0x20 || byte == 0x22 || byte == 0x5C
      let found = bytes.withUnsafeBufferPointer { JSONBytes.special(in: $0, from: 0) }
      #expect(found == (isSpecial ? place : bytes.count))
    }
  }
}
