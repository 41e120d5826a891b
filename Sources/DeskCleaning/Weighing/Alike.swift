/// Things with equal keys put together, in one table for all of them.
struct Alike {
  /// For each thing the number of its kind.
  private(set) var kinds: [Int] = []
  /// For each kind how many things it has, and which of them is the first.
  private(set) var counts: [Int] = []
  private(set) var firsts: [Int] = []

  init(_ keys: [UInt64]) {
    var size = 16
    while size < keys.count * 2 { size *= 2 }
    var table = [Int32](repeating: -1, count: size)
    kinds.reserveCapacity(keys.count)
    for (index, key) in keys.enumerated() {
      var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 33) & (size - 1)
      while table[slot] >= 0, keys[firsts[Int(table[slot])]] != key {
        slot = (slot + 1) & (size - 1)
      }
      if table[slot] < 0 {
        table[slot] = Int32(counts.count)
        counts.append(0)
        firsts.append(index)
      }
      let kind = Int(table[slot])
      counts[kind] += 1
      kinds.append(kind)
    }
  }

  /// For each thing the sum of its kind's values.
  func sums(_ values: [Int]) -> [Int] {
    var sums = [Int](repeating: 0, count: counts.count)
    for (kind, value) in zip(kinds, values) { sums[kind] += value }
    return kinds.map { sums[$0] }
  }

  /// The first thing that is like one, where there are others of its kind.
  func first(like index: Int) -> Int? {
    let kind = kinds[index]
    return counts[kind] > 1 ? firsts[kind] : nil
  }
}
