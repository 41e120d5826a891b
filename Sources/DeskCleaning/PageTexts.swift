/// The texts between a page's tags, one after the other.
///
/// libxml2 would take each letter by itself, and none of them matters to it; so it sees each text's
/// number alone.
struct PageTexts {
  /// All texts, and behind them the one that is being read.
  private(set) var bytes: [UInt8] = []
  /// Where each text begins, and, at last, the one that is being read.
  private var starts: [Int32] = [0]

  /// The number that the text gets that is being read.
  var count: Int { starts.count - 1 }

  /// The place of the text that is being read.
  var current: Range<Int> { Int(starts[starts.count - 1])..<bytes.count }

  /// Whether libxml2 would call the text that is being read white space, as it does nothing at all.
  var isBlank: Bool {
    current.allSatisfy { bytes[$0] == 0x20 || [0x09, 0x0A, 0x0D].contains(bytes[$0]) }
  }

  mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  @inline(__always)
  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  @inline(__always)
  mutating func append(contentsOf more: some Collection<UInt8>) { bytes.append(contentsOf: more) }

  /// Appends a code point.
  mutating func append(codePoint value: UInt32) { Decoding.append(value, to: &bytes) }

  /// Ends the text that is being read, and begins the next.
  mutating func end() { starts.append(Int32(bytes.count)) }

  /// Forgets the text that is being read.
  mutating func drop() { bytes.removeSubrange(current) }

  /// The place of a text; empty for a number that no text has.
  func range(ofText number: Int) -> Range<Int> {
    guard number >= 0, number + 1 < starts.count else { return 0..<0 }
    return Int(starts[number])..<Int(starts[number + 1])
  }
}
