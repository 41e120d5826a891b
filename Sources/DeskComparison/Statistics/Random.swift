/// SplitMix64 (Steele, Lea and Flood 2014): fills the state of the generator below.
struct SplitMix64: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return StableHash.mix(state)
  }
}

/// xoshiro256** (Blackman and Vigna, ACM TOMS 47, 2021): the same numbers on every machine.
struct Xoshiro256: Sendable {
  private var s: (UInt64, UInt64, UInt64, UInt64)

  init(seed: UInt64) {
    var filler = SplitMix64(seed: seed)
    s = (filler.next(), filler.next(), filler.next(), filler.next())
  }

  mutating func next() -> UInt64 {
    let out = Self.turn(s.1 &* 5, 7) &* 9
    let t = s.1 << 17
    s.2 ^= s.0
    s.3 ^= s.1
    s.1 ^= s.2
    s.0 ^= s.3
    s.2 ^= t
    s.3 = Self.turn(s.3, 45)
    return out
  }

  /// A number from 0 to 1, 1 exclusive.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number below `n` (Lemire, ACM TOMACS 29, 2019).
  mutating func below(_ n: UInt64) -> UInt64 {
    var product = next().multipliedFullWidth(by: n)
    if product.low < n {
      let floor = (0 &- n) % n
      while product.low < floor { product = next().multipliedFullWidth(by: n) }
    }
    return product.high
  }

  /// Fisher and Yates, from the end.
  mutating func shuffle<Element>(_ items: inout [Element]) {
    for i in stride(from: items.count - 1, to: 0, by: -1) {
      items.swapAt(i, Int(below(UInt64(i + 1))))
    }
  }

  private static func turn(_ x: UInt64, _ k: UInt64) -> UInt64 { x << k | x >> (64 - k) }
}
