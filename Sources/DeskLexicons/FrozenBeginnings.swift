import DeskText

/// Beginnings of words, laid out for finding all that one word has.
///
/// They stand in alphabetical order, each with the longest other one that it begins with. The last
/// that stands before a word or is equal to it then leads to all that the word has, however many
/// there are beside: a dictionary of thousands has some hundred that begin with "con".
struct FrozenBeginnings: Sendable {
  struct Item: Sendable {
    /// Its edges' symbol.
    let symbol: Int32
    /// The node behind it as the first of an entry; -1 where none begins with it.
    let opening: Int32
    /// Where its letters stand among all.
    fileprivate let start: Int32
    fileprivate let count: Int32
    /// The longest one that it begins with; -1 where there is none.
    fileprivate let parent: Int32
  }

  private let items: [Item]
  private let letters: [UInt8]
  /// By the first two bytes: the first item that has them or comes behind them.
  private let firsts: [Int32]
  /// Bits by the first three letters: tell of most words at once that they have no beginning.
  private let threes: [UInt64]

  /// - Parameters:
  ///   - beginnings: all of them.
  ///   - opening: the node behind a symbol as the first of an entry.
  init(_ beginnings: Beginnings, opening: (_ symbol: Int32) -> Int32) {
    let all = beginnings.letters
    func word(_ item: Beginnings.Item) -> ArraySlice<UInt8> {
      all[Int(item.start)..<Int(item.end)]
    }
    var items: [Item] = []
    var letters: [UInt8] = []
    var firsts = [Int32](repeating: 0, count: beginnings.items.isEmpty ? 0 : 0x1_0001)
    // The open ones: each begins with the one before.
    var path: [(item: Int32, word: ArraySlice<UInt8>)] = []
    for item in beginnings.items.sorted(by: { word($0).lexicographicallyPrecedes(word($1)) }) {
      let word = word(item)
      while let last = path.last, !word.starts(with: last.word) { path.removeLast() }
      items.append(
        Item(
          symbol: item.symbol, opening: opening(item.symbol), start: Int32(letters.count),
          count: Int32(word.count), parent: path.last?.item ?? -1))
      path.append((Int32(items.count - 1), word))
      letters += word
      firsts[Self.key(word[word.startIndex], word[word.startIndex + 1]) + 1] += 1
    }
    var threes = [UInt64](repeating: 0, count: items.isEmpty ? 0 : 1 << 9)
    for item in items {
      let bit = letters.withUnsafeBufferPointer { Self.bit($0, Int(item.start)) }
      threes[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    self.threes = threes
    for key in firsts.indices.dropFirst() { firsts[key] += firsts[key - 1] }
    self.items = items
    self.letters = letters
    self.firsts = firsts
  }

  private static func key(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first) << 8 | Int(second)
  }

  /// The number of three letters; the same for small ones and capitals.
  @inline(__always)
  private static func bit(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    Int(bytes[start] & 31) << 10 | Int(bytes[start &+ 1] & 31) << 5 | Int(bytes[start &+ 2] & 31)
  }

  /// Whether a token is a word that may have a beginning.
  @inline(__always)
  func mayBegin(_ token: Token, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = token.start
    guard token.kind == .word, token.end &- start >= 3, !items.isEmpty else { return false }
    // Such letters may fold to others.
    guard (bytes[start] | bytes[start &+ 1] | bytes[start &+ 2]) < 0x80 else { return true }
    let bit = Self.bit(bytes, start)
    return threes[bit >> 6] & (1 << UInt64(bit & 63)) != 0
  }

  /// Calls `body` with each beginning that a word has.
  @inline(__always)
  func forEach(_ word: UnsafeBufferPointer<UInt8>, _ body: (Item) -> Void) {
    guard word.count >= 3, !items.isEmpty else { return }
    var place = find(word)
    while place >= 0 {
      let item = items[Int(place)]
      body(item)
      place = item.parent
    }
  }

  /// The longest beginning that a word has; -1 where it has none.
  private func find(_ word: UnsafeBufferPointer<UInt8>) -> Int32 {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count) { folded in
      var count = 0
      Folding.forEachFolded(word) { byte in
        folded[count] = byte
        count += 1
      }
      guard count >= 2 else { return -1 }
      let key = Self.key(folded[0], folded[1])
      return items.withUnsafeBufferPointer { items in
        letters.withUnsafeBufferPointer { letters in
          var low = Int(firsts[key])
          var high = Int(firsts[key + 1])
          // How far the word goes with the last one found to stand before it.
          var shared = 0
          let first = low
          while low < high {
            let middle = (low + high) / 2
            let item = items[middle]
            var index = 2
            let end = min(count, Int(item.count))
            while index < end, folded[index] == letters[Int(item.start) + index] { index += 1 }
            if index == Int(item.count)
              || (index < count && letters[Int(item.start) + index] < folded[index])
            {
              low = middle + 1
              shared = index
            } else {
              high = middle
            }
          }
          guard low > first else { return -1 }
          var place = Int32(low - 1)
          while place >= 0, Int(items[Int(place)].count) > shared {
            place = items[Int(place)].parent
          }
          return place
        }
      }
    }
  }
}
