/// Takes what most of an English text is made of: words of ASCII letters alone, the spaces between
/// them, marks that stand alone, and the curly quotation marks “ and ”.
extension Tokenizer.Scanner {
  /// Takes such tokens until another comes, there is no room, or less than eight bytes are left;
  /// returns how many letters another begins with.
  ///
  /// A word's end, capitals and hash come from eight bytes at once, and nothing is asked of its
  /// length: that no processor foresees.
  mutating func plainTokens() -> Int {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    let bytes = bytes
    let last = bytes.count &- 8
    let (room, stops) = (tokens, stops)
    var at = at
    var (count, stopCount) = (count, stopCount)
    var flags = pending.rawValue
    defer {
      self.at = at
      self.count = count
      self.stopCount = stopCount
      pending = Token.Flags(rawValue: flags)
    }
    while at <= last, count < room.count {
      let eight = EightBytes(base + at)
      let length = EightBytes.count(before: eight.nonLetters)
      let first = UInt8(truncatingIfNeeded: eight.number)
      if length == 0 {
        if first == 0x20 {
          flags |= Token.Flags.spaceBefore.rawValue
          at &+= 1
          continue
        }
        var width = 1
        var hash = Folding.mix(Folding.seed, first)
        if eight.number & 0xFE_FFFF == 0x9C_80E2 {
          width = 3
          hash = Folding.mix(Folding.mix(hash, 0x80), UInt8(truncatingIfNeeded: eight.number >> 16))
        } else if !Self.lonelyMarks.contains(first) {
          // Further stops would belong to the mark.
          guard first == 0x2E, eight.number >> 8 & 0xFF != 0x2E else { return 0 }
        }
        room[count] = Token(at: at, count: width, hash: hash, kind: .mark, flags: flags)
        stops[stopCount] = Int32(truncatingIfNeeded: count)
        stopCount &+= 1
        count &+= 1
        at &+= width
        flags = 0
        continue
      }
      // The letters alone, and what small ones have beyond capitals, at the numbers' high end.
      var end = at &+ length
      var hash: UInt32
      var small: UInt64
      var behind: UInt8
      if length < 8 {
        hash = Folding.mix(Folding.seed, last: eight.word(length), count: length)
        small = eight.number &<< UInt64(truncatingIfNeeded: 64 &- 8 &* length)
        behind = UInt8(truncatingIfNeeded: eight.number &>> UInt64(truncatingIfNeeded: 8 &* length))
      } else {
        hash = Folding.mix(Folding.seed, last: eight.small, count: 8)
        small = eight.number
        var length = 8
        repeat {
          let more = EightBytes(bytes, at: end)
          length = EightBytes.count(before: more.nonLetters)
          if length > 0 {
            hash = Folding.mix(hash, last: more.word(length), count: length)
            small |= more.number &<< UInt64(truncatingIfNeeded: 64 &- 8 &* length)
          }
          end &+= length
        } while length == 8
        behind = end < bytes.count ? bytes[end] : 0
      }
      guard behind == 0x20 || Self.endsWord(behind, end &- at) else { return end &- at }
      flags |= ~first >> 5 & Token.Flags.capital.rawValue
      let isAllCapitals = small & 0x2020_2020_2020_2020 == 0 && end &- at > 1
      flags |= isAllCapitals ? Token.Flags.allCapitals.rawValue : 0
      room[count] = Token(at: at, count: end &- at, hash: hash, kind: .word, flags: flags)
      count &+= 1
      let isSpaced = behind == 0x20
      at = end &+ (isSpaced ? 1 : 0)
      flags = isSpaced ? Token.Flags.spaceBefore.rawValue : 0
    }
    return 0
  }

  /// Whether a byte behind so many letters ends the word, whatever follows.
  @inline(__always)
  private static func endsWord(_ byte: UInt8, _ count: Int) -> Bool {
    // The stop of "U.S."
    byte < 0x80 && !joining.contains(byte) && (byte != 0x2E || count > 1)
  }

  /// What of ASCII goes on with a word, or joins what follows to it: letters, digits, the
  /// underscore, the apostrophe, the hyphen, the ampersand of "AT&T".
  private static var joining: ASCIISet {
    ASCIISet(low: 0x03FF_20C0_0000_0000, high: 0x07FF_FFFE_87FF_FFFE)
  }

  /// The marks of ASCII that are a token whatever stands beside them; the stop, the hyphen, quotes
  /// and those before a name are none.
  private static var lonelyMarks: ASCIISet {
    ASCIISet(low: 0xFC00_9F76_0000_0000, high: 0x7800_0000_7800_0000)
  }
}

/// Some characters of ASCII.
private struct ASCIISet {
  let low: UInt64
  let high: UInt64

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    byte < 0x80 && (byte < 0x40 ? low : high) &>> UInt64(byte & 63) & 1 == 1
  }
}
