import DeskText

/// Beginnings of words (`murder*`) while they are collected, by their first three bytes.
struct Beginnings: Sendable {
  struct Item: Sendable {
    /// Where its letters stand among all.
    var start: Int32
    var end: Int32
    var symbol: Int32
    /// The next one with the same three bytes; -1 behind the last.
    var next: Int32
  }

  /// By the three bytes the number of the first item behind one, 0 in a free slot.
  private var firsts: [(key: UInt32, item: Int32)] = Array(repeating: (0, 0), count: 256)
  private var keyCount = 0
  private(set) var items: [Item] = []
  private(set) var letters: [UInt8] = []

  private static func key(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt32 {
    UInt32(a) << 16 | UInt32(b) << 8 | UInt32(c)
  }

  @inline(__always)
  private func slot(_ key: UInt32) -> Int {
    var slot = Int((key &* 0x9E37_79B1) >> 16) & (firsts.count - 1)
    while firsts[slot].item > 0, firsts[slot].key != key { slot = (slot + 1) & (firsts.count - 1) }
    return slot
  }

  private mutating func grow() {
    let old = firsts
    firsts = Array(repeating: (0, 0), count: old.count * 2)
    for known in old where known.item > 0 { firsts[slot(known.key)] = known }
  }

  /// Adds a folded beginning of three bytes or more and returns its symbol, the old one if it was
  /// there.
  mutating func add(_ folded: UnsafeBufferPointer<UInt8>, symbol: () -> Int32) -> Int32 {
    if keyCount * 2 >= firsts.count { grow() }
    let key = Self.key(folded[0], folded[1], folded[2])
    let slot = slot(key)
    let first = firsts[slot].item - 1
    var index = first
    while index >= 0 {
      let item = items[Int(index)]
      if letters[Int(item.start)..<Int(item.end)].elementsEqual(folded) { return item.symbol }
      index = item.next
    }
    let start = Int32(letters.count)
    letters.append(contentsOf: folded)
    let new = symbol()
    items.append(Item(start: start, end: Int32(letters.count), symbol: new, next: first))
    if first < 0 { keyCount += 1 }
    firsts[slot] = (key, Int32(items.count))
    return new
  }
}

/// Words with wild cards, by the letter that they begin with.
struct Globs: Sendable {
  private typealias Item = (glob: Glob, symbol: Int32)
  private var byFirst = [[Item]](repeating: [], count: 256)
  /// Those that begin with a wild card.
  private var open: [Item] = []
  private var symbols: [Glob: Int32] = [:]

  /// Adds one and returns its symbol, the old one if it was there.
  mutating func add(_ glob: Glob, symbol: () -> Int32) -> Int32 {
    if let known = symbols[glob] { return known }
    let new = symbol()
    symbols[glob] = new
    if let first = glob.stem.first {
      byFirst[Int(first)].append((glob, new))
    } else {
      open.append((glob, new))
    }
    return new
  }

  /// Whether one may stand for a word whose first byte is this.
  @inline(__always)
  func mayBegin(_ first: UInt8) -> Bool {
    // Curly apostrophes and long hyphens fold to other first bytes.
    !open.isEmpty || first == 0xE2 || first == 0xC2
      || !byFirst[Int(Folding.lowerASCII(first))].isEmpty
  }

  /// Calls `body` with the symbol of each glob that stands for a token.
  ///
  /// A bare `*` stands for words and numbers, not for marks.
  func forEach(_ bytes: UnsafeBufferPointer<UInt8>, isWord: Bool, _ body: (Int32) -> Void) {
    guard let first = bytes.first, mayBegin(first) else { return }
    let folded = Folding.folded(bytes)
    guard let first = folded.first else { return }
    for item in byFirst[Int(first)] where item.glob.matches(folded) { body(item.symbol) }
    for item in open where isWord || item.glob.hasLetters {
      if item.glob.matches(folded) { body(item.symbol) }
    }
  }
}
