/// The one form in which words are compared: lower case, straight apostrophes, plain hyphens.
///
/// Folds ASCII, the Latin-1 capitals, Greek and Cyrillic are left alone: the lexicons are English.
public enum Folding {
  static let seed: UInt32 = 2_166_136_261
  private static let prime: UInt32 = 16_777_619

  /// The hash of some folded bytes and one more.
  @inline(__always)
  public static func mix(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* prime
  }

  /// The hash of some folded bytes and up to eight more, which stand at the number's high end over
  /// zeros.
  ///
  /// Always takes eight steps, because no processor foresees the length of a word: the zeros only
  /// multiply, and what they will do is undone before.
  @inline(__always)
  static func mix(_ hash: UInt32, last letters: UInt64, count: Int) -> UInt32 {
    var hash = hash &* undone[count]
    for place in 0..<8 {
      hash = mix(hash, UInt8(truncatingIfNeeded: letters >> UInt64(8 * place)))
    }
    return hash
  }

  /// By what the zeros before so many letters have to be undone: powers of the prime's inverse.
  private static let undone: [UInt32] = [
    3_631_408_353, 2_648_591_923, 3_086_293_577, 3_755_499_755,
    1_285_591_537, 2_445_655_651, 3_712_660_953, 899_433_627, 1,
  ]

  /// A capital letter of ASCII as a small one; any other byte as it is.
  @inline(__always)
  public static func lowerASCII(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// Calls `body` with each byte of the folded form of some UTF-8 bytes.
  @inline(__always)
  public static func forEachFolded(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt8) -> Void) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        body(lowerASCII(byte))
        index += 1
      } else if byte == 0xC3, index + 1 < bytes.count {
        let next = bytes[index + 1]
        body(byte)
        body(next >= 0x80 && next <= 0x9E && next != 0x97 ? next + 0x20 : next)
        index += 2
      } else if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xAD {
        index += 2  // a soft hyphen is no letter
      } else if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 {
        switch bytes[index + 2] {
        case 0x98, 0x99: body(0x27)
        case 0x90, 0x91: body(0x2D)
        default:
          body(byte)
          body(bytes[index + 1])
          body(bytes[index + 2])
        }
        index += 3
      } else {
        body(byte)
        index += 1
      }
    }
  }

  /// The folded form of some UTF-8 bytes.
  public static func folded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.withUnsafeBufferPointer { folded($0) }
  }

  /// The folded form of some UTF-8 bytes.
  public static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    forEachFolded(bytes) { out.append($0) }
    return out
  }

  /// The folded form of some UTF-8 bytes, such as a string's.
  public static func folded(_ bytes: some Sequence<UInt8>) -> [UInt8] { folded(Array(bytes)[...]) }

  /// FNV-1a over the folded form; the hash that tokens carry.
  public static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash = seed
    forEachFolded(bytes) { hash = mix(hash, $0) }
    return hash
  }

  /// The hash of bytes that are folded already.
  public static func hash(folded bytes: some Sequence<UInt8>) -> UInt32 {
    hash(folded: bytes, behind: seed)
  }

  /// The hash of bytes that are folded already, behind those whose hash this is.
  public static func hash(folded bytes: some Sequence<UInt8>, behind first: UInt32) -> UInt32 {
    var hash = first
    for byte in bytes { hash = mix(hash, byte) }
    return hash
  }

  /// Whether some bytes fold to `folded`, without building the folded form.
  public static func equal(
    _ bytes: UnsafeBufferPointer<UInt8>, folded: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    // Nearly all words stand in a text as they are folded, but for a capital.
    if bytes.count == folded.count {
      var index = 0
      while index < bytes.count, lowerASCII(bytes[index]) == folded[index] { index += 1 }
      if index == bytes.count { return true }
    }
    let (isEqual, index) = compare(bytes, folded)
    return isEqual && index == folded.count
  }

  /// Whether the folded form of some bytes begins with `folded`.
  public static func begins(
    _ bytes: UnsafeBufferPointer<UInt8>, with folded: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for index in 0..<min(bytes.count, folded.count) {
      let byte = bytes[index]
      if byte >= 0x80 { return compare(bytes, folded).index >= folded.count }
      if lowerASCII(byte) != folded[index] { return false }
    }
    return bytes.count >= folded.count
  }

  /// How far the folded form of some bytes goes with `folded`, and whether it goes nowhere else.
  @inline(__always)
  private static func compare(
    _ bytes: UnsafeBufferPointer<UInt8>, _ folded: UnsafeBufferPointer<UInt8>
  ) -> (isEqual: Bool, index: Int) {
    var index = 0
    var isEqual = true
    forEachFolded(bytes) { byte in
      if isEqual, index < folded.count, folded[index] == byte {
        index += 1
      } else {
        isEqual = false
      }
    }
    return (isEqual, index)
  }
}
