import DeskText

/// Hashes of names: the words of classes and ids, rules, whole texts.
enum WordHash {
  private static let seed: UInt32 = 2_166_136_261

  /// The hash that a token of the same word carries.
  static func of(_ name: String) -> UInt32 { Folding.hash(folded: Array(name.utf8)) }

  /// The hash of two names with something between them.
  static func of(_ one: some Sequence<UInt8>, then between: StaticString, _ other: String) -> UInt32
  {
    var hash = seed
    for byte in one { hash = mix(hash, byte) }
    between.withUTF8Buffer { for byte in $0 { hash = mix(hash, byte) } }
    for byte in other.utf8 { hash = mix(hash, byte) }
    return hash
  }

  private static let tagNames: [[UInt8]] = Tag.allCases.map { Array("\($0)".utf8) }
  private static let tagHashes: [UInt32] = Tag.allCases.map { of("\($0)") }

  static func tag(_ tag: Tag) -> UInt32 { tagHashes[Int(tag.rawValue)] }

  /// The hash of two elements' names with a space between.
  static func tags(_ above: Tag, _ own: Tag) -> UInt32 {
    var hash = mix(tag(above), 0x20)
    for byte in tagNames[Int(own.rawValue)] { hash = mix(hash, byte) }
    return hash
  }

  /// The hash of a name with a slash and a figure behind it.
  static func adding(_ figure: Int, to hash: UInt32) -> UInt32 {
    mix(mix(hash, 0x2F), 0x30 + UInt8(figure % 10))
  }

  private static func mix(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 16_777_619
  }

  /// A hash of a whole text.
  static func wide(_ text: [UInt8]) -> UInt64 {
    text.withUnsafeBytes { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      func add(_ value: UInt64) {
        hash = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
      }
      var index = 0
      while index + 8 <= bytes.count {
        add(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        index += 8
      }
      var rest = UInt64(bytes.count)
      while index < bytes.count {
        rest = rest << 8 | UInt64(bytes[index])
        index += 1
      }
      add(rest)
      return hash
    }
  }

  /// The words of an element's class, id and role, letters only, three of them at least.
  static func forEachWord(
    _ tree: PageTree, _ node: Int, _ body: (UInt32, () -> String) -> Void
  ) {
    guard tree.nodes[node].tag != .text else { return }
    for at in Int(tree.nodes[node].low)..<Int(tree.nodes[node].high)
    where tree.attributes[at].name == .hint {
      let low = Int(tree.attributes[at].low)
      let high = min(Int(tree.attributes[at].high), low + 200)
      var hash = seed
      var start = low
      var wasLower = false
      func close(_ end: Int) {
        if end - start >= 3 {
          body(hash) {
            String(decoding: tree.values[start..<end].map { $0 | 0x20 }, as: UTF8.self)
          }
        }
      }
      for index in low..<high {
        let byte = tree.values[index]
        let lower = byte | 0x20
        guard lower &- 0x61 < 26 else {
          close(index)
          start = index + 1
          hash = seed
          wasLower = false
          continue
        }
        let isUpper = byte < 0x61
        if isUpper, wasLower {
          close(index)
          start = index
          hash = seed
        }
        hash = mix(hash, lower)
        wasLower = !isUpper
      }
      close(high)
    }
  }

  /// Equal for elements of the same name and class in elements of the same name and class.
  static func likeness(_ tree: PageTree, _ node: Int) -> UInt32 {
    var hash = seed
    var at = node
    for _ in 0..<2 where at >= 0 {
      hash = mix(hash, tree.nodes[at].tag.rawValue)
      forEachWord(tree, at) { word, _ in hash = (hash ^ word) &* 16_777_619 }
      at = Int(tree.nodes[at].parent)
    }
    return hash
  }

  /// Whether a text of small letters holds another, by Horspool's search: where the last byte does
  /// not fit, it goes on as far as no place can fit.
  static func contains(_ whole: [UInt8], _ part: [UInt8]) -> Bool {
    guard let tail = part.last, part.count <= whole.count else { return false }
    var skips = [Int](repeating: part.count, count: 256)
    for (index, byte) in part.dropLast().enumerated() {
      skips[Int(byte)] = part.count - 1 - index
    }
    return whole.withUnsafeBufferPointer { whole in
      part.withUnsafeBufferPointer { part in
        var end = part.count - 1
        while end < whole.count {
          let byte = whole[end]
          let start = end - part.count + 1
          if byte == tail, UnsafeBufferPointer(rebasing: whole[start...end]).elementsEqual(part) {
            return true
          }
          end += skips[Int(byte)]
        }
        return false
      }
    }
  }
}
