/// A record's value in one column.
enum Value {
  /// As it stands in the input; it lasts no longer than the record is looked at.
  case written(UnsafeBufferPointer<UInt8>)
  /// What is meant where it is written otherwise: quotation marks doubled, characters escaped.
  case meant([UInt8])
  case several([[UInt8]])

  var bytes: [UInt8] {
    switch self {
    case .written(let bytes): Array(bytes)
    case .meant(let bytes): bytes
    case .several(let all): Array(all.joined(separator: Array("; ".utf8)))
    }
  }

  var string: String {
    if case .written(let bytes) = self { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The elements; a single value is taken apart at semicolons.
  var list: [String] {
    let elements: [[UInt8]]
    if case .several(let all) = self {
      elements = all
    } else {
      elements = bytes.split(separator: 0x3B).map(Array.init)
    }
    return elements.map { String(decoding: trimmedASCII($0), as: UTF8.self) }
      .filter { !$0.isEmpty }
  }

  /// Whether it holds nothing, or a word by which R, pandas or a database write that.
  var isMissing: Bool {
    switch self {
    case .written(let bytes): Self.isMissing(bytes)
    case .meant(let bytes): bytes.withUnsafeBufferPointer(Self.isMissing)
    case .several(let all): all.isEmpty
    }
  }

  /// Whether a single value is the same bytes.
  func equals(_ other: [UInt8]) -> Bool {
    switch self {
    case .written(let bytes): bytes.count == other.count && bytes.elementsEqual(other)
    case .meant(let bytes): bytes == other
    case .several: false
    }
  }

  private static func isMissing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
      let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return true }
    guard bytes.count <= 16, last - first < 4 else { return false }
    return missing.contains { $0.elementsEqual(bytes[first...last]) }
  }

  private static let missing: [[UInt8]] = [
    "NA", "N/A", "n/a", "NaN", "nan", "NULL", "null", "None",
  ].map { Array($0.utf8) }
}

/// Without the spaces and control characters at both ends.
func trimmedASCII(_ bytes: some BidirectionalCollection<UInt8>) -> [UInt8] {
  guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
    let last = bytes.lastIndex(where: { $0 > 0x20 })
  else { return [] }
  return Array(bytes[first...last])
}
