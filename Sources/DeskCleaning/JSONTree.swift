import DeskText

/// A JSON text, its values in the order they begin in, flat as a page's tree.
///
/// Value `i` holds all values up to, and without, its `end`; strings are places in the bytes until
/// somebody asks for them. Most of a page's JSON-LD is never asked for. Strict but for line ends inside strings, which pages have and JSON forbids.
struct JSONTree {
  private enum Kind: UInt8 { case object, list, string, other }

  private struct Node {
    var kind: Kind
    /// A string has escapes.
    var isEscaped = false
    /// The bytes of a string without its marks.
    var low: Int32
    var high: Int32
    /// The first value after this one and all in it.
    var end: Int32 = 0
  }

  /// One value of the text.
  struct Value {
    fileprivate let tree: JSONTree
    fileprivate let node: Int

    /// The elements of a list; nil for anything else.
    var list: [Value]? {
      guard tree.nodes[node].kind == .list else { return nil }
      var out: [Value] = []
      tree.forEachInside(node) { out.append(Value(tree: tree, node: $0)) }
      return out
    }

    var isObject: Bool { tree.nodes[node].kind == .object }

    /// An object's value by its key, the last of that key.
    subscript(key: String) -> Value? {
      guard isObject else { return nil }
      var found: Int?
      var isKey = true
      var isMeant = false
      tree.forEachInside(node) { inner in
        if isKey {
          isMeant = tree.isEqual(inner, key)
        } else if isMeant {
          found = inner
        }
        isKey.toggle()
      }
      return found.map { Value(tree: tree, node: $0) }
    }

    /// A string as it is meant; nil for anything else.
    var string: String? {
      tree.nodes[node].kind == .string ? String(decoding: tree.text(node), as: UTF8.self) : nil
    }

    /// A number, `true`, `false` or `null` as it is written; nil for anything else.
    var literal: String? {
      tree.nodes[node].kind == .other ? String(decoding: tree.text(node), as: UTF8.self) : nil
    }
  }

  private let bytes: ArraySlice<UInt8>
  private var nodes: [Node] = []

  /// The outermost value.
  var root: Value { Value(tree: self, node: 0) }

  /// nil for what is no JSON.
  init?(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    let isWhole = bytes.withUnsafeBufferPointer { buffer in
      var at = 0
      guard value(buffer, &at, depth: 0) else { return false }
      Self.skipSpace(buffer, &at)
      return at == buffer.count
    }
    guard isWhole else { return nil }
  }

  private func forEachInside(_ node: Int, _ body: (Int) -> Void) {
    var inner = node + 1
    while inner < Int(nodes[node].end) {
      body(inner)
      inner = Int(nodes[inner].end)
    }
  }

  private func isEqual(_ node: Int, _ text: String) -> Bool {
    let place = nodes[node]
    let slice = bytes[bytes.startIndex + Int(place.low)..<bytes.startIndex + Int(place.high)]
    return place.isEscaped
      ? self.text(node).elementsEqual(text.utf8) : slice.elementsEqual(text.utf8)
  }

  // MARK: Reading

  private static func skipSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
  }

  /// Reads a value, and tells whether there was one.
  private mutating func value(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, depth: Int
  ) -> Bool {
    Self.skipSpace(bytes, &at)
    guard at < bytes.count, depth < 200 else { return false }
    switch bytes[at] {
    case 0x7B: return members(bytes, &at, depth: depth, isObject: true)
    case 0x5B: return members(bytes, &at, depth: depth, isObject: false)
    case 0x22: return string(bytes, &at)
    default: return literal(bytes, &at)
    }
  }

  private mutating func members(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, depth: Int, isObject: Bool
  ) -> Bool {
    let node = nodes.count
    let close: UInt8 = isObject ? 0x7D : 0x5D
    nodes.append(Node(kind: isObject ? .object : .list, low: 0, high: 0))
    at += 1
    Self.skipSpace(bytes, &at)
    if at < bytes.count, bytes[at] == close {
      at += 1
    } else {
      while true {
        if isObject {
          Self.skipSpace(bytes, &at)
          guard at < bytes.count, bytes[at] == 0x22, string(bytes, &at) else { return false }
          Self.skipSpace(bytes, &at)
          guard at < bytes.count, bytes[at] == 0x3A else { return false }
          at += 1
        }
        guard value(bytes, &at, depth: depth + 1) else { return false }
        Self.skipSpace(bytes, &at)
        guard at < bytes.count else { return false }
        at += 1
        if bytes[at - 1] == close { break }
        guard bytes[at - 1] == 0x2C else { return false }
      }
    }
    nodes[node].end = Int32(nodes.count)
    return true
  }

  private mutating func string(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Bool {
    let start = at + 1
    var index = start
    var isEscaped = false
    while index < bytes.count, bytes[index] != 0x22 {
      if bytes[index] == 0x5C {
        isEscaped = true
        guard index + 1 < bytes.count, Self.isEscape(bytes, index + 1) else { return false }
        index += 1
      }
      index += 1
    }
    guard index < bytes.count else { return false }
    nodes.append(
      Node(
        kind: .string, isEscaped: isEscaped, low: Int32(start), high: Int32(index),
        end: Int32(nodes.count + 1)))
    at = index + 1
    return true
  }

  private static func isEscape(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch bytes[index] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: true
    case 0x75:
      index + 4 < bytes.count && (1...4).allSatisfy { hexadecimal(bytes[index + $0]) != nil }
    default: false
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46, 0x61...0x66: UInt32((byte | 0x20) - 0x61 + 10)
    default: nil
    }
  }

  /// Reads a number, `true`, `false` or `null`, of which nobody asks the value.
  private mutating func literal(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Bool {
    let start = at
    while at < bytes.count,
      (bytes[at] | 0x20) &- 0x61 < 26 || bytes[at] &- 0x30 < 10
        || bytes[at] == 0x2B || bytes[at] == 0x2D || bytes[at] == 0x2E
    {
      at += 1
    }
    let word = UnsafeBufferPointer(rebasing: bytes[start..<at])
    let isNumber =
      word.contains { $0 &- 0x30 < 10 }
      && word.allSatisfy {
        !(($0 | 0x20) &- 0x61 < 26) || $0 | 0x20 == 0x65
      }
    guard
      isNumber || word.elementsEqual("null".utf8) || word.elementsEqual("true".utf8)
        || word.elementsEqual("false".utf8)
    else { return false }
    nodes.append(
      Node(kind: .other, low: Int32(start), high: Int32(at), end: Int32(nodes.count + 1)))
    return true
  }

  /// A string's bytes, escapes resolved.
  private func text(_ node: Int) -> [UInt8] {
    let base = bytes.startIndex
    let place = nodes[node]
    guard place.isEscaped else {
      return Array(bytes[base + Int(place.low)..<base + Int(place.high)])
    }
    var out: [UInt8] = []
    out.reserveCapacity(Int(place.high - place.low))
    var index = base + Int(place.low)
    let end = base + Int(place.high)
    while index < end {
      guard bytes[index] == 0x5C else {
        out.append(bytes[index])
        index += 1
        continue
      }
      switch bytes[index + 1] {
      case 0x62: out.append(0x08)
      case 0x66: out.append(0x0C)
      case 0x6E: out.append(0x0A)
      case 0x72: out.append(0x0D)
      case 0x74: out.append(0x09)
      case 0x75:
        let (value, length) = character(index, end)
        Decoding.append(value, to: &out)
        index += length
        continue
      default: out.append(bytes[index + 1])
      }
      index += 2
    }
    return out
  }

  /// The character of `\\uXXXX`, of two where they are a surrogate pair; and how long it is.
  private func character(_ index: Int, _ end: Int) -> (value: UInt32, length: Int) {
    func unit(_ start: Int) -> UInt32 {
      bytes[start + 2..<start + 6].reduce(0) { $0 << 4 | (Self.hexadecimal($1) ?? 0) }
    }
    let first = unit(index)
    guard (0xD800...0xDBFF).contains(first), index + 12 <= end, bytes[index + 6] == 0x5C,
      bytes[index + 7] == 0x75, (0xDC00...0xDFFF).contains(unit(index + 6))
    else { return (first, 6) }
    return (0x10000 + (first - 0xD800) << 10 + (unit(index + 6) - 0xDC00), 12)
  }
}
