import DeskText

/// Folded words and their numbers, from 1.
struct Vocabulary: Sendable {
  private var slots: [Int32] = Array(repeating: -1, count: 1024)
  private var hashes: [UInt32] = []
  private var words: [[UInt8]] = []
  private var symbols: [Int32] = []
  private var lastSymbol: Int32 = 0

  mutating func addSymbol() -> Int32 {
    lastSymbol += 1
    return lastSymbol
  }

  mutating func add(_ folded: [UInt8]) -> Int32 {
    let hash = Folding.hash(folded: folded)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash, words[index] == folded { return symbols[index] }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(words.count)
    hashes.append(hash)
    words.append(folded)
    symbols.append(addSymbol())
    if words.count * 2 > slots.count { grow() }
    return symbols[symbols.count - 1]
  }

  private mutating func grow() {
    var wider = [Int32](repeating: -1, count: slots.count * 2)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(hash) & (wider.count - 1)
      while wider[slot] >= 0 { slot = (slot + 1) & (wider.count - 1) }
      wider[slot] = Int32(index)
    }
    slots = wider
  }

  func find(_ hash: UInt32, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash, Folding.equal(bytes, folded: words[index]) {
        return symbols[index]
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }
}

/// Beginnings of words, by their first three bytes.
struct Prefixes: Sendable {
  private var lists: [UInt32: [(folded: [UInt8], symbol: Int32)]] = [:]
  private var bits = [UInt64](repeating: 0, count: 1024)

  private static func key(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt32 {
    UInt32(a) << 16 | UInt32(b) << 8 | UInt32(c)
  }

  /// Adds a beginning and returns its symbol, the old one if it was there.
  mutating func add(_ folded: [UInt8], symbol: Int32) -> Int32 {
    let key = Self.key(folded[0], folded[1], folded[2])
    if let known = lists[key]?.first(where: { $0.folded == folded }) { return known.symbol }
    lists[key, default: []].append((folded, symbol))
    let bit = Int(folded[0]) << 8 | Int(folded[1])
    bits[bit >> 6] |= 1 << UInt64(bit & 63)
    return symbol
  }

  /// Whether a beginning has the first two letters of the word at these places.
  @inline(__always)
  func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 3 else { return false }
    let bit =
      Int(Folding.lowerASCII(bytes[start])) << 8 | Int(Folding.lowerASCII(bytes[start + 1]))
    return bits[bit >> 6] & (1 << UInt64(bit & 63)) != 0
  }

  /// Calls `body` with the symbol of each beginning that a word has.
  @inline(__always)
  func forEach(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Int32) -> Void) {
    guard bytes.count >= 3 else { return }
    let a = Folding.lowerASCII(bytes[0])
    let b = Folding.lowerASCII(bytes[1])
    let bit = Int(a) << 8 | Int(b)
    guard bits[bit >> 6] & (1 << UInt64(bit & 63)) != 0 else { return }
    guard let list = lists[Self.key(a, b, Folding.lowerASCII(bytes[2]))] else { return }
    let folded = Folding.folded(bytes)
    for item in list where folded.starts(with: item.folded) { body(item.symbol) }
  }
}

/// Words with wild cards, by the letter that they begin with.
struct Globs: Sendable {
  private typealias Item = (glob: Glob, symbol: Int32)
  private var byFirst = [[Item]](repeating: [], count: 256)
  /// Those that begin with a wild card.
  private var open: [Item] = []
  private var symbols: [Glob: Int32] = [:]

  var isEmpty: Bool { symbols.isEmpty }

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

/// The edges of the trie: (node, symbol) to node, in one open-addressed table.
struct EdgeTable: Sendable {
  private var keys = [UInt64](repeating: .max, count: 4096)
  private var values = [Int32](repeating: 0, count: 4096)
  private var count = 0

  @inline(__always)
  private static func key(_ node: Int, _ symbol: Int32) -> UInt64 {
    UInt64(UInt32(truncatingIfNeeded: node)) << 32 | UInt64(UInt32(bitPattern: symbol))
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 29) & mask
  }

  @inline(__always)
  func find(_ node: Int, _ symbol: Int32) -> Int32? {
    let key = Self.key(node, symbol)
    var slot = Self.slot(key, keys.count - 1)
    while keys[slot] != .max {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  mutating func insert(_ node: Int, _ symbol: Int32, _ value: Int32) {
    if count * 2 >= keys.count { grow() }
    place(Self.key(node, symbol), value)
    count += 1
  }

  private mutating func place(_ key: UInt64, _ value: Int32) {
    var slot = Self.slot(key, keys.count - 1)
    while keys[slot] != .max { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    values[slot] = value
  }

  private mutating func grow() {
    let old = zip(keys, values).filter { $0.0 != .max }
    keys = Array(repeating: .max, count: keys.count * 2)
    values = Array(repeating: 0, count: keys.count)
    for (key, value) in old { place(key, value) }
  }
}
