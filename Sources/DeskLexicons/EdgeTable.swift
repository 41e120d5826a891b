/// The edges of a trie: (node, symbol) to node, in one open-addressed table.
///
/// An object, so that the finished trie walks on the memory that it was compiled in: at start a copy
/// of the largest table costs as much as filling it. Written while it is compiled, by one owner, and
/// only read from then on.
final class EdgeTable: @unchecked Sendable {
  struct Slot: Sendable {
    var node: Int32 = -1
    var symbol: Int32 = 0
    var next: Int32 = 0
  }

  private(set) var slots: UnsafeMutableBufferPointer<Slot>
  private var count = 0

  /// - Parameter count: about how many edges will come.
  init(expecting count: Int) {
    var size = 1024
    while Self.isFull(size, with: count) { size *= 2 }
    slots = Self.empty(size)
  }

  deinit { slots.deallocate() }

  private static func empty(_ size: Int) -> UnsafeMutableBufferPointer<Slot> {
    let slots = UnsafeMutableBufferPointer<Slot>.allocate(capacity: size)
    slots.initialize(repeating: Slot())
    return slots
  }

  /// From two thirds on: what a run touches of the table is memory that it must be given first.
  private static func isFull(_ size: Int, with count: Int) -> Bool { count * 3 > size * 2 }

  @inline(__always)
  private static func slot(_ node: Int32, _ symbol: Int32, _ mask: Int) -> Int {
    let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: symbol))
    return Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  /// The node behind an edge; nil where there is none.
  @inline(__always)
  func find(_ node: Int32, _ symbol: Int32) -> Int32? { Self.find(node, symbol, in: slots) }

  /// The same in slots that stay as they are: a walk need not ask for them at every step.
  @inline(__always)
  static func find(
    _ node: Int32, _ symbol: Int32, in slots: UnsafeMutableBufferPointer<Slot>
  ) -> Int32? {
    let mask = slots.count &- 1
    var slot = slot(node, symbol, mask)
    while slots[slot].node >= 0 {
      if slots[slot].node == node, slots[slot].symbol == symbol { return slots[slot].next }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  /// The node behind an edge; a new one's is `new`.
  func add(_ node: Int32, _ symbol: Int32, _ new: Int32) -> (next: Int32, isNew: Bool) {
    let mask = slots.count - 1
    var slot = Self.slot(node, symbol, mask)
    while slots[slot].node >= 0 {
      if slots[slot].node == node, slots[slot].symbol == symbol { return (slots[slot].next, false) }
      slot = (slot + 1) & mask
    }
    slots[slot] = Slot(node: node, symbol: symbol, next: new)
    count += 1
    if Self.isFull(slots.count, with: count) { grow() }
    return (new, true)
  }

  private func grow() {
    let wider = Self.empty(slots.count * 2)
    for old in slots where old.node >= 0 {
      var slot = Self.slot(old.node, old.symbol, wider.count - 1)
      while wider[slot].node >= 0 { slot = (slot + 1) & (wider.count - 1) }
      wider[slot] = old
    }
    slots.deallocate()
    slots = wider
  }
}
