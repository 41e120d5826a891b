/// The hashes of an article's words, each once: an open table that is filled in one go and then
/// only asked.
struct SeenWords {
  /// A hash, or 0 for a free place.
  private var slots: [UInt32]
  private let mask: Int

  /// Room for a number of words.
  init(capacity: Int) {
    var size = 64
    while size < 2 * capacity { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
  }

  @inline(__always)
  private static func stored(_ hash: UInt32) -> UInt32 { hash == 0 ? 1 : hash }

  @inline(__always)
  mutating func insert(_ hash: UInt32) {
    let hash = Self.stored(hash)
    slots.withUnsafeMutableBufferPointer { slots in
      var slot = Int(hash) & mask
      while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & mask }
      slots[slot] = hash
    }
  }

  func contains(_ hash: UInt32) -> Bool {
    let hash = Self.stored(hash)
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return true }
      slot = (slot + 1) & mask
    }
    return false
  }
}
