/// The hashes of an article's words, each once: an open table that is filled in one go and then
/// only asked.
final class SeenWords {
  /// A hash, or 0 for a free place.
  private let slots: UnsafeMutablePointer<UInt32>
  private let mask: Int

  /// Empty, with room for so many words.
  init(atMost count: Int) {
    var size = 64
    while size < 2 * count { size *= 2 }
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
    mask = size - 1
  }

  deinit { slots.deallocate() }

  @inline(__always)
  func insert(_ hash: UInt32) { slots[slot(of: hash)] = Self.stored(hash) }

  func contains(_ hash: UInt32) -> Bool { slots[slot(of: hash)] != 0 }

  @inline(__always)
  private static func stored(_ hash: UInt32) -> UInt32 { hash == 0 ? 1 : hash }

  /// Where a word stands, or would.
  @inline(__always)
  private func slot(of hash: UInt32) -> Int {
    let hash = Self.stored(hash)
    var slot = Int(hash) & mask
    while slots[slot] != 0, slots[slot] != hash { slot = (slot &+ 1) & mask }
    return slot
  }
}
