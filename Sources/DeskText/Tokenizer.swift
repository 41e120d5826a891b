/// Splits UTF-8 bytes into tokens in one pass.
enum Tokenizer {
  /// What a character is to the tokenizer, with its length in bytes.
  enum Class { case space, newline, letter, digit, mark, nothing }

  /// The tokens, and the numbers of those that `Words.stops` tells.
  static func tokens(of bytes: [UInt8]) -> (tokens: [Token], stops: [Int32]) {
    precondition(bytes.count < Int32.max, "a text has less than 2 GB")
    return bytes.withUnsafeBufferPointer { buffer in
      var scanner = Scanner(bytes: buffer)
      var tokens: [Token] = []
      var stops: [Int32] = []
      // Few texts have more tokens than this.
      var capacity = buffer.count / 4 + 8
      repeat {
        let known = (tokens: tokens, stops: stops)
        tokens = [Token](unsafeUninitializedCapacity: capacity) { tokens, count in
          stops = [Int32](unsafeUninitializedCapacity: capacity) { stops, stopCount in
            _ = tokens.initialize(from: known.tokens)
            _ = stops.initialize(from: known.stops)
            scanner.run(into: tokens, stops)
            count = scanner.count
            stopCount = scanner.stopCount
          }
        }
        capacity *= 2
      } while scanner.at < buffer.count
      return (tokens, stops)
    }
  }

  struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var at = 0
    var pending: Token.Flags = [.spaceBefore, .paragraphStart]
    /// Where tokens are written, and how many are.
    var tokens = UnsafeMutableBufferPointer<Token>(start: nil, count: 0)
    var count = 0
    /// The same for the numbers of stops; there is as much room.
    var stops = UnsafeMutableBufferPointer<Int32>(start: nil, count: 0)
    var stopCount = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    @inline(__always)
    func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    /// Goes on behind the tokens that are written, until the text or the room ends.
    mutating func run(
      into tokens: UnsafeMutableBufferPointer<Token>, _ stops: UnsafeMutableBufferPointer<Int32>
    ) {
      self.tokens = tokens
      self.stops = stops
      while at < bytes.count {
        let letters = plainTokens()
        // A word can bring its possessive.
        guard at < bytes.count, count + 2 <= tokens.count else { return }
        if letters > 0 {
          word(from: at, letters: letters)
          continue
        }
        let (kind, length) = classify(at)
        switch kind {
        case .space:
          pending.insert(.spaceBefore)
          at += length
        case .newline:
          pending.formUnion([.spaceBefore, .paragraphStart])
          at += length
        case .nothing: at += length
        case .letter, .digit: word(from: at)
        case .mark: mark(length)
        }
      }
    }

    /// The class of the character at a byte, and its length.
    @inline(__always)
    func classify(_ index: Int) -> (Class, Int) {
      let b = bytes[index]
      if b < 0x80 {
        if b &- 0x61 < 26 || b &- 0x41 < 26 || b == 0x5F { return (.letter, 1) }
        if b &- 0x30 < 10 { return (.digit, 1) }
        if b == 0x0A || b == 0x0D { return (.newline, 1) }
        if b <= 0x20 || b == 0x7F { return (.space, 1) }
        return (.mark, 1)
      }
      return classifyWide(index)
    }

    func classifyWide(_ index: Int) -> (Class, Int) {
      let b = bytes[index]
      let next = byte(index + 1)
      let third = byte(index + 2)
      switch b {
      case 0xC2:
        switch next {
        case 0xA0, 0x85: return (.space, 2)
        case 0xAD: return (.nothing, 2)
        case 0xAA, 0xB5, 0xBA: return (.letter, 2)
        default: return (.mark, 2)
        }
      case 0xC3: return next == 0x97 || next == 0xB7 ? (.mark, 2) : (.letter, 2)
      case 0xC4...0xDF: return (.letter, 2)
      case 0xE2 where next == 0x80:
        switch third {
        case 0x80...0x8A, 0xAF: return (.space, 3)
        case 0x8B...0x8F, 0xAA...0xAE: return (.nothing, 3)
        case 0xA8, 0xA9: return (.newline, 3)
        default: return (.mark, 3)
        }
      case 0xE2 where next == 0x81 && third == 0x9F: return (.space, 3)
      case 0xE2 where next < 0xB0: return (.mark, 3)
      case 0xE3 where next == 0x80: return (third == 0x80 ? .space : .mark, 3)
      case 0xEF where next == 0xBB && third == 0xBF: return (.nothing, 3)
      case 0xEF where next == 0xBF && third == 0xBD: return (.mark, 3)
      case 0xE0...0xEF: return (.letter, 3)
      default: return (.mark, 4)
      }
    }

    /// The length of an apostrophe at a byte, straight or curly, or 0.
    @inline(__always)
    func apostrophe(_ index: Int) -> Int {
      let b = byte(index)
      if b == 0x27 { return 1 }
      return b == 0xE2 && byte(index + 1) == 0x80 && byte(index + 2) == 0x99 ? 3 : 0
    }

    func isWordCharacter(_ index: Int) -> Bool {
      guard index < bytes.count else { return false }
      let (kind, _) = classify(index)
      return kind == .letter || kind == .digit
    }

    /// Takes the word or number that begins at a byte; so many letters of ASCII are known of it.
    mutating func word(from start: Int, letters: Int = 0) {
      var index = start + letters
      var segment = start  // since the last stop inside the word
      var isNumber = bytes[start] &- 0x30 < 10
      var hasStop = false
      scan: while index < bytes.count {
        let (kind, length) = classify(index)
        switch kind {
        case .letter:
          if isNumber, index == start || !isSuffix(of: start, at: index) { isNumber = false }
          index += length
          continue scan
        case .digit:
          index += length
          continue scan
        case .nothing:
          // A soft hyphen is inside a word, a zero-width space between two.
          guard length == 2 else { break scan }
          index += length
          continue scan
        case .space, .newline: break scan
        case .mark: break
        }
        let quote = apostrophe(index)
        if quote > 0 {
          let letter = byte(index + quote)
          guard isWordCharacter(index + quote), letter &- 0x30 >= 10 else { break scan }
          if letter | 0x20 == 0x73, !isWordCharacter(index + quote + 1) { break scan }  // 's
          index += quote
          continue scan
        }
        let b = bytes[index]
        let next = byte(index + 1)
        switch b {
        case 0x2D:  // a hyphen inside a word
          guard isWordCharacter(index + 1) else { break scan }
          if isNumber { isNumber = false }
          index += 1
          segment = index
        case 0xE2 where (next == 0x80 && (byte(index + 2) | 1) == 0x91):
          guard isWordCharacter(index + 3) else { break scan }
          index += 3
          segment = index
        case 0x2E:  // a stop inside `U.S.`, `a.m.`, `3.5`
          if isNumber, next &- 0x30 < 10 {
            index += 1
          } else if index - segment == 1, bytes[segment] &- 0x30 >= 10,
            hasStop || (next | 0x20) &- 0x61 < 26
          {
            if !hasStop {
              // `J.Smith` is an initial and a name, `U.S.` an abbreviation.
              guard byte(index + 2) == 0x2E || !isWordCharacter(index + 2) else { break scan }
            }
            hasStop = true
            index += 1
            segment = index
            guard isWordCharacter(index) || (byte(index) == 0x2D && isWordCharacter(index + 1))
            else { break scan }
          } else {
            break scan
          }
        case 0x2C:  // a comma inside a number
          guard isNumber, next &- 0x30 < 10 else { break scan }
          index += 1
        case 0x26:  // AT&T
          guard index - start <= 3, bytes[start] &- 0x41 < 26, next &- 0x41 < 26 else { break scan }
          index += 1
        default: break scan
        }
      }
      emit(start, index, isNumber ? .number : .word)
      possessive(at: index)
    }

    /// Whether the letters at `index` end a number: `19th`, `1990s`, `5m`, `10bn`.
    func isSuffix(of start: Int, at index: Int) -> Bool {
      var end = index
      while (byte(end) | 0x20) &- 0x61 < 26 { end += 1 }
      return end - index <= 2
    }

    /// Emits the `'s` that follows a word.
    mutating func possessive(at index: Int) {
      let quote = apostrophe(index)
      guard quote > 0, byte(index + quote) | 0x20 == 0x73, !isWordCharacter(index + quote + 1)
      else { return }
      emit(index, index + quote + 1, .clitic)
    }

    mutating func mark(_ length: Int) {
      let b = bytes[at]
      let quote = apostrophe(at)
      if quote > 0 {
        if byte(at + quote) &- 0x30 < 10, byte(at + quote + 1) &- 0x30 < 10,
          !(byte(at + quote + 2) &- 0x30 < 10)
        {  // '90s
          var end = at + quote + 2
          if byte(end) == 0x73 { end += 1 }
          emit(at, end, .number)
          return
        }
        // A doubled apostrophe is a quotation mark in newswire archives.
        let end = quote == 1 && byte(at + 1) == 0x27 ? at + 2 : at + quote
        emit(at, end, .mark)
        return
      }
      if b == 0x40 || b == 0x23, isWordCharacter(at + 1) {  // @name, #tag
        var end = at + 1
        while isWordCharacter(end) { end += classify(end).1 }
        emit(at, end, .word)
        return
      }
      var end = min(at + length, bytes.count)
      if b == 0x2E || b == 0x2D || b == 0x60 {
        while byte(end) == b { end += 1 }
      }
      emit(at, end, .mark)
    }

    /// Whether two bytes are a capital of Latin Extended-A, as in "Łukasz" or "Žižka".
    ///
    /// They stand before their small letters, at even code points, but from U+0139 to U+0148 and
    /// from U+0179 on at odd ones.
    private static func isExtendedCapital(_ first: UInt8, _ second: UInt8) -> Bool {
      let code = Int(first & 0x1F) << 6 | Int(second & 0x3F)
      let isOddRange = (0x139...0x148).contains(code) || code >= 0x179
      return code < 0x17F && code != 0x138 && code.isMultiple(of: 2) != isOddRange
    }

    mutating func emit(_ start: Int, _ end: Int, _ kind: Token.Kind) {
      let slice = UnsafeBufferPointer(rebasing: bytes[start..<end])
      var flags = pending
      if kind == .word {
        let first = bytes[start]
        if first &- 0x41 < 26 {
          flags.insert(.capital)
        } else if first == 0xC3, byte(start + 1) <= 0x9E, byte(start + 1) != 0x97 {
          flags.insert(.capital)
        } else if first == 0xC4 || first == 0xC5, Self.isExtendedCapital(first, byte(start + 1)) {
          flags.insert(.capital)
        } else if first == 0x23 || first == 0x40, byte(start + 1) &- 0x41 < 26 {
          flags.insert(.capital)
        }
        if flags.contains(.capital), slice.count > 1 {
          var letters = 0
          var isLower = false
          for b in slice where (b | 0x20) &- 0x61 < 26 {
            letters += 1
            if b & 0x20 != 0 { isLower = true }
          }
          if !isLower, letters > 1 { flags.insert(.allCapitals) }
        }
      }
      if kind == .mark || kind == .word && bytes[end - 1] == 0x2E {
        stops[stopCount] = Int32(count)
        stopCount += 1
      }
      tokens[count] = Token(
        start: start, end: end, hash: Folding.hash(slice), kind: kind, flags: flags)
      count += 1
      pending = []
      at = end
    }
  }
}
