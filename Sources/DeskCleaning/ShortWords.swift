import DeskText

/// Numbers of words of at most eight bytes, found with one look each.
///
/// No branch asks whether a word is there: every second word of a text is, and no processor foresees
/// which. Each word has a place of its own, because the words that begin at one place of `factors`
/// were tried with other factors until all were free.
struct ShortWords: Sendable {
  /// The longest word in bytes.
  static let longest = 8

  /// The words as `key(of:)` has them, 0 where none stands: at the first place never.
  private var keys: [UInt64] = [0]
  private var numbers: [UInt16] = [0]
  private var factors = [UInt64](repeating: 1, count: 256)
  /// How far the places stand up in a hash.
  private var shift: UInt64 = 63
  private var mixer: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// - Parameter words: the keys with their numbers, each key once, none of them 0.
  init(_ words: [UInt64: UInt16]) {
    var size = 64
    // Most tries meet free places.
    while size < words.count * 2 { size *= 2 }
    while !settle(words, size) {
      mixer = mixer &* 0xD134_2543_DE82_EF95
      if size < words.count * 64 { size *= 2 }
    }
  }

  /// The number under which a word is kept, its letters at the high end; capitals of ASCII are small.
  static func key(of word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(0) { adding($1, to: $0) }
  }

  /// The key of a word with one more byte.
  @inline(__always)
  static func adding(_ byte: UInt8, to key: UInt64) -> UInt64 {
    key >> 8 | UInt64(Folding.lowerASCII(byte)) << 56
  }

  @inline(__always)
  private static func place(_ hash: UInt64, _ factor: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* factor) &>> shift)
  }

  /// Gives every word its place, if that succeeds.
  private mutating func settle(_ words: [UInt64: UInt16], _ size: Int) -> Bool {
    keys = Array(repeating: 0, count: size)
    numbers = Array(repeating: 0, count: size)
    shift = UInt64(64 - size.trailingZeroBitCount)
    var groups = [[UInt64]](repeating: [], count: factors.count)
    for key in words.keys { groups[Int((key &* mixer) >> 56)].append(key) }
    // Large groups first, while there is much room.
    for group in groups.indices.sorted(by: { groups[$0].count > groups[$1].count }) {
      let factor = stride(from: UInt64(1), to: 1 << 16, by: 2).first { factor in
        let places = Set(groups[group].map { Self.place($0 &* mixer, factor, shift) })
        return places.count == groups[group].count && places.allSatisfy { $0 > 0 && keys[$0] == 0 }
      }
      guard let factor else { return false }
      factors[group] = factor
      for key in groups[group] {
        let place = Self.place(key &* mixer, factor, shift)
        keys[place] = key
        numbers[place] = words[key] ?? 0
      }
    }
    return true
  }

  /// Calls `body` with what gives the number of a key, 0 where it has none.
  @inline(__always)
  func withNumbers<R>(_ body: ((UInt64) -> UInt16) -> R) -> R {
    let (mixer, shift) = (mixer, shift)
    return keys.withUnsafeBufferPointer { keys in
      numbers.withUnsafeBufferPointer { numbers in
        factors.withUnsafeBufferPointer { factors in
          body { key in
            let hash = key &* mixer
            let place = Self.place(hash, factors[Int(hash >> 56)], shift)
            // Another word's number is that of no word, which stands first: a choice of places can
            // be made without a branch, one of numbers in memory is not.
            return numbers[keys[place] == key ? place : 0]
          }
        }
      }
    }
  }
}
