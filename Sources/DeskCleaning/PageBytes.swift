#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif
import DeskText

/// The bytes of a page, and where things in them end.
struct PageBytes {
  let bytes: UnsafeBufferPointer<UInt8>

  var count: Int { bytes.count }

  subscript(index: Int) -> UInt8 {
    @inline(__always) get { bytes[index] }
  }

  /// The bytes of a range, addressed from 0.
  @inline(__always)
  subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }

  /// The first place of a byte from an index on.
  @inline(__always)
  func find(_ byte: UInt8, from: Int) -> Int? {
    guard from < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + from, Int32(byte), bytes.count - from)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The place behind the next `>`, or the page's end.
  @inline(__always)
  func behindTag(from: Int) -> Int { (find(0x3E, from: from) ?? bytes.count - 1) + 1 }

  /// Whether an ampersand or a control character stands in a range.
  ///
  /// Without a way out, so that many bytes are looked at at once.
  @inline(__always)
  func hasReferenceOrControl(_ range: Range<Int>) -> Bool {
    var found: UInt8 = 0
    for byte in self[range] { found |= byte == 0x26 || byte < 0x20 ? 1 : 0 }
    return found != 0
  }

  /// Whether an ASCII letter stands at an index.
  @inline(__always)
  func isLetter(_ index: Int) -> Bool {
    index < bytes.count && (bytes[index] | 0x20) &- 0x61 < 26
  }

  /// The end of the tag's name that begins at an index, and the hash of its first 40 letters.
  @inline(__always)
  func name(from start: Int) -> (end: Int, hash: UInt64) {
    var hash = NameHash()
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      if byte <= 0x20 || byte == 0x3E || byte == 0x2F || byte == 0x3C { break }
      if end - start < Self.longestName { hash.add(byte) }
      end += 1
    }
    return (end, hash.value)
  }

  /// No element's name is as long; what is longer is cut.
  static let longestName = 40

  /// The place behind the comment or declaration that begins at an index.
  func behindDeclaration(_ start: Int) -> Int {
    let isComment = start + 3 < count && bytes[start + 2] == 0x2D && bytes[start + 3] == 0x2D
    guard isComment else { return behindTag(from: start) }
    var index = start + 4
    if index < count, bytes[index] == 0x3E { return index + 1 }
    while let close = find(0x3E, from: index) {
      let isEnd =
        bytes[close - 1] == 0x2D && bytes[close - 2] == 0x2D && close - 2 >= start + 2
        || (bytes[close - 1] == 0x21 && bytes[close - 2] == 0x2D && bytes[close - 3] == 0x2D)
      if isEnd { return close + 1 }
      index = close + 1
    }
    return count
  }

  /// Where the end tag stands that closes an element whose content begins at an index.
  ///
  /// `unevenNests` counts the elements that nest and whose end tags do not come out even: finding
  /// that out takes a look at all of the page, so it is done for a few only.
  func closing(_ tag: Tag, from start: Int, _ unevenNests: inout Int) -> Int? {
    let name = Tag.names[Int(tag.rawValue)]
    let nests = (tag == .svg || tag == .template || tag == .object) && unevenNests < 8
    var level = 1
    var index = start
    while let mark = find(0x3C, from: index) {
      index = mark + 1
      let isEnd = index < count && bytes[index] == 0x2F
      guard isEnd || nests, matches(name, at: isEnd ? index + 1 : index) else { continue }
      level += isEnd ? -1 : 1
      if level == 0 { return mark }
    }
    guard nests, level > 1 else { return nil }
    // The first end tag will do.
    unevenNests += 1
    return firstEnd(name, from: start)
  }

  private func firstEnd(_ name: [UInt8], from start: Int) -> Int? {
    var index = start
    while let mark = find(0x3C, from: index) {
      index = mark + 1
      if index < count, bytes[index] == 0x2F, matches(name, at: index + 1) { return mark }
    }
    return nil
  }

  @inline(__always)
  private func matches(_ name: [UInt8], at start: Int) -> Bool {
    guard start + name.count <= count else { return false }
    for offset in name.indices
    where Folding.lowerASCII(bytes[start + offset]) != name[offset] { return false }
    let after = start + name.count
    return after >= count || bytes[after] <= 0x20 || bytes[after] == 0x3E || bytes[after] == 0x2F
  }

  /// Whether a literal in small letters stands in a range, capitals and white space aside.
  func contains(_ literal: StaticString, in range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound {
      if bytes[start] <= 0x20 {
        start += 1
        continue
      }
      var index = start
      var matched = 0
      while index < range.upperBound, matched < literal.utf8CodeUnitCount {
        let byte = Folding.lowerASCII(bytes[index])
        index += 1
        if byte <= 0x20 { continue }
        guard byte == literal.utf8Start[matched] else { break }
        matched += 1
      }
      if matched == literal.utf8CodeUnitCount { return true }
      start += 1
    }
    return false
  }
}
