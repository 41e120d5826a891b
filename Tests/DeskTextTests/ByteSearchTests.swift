import DeskText
import Testing

@Suite struct ByteSearchTests {
  /// Bytes of a few kinds, the same at every run.
  private func bytes(_ count: Int, of kinds: [UInt8], seed: UInt64) -> [UInt8] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<count).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return kinds[Int(state % UInt64(kinds.count))]
    }
  }

  @Test("the first of two bytes is found, wherever in eight bytes it stands")
  func first() {
    for length in 0..<40 {
      for place in 0...length {
        for other in [0x00, 0x01, 0x0B, 0x80, 0xFF] as [UInt8] {
          var all = [UInt8](repeating: other, count: length)
          if place < length { all[place] = place % 2 == 0 ? 0x0A : 0x2C }
          all.withUnsafeBufferPointer {
            #expect(ByteSearch.first(of: 0x2C, or: 0x0A, in: $0, from: 0) == place)
            #expect(ByteSearch.first(of: 0x0A, or: 0x2C, in: $0, from: place) == place)
          }
        }
      }
    }
  }

  @Test("bytes are counted, few and many, across every step", arguments: [0x0A, 0x00, 0xFF])
  func count(_ wanted: Int) {
    let wanted = UInt8(wanted)
    for length in Array(0..<80) + [254, 255, 256, 257, 509, 510, 511, 8_200] {
      for kinds in [[wanted], [wanted, 0x61], [0x61, 0x0B, 0xFE]] {
        let all = bytes(length, of: kinds, seed: UInt64(length + 1))
        all.withUnsafeBufferPointer {
          #expect(ByteSearch.count(of: wanted, in: $0) == all.count { $0 == wanted })
        }
      }
    }
  }

  @Test("what is valid UTF-8 is what the standard library takes")
  func valid() {
    let pieces: [[UInt8]] = [
      [0x61], [0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69], [0x00], [0xC3, 0xA9],
      [0xE2, 0x80, 0x9C], [0xF0, 0x9F, 0x8C, 0x89], [0xED, 0x9F, 0xBF], [0xEE, 0x80, 0x80],
      [0xE0, 0xA0, 0x80], [0xF4, 0x8F, 0xBF, 0xBF],
    ]
    let broken: [[UInt8]] = [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xFF],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x80], [0xF0, 0x9F, 0x8C], [0xC3],
    ]
    for seed in 1..<400 as Range<UInt64> {
      let order = bytes(Int(seed % 23), of: Array(0..<UInt8(pieces.count)), seed: seed)
      var all = order.flatMap { pieces[Int($0)] }
      #expect(ValidUTF8.isAll(of: all))
      let place = order.prefix(Int(seed % 7)).reduce(0) { $0 + pieces[Int($1)].count }
      all.insert(contentsOf: broken[Int(seed) % broken.count], at: place)
      #expect(ValidUTF8.isAll(of: all) == (String(validating: all, as: UTF8.self) != nil))
    }
  }
}
