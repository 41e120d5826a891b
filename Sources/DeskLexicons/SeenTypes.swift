import DeskText

/// What entries begin with each type (word as it is folded) that was met in the texts so far.
///
/// A text's words are few types: what the trie's root, the beginnings of words and the globs say
/// about one is asked once, and its next tokens cost one look-up here. Holds only types that a text
/// writes with at most sixteen letters of ASCII, nearly all of English; others are asked about each
/// time. It is bounded: where it has grown full it begins anew. Belongs to one thread at a time.
final class SeenTypes {
  /// A type's letters as two numbers, zeros behind its end.
  struct Key {
    var low: UInt64
    var high: UInt64

    /// Folds the letters of a token; nil where it has too many or not only ASCII.
    ///
    /// What of a word is no letter stays apart from all others, though not always as it is.
    @inline(__always)
    init?(_ token: Token, in bytes: UnsafeBufferPointer<UInt8>) {
      let (start, count) = (token.start, token.end &- token.start)
      guard count <= 16 else { return nil }
      let first = EightBytes(bytes, at: start)
      let own = ~0 &>> UInt64(64 &- 8 &* min(count, 8))
      var wide = first.wide & own
      low = first.small & own
      high = 0
      if count > 8 {
        let second = EightBytes(bytes, at: start &+ 8)
        let own = ~0 &>> UInt64(128 &- 8 &* count)
        wide |= second.wide & own
        high = second.small & own
      }
      guard wide == 0 else { return nil }
    }

    /// Where to look for it, and other bits to tell it from most that stand there.
    @inline(__always)
    fileprivate var hash: (place: UInt32, tag: UInt32) {
      let mixed = (low ^ high &* 0xC2B2_AE3D_27D4_EB4F) &* 0x9E37_79B9_7F4A_7C15
      let upper = UInt32(truncatingIfNeeded: mixed >> 32)
      return (upper >> 12, upper & SeenTypes.tags)
    }
  }

  /// A node that a type leads to as the first of an entry, with what is asked of it there.
  ///
  /// It spares the walk the node itself, which lies somewhere in memory.
  struct Opening {
    var node: Int32
    /// What ends at the node, where `next` is `.nothing`.
    var entry: Int32
    var lexicon: Int32
    var next: Next

    enum Next {
      /// Nothing goes on: one entry ends, under no condition.
      case nothing
      /// Something may end here or behind what may be left out.
      case end
      /// Nothing ends here, and only words go on.
      case words
      /// Nothing ends here; words and what stands for them go on.
      case more
    }
  }

  private struct Item {
    var key: Key
    /// The word's number in the vocabulary; 0 where no entry has it.
    var number: Int32
    /// Where its openings stand.
    var first: Int32
    var count: UInt16
    /// The groups of the entries that begin with it.
    var groups: UInt8
  }

  private static let most = 1 << 15
  private static let fewest = 1 << 9
  /// A list of thousands of beginnings has some for every word, but not a hundred.
  private static let mostOpenings = most * 8

  /// By the hash of a key: the number of an item from 1 on, and above it other bits of the hash.
  ///
  /// 0 where nothing stands. It is small, to stay near the processor.
  private var places: UnsafeMutableBufferPointer<UInt32>
  /// As they were met: the frequent ones early, and thus close together.
  private var items: UnsafeMutableBufferPointer<Item>
  private var count = 0
  /// Those of the types, one's after another's.
  private var openings: UnsafeMutableBufferPointer<Opening>
  private var openingCount = 0

  init() {
    places = Self.empty(Self.fewest * 4)
    items = .allocate(capacity: Self.fewest)
    openings = .allocate(capacity: Self.fewest)
  }

  deinit {
    places.deallocate()
    items.deallocate()
    openings.deallocate()
  }

  private static func empty(_ count: Int) -> UnsafeMutableBufferPointer<UInt32> {
    let places = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: count)
    places.initialize(repeating: 0)
    return places
  }

  /// Makes room for the types of a text of so many tokens, as far as there is any: numbers of items
  /// hold until the next call.
  func prepare(forTokens tokens: Int) {
    let wanted = min(tokens / 2, Self.most / 4)
    let isFull = openingCount > Self.mostOpenings / 2
    guard count + wanted > items.count || isFull else { return }
    if items.count < Self.most, !isFull {
      var size = items.count
      while size < count + wanted, size < Self.most { size *= 2 }
      items = Self.widened(items, to: size)
      places.deallocate()
      places = Self.empty(size * 4)
      for index in 0..<count {
        let (place, tag) = free(items[index].key)
        places[place] = tag | UInt32(index + 1)
      }
    } else {
      places.update(repeating: 0)
      (count, openingCount) = (0, 0)
    }
  }

  private static func widened<Element>(
    _ old: UnsafeMutableBufferPointer<Element>, to count: Int
  ) -> UnsafeMutableBufferPointer<Element> {
    let wider = UnsafeMutableBufferPointer<Element>.allocate(capacity: count)
    _ = wider.moveInitialize(fromContentsOf: old)
    old.deallocate()
    return wider
  }

  /// The number of a type's item; below 0 where there is no room.
  ///
  /// Asks `make` for one that was not met before, which may add openings.
  @inline(__always)
  func item(of key: Key, _ make: () -> (number: Int32, groups: UInt8)) -> Int32 {
    let mask = places.count &- 1
    let hash = key.hash
    var place = Int(hash.place) & mask
    while true {
      let found = places[place]
      if found == 0 { return add(key, make) }
      if found & Self.tags == hash.tag {
        let index = Int32(bitPattern: found & ~Self.tags) &- 1
        let known = items[Int(index)].key
        if known.low == key.low, known.high == key.high { return index }
      }
      place = (place &+ 1) & mask
    }
  }

  /// The bits of a place that are the hash's.
  fileprivate static let tags: UInt32 = 0xFFFF_0000

  private func free(_ key: Key) -> (place: Int, tag: UInt32) {
    let mask = places.count - 1
    let hash = key.hash
    var place = Int(hash.place) & mask
    while places[place] != 0 { place = (place + 1) & mask }
    return (place, hash.tag)
  }

  @inline(never)
  private func add(_ key: Key, _ make: () -> (number: Int32, groups: UInt8)) -> Int32 {
    let first = openingCount
    guard count < items.count, first < Self.mostOpenings else { return -1 }
    let (number, groups) = make()
    guard let openings = UInt16(exactly: openingCount - first) else {
      openingCount = first
      return -1
    }
    items.initializeElement(
      at: count,
      to: Item(key: key, number: number, first: Int32(first), count: openings, groups: groups))
    let (place, tag) = free(key)
    count += 1
    places[place] = tag | UInt32(count)
    return Int32(count - 1)
  }

  /// Adds an opening of the type that is being made.
  func add(_ opening: Opening) {
    if openingCount == openings.count {
      openings = Self.widened(openings, to: openings.count * 2)
    }
    openings.initializeElement(at: openingCount, to: opening)
    openingCount += 1
  }

  /// The groups of the entries that begin with a type.
  @inline(__always)
  func groups(_ item: Int32) -> UInt8 { items[Int(item)].groups }

  /// The number of a type's word in the vocabulary; 0 where no entry has it.
  @inline(__always)
  func number(_ item: Int32) -> Int32 { items[Int(item)].number }

  /// What a type opens.
  @inline(__always)
  func openings(of item: Int32) -> UnsafeMutableBufferPointer<Opening> {
    let item = items[Int(item)]
    return UnsafeMutableBufferPointer(
      rebasing: openings[Int(item.first)..<Int(item.first) &+ Int(item.count)])
  }
}
