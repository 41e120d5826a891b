import DeskText

/// Names in small letters, each with what it stands for, found by one hash in one look.
///
/// A name is known by the 64 bits of its hash alone: the tables are small and fixed, so that no two
/// of their names share one, and a foreign name that does is not to be expected.
struct NameTable<Value: Sendable>: Sendable {
  /// Half of the slots at most are taken; 0 where nothing stands.
  private var keys: [UInt64]
  private var values: [Value?]

  init(_ names: [(name: String, value: Value)]) {
    self.init(keys: names.map { (NameHash.of($0.name.utf8), $0.value) })
  }

  /// Of equal keys, the last one counts.
  init(keys names: [(key: UInt64, value: Value)]) {
    var room = 16
    while room < names.count * 4 { room *= 2 }
    keys = Array(repeating: 0, count: room)
    values = Array(repeating: nil, count: room)
    for (key, value) in names {
      var slot = Int(truncatingIfNeeded: key) & (room - 1)
      while keys[slot] != 0, keys[slot] != key {
        slot = (slot + 1) & (room - 1)
      }
      keys[slot] = key
      values[slot] = value
    }
  }

  /// What a name stands for, by its hash.
  @inline(__always)
  func value(_ hash: UInt64) -> Value? {
    var slot = Int(truncatingIfNeeded: hash) & (keys.count - 1)
    while keys[slot] != 0 {
      if keys[slot] == hash { return values[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }
}

/// The hash of a name, capitals as small letters (FNV-1a), taken while the name is read.
struct NameHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(Folding.lowerASCII(byte))) &* 0x100_0000_01B3
  }

  /// The high bits are mixed best, and slots are addressed by the low ones.
  var value: UInt64 {
    @inline(__always) get { state ^ state >> 32 }
  }

  static func of(_ name: some Sequence<UInt8>) -> UInt64 {
    var hash = NameHash()
    for byte in name { hash.add(byte) }
    return hash.value
  }
}
