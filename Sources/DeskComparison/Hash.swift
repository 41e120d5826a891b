/// A hash that is the same in every run and on every machine, for sampling by name.
package enum StableHash {
  /// FNV-1a over UTF-8 bytes, 64 bits (Fowler, Noll and Vo).
  static func fnv1a(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// The finalizer of SplitMix64 (Steele, Lea and Flood 2014).
  package static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  package static func rank(_ id: String, seed: UInt64) -> UInt64 { mix(fnv1a(id) ^ mix(seed)) }
}
