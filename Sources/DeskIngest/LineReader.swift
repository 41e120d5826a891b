#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Takes a source apart into lines, without copying them; a byte order mark is left behind.
package struct LineReader {
  package enum Line {
    /// The unread bytes begin with a line of this length and its ending (LF, CRLF, or none at the
    /// end of the input); the caller leaves both behind.
    case whole(length: Int, ending: Int)
    /// The line was longer than the limit and has been skipped.
    case tooLong
  }

  let limit: Int
  /// The number of the line last returned, from 1.
  package private(set) var number = 0

  /// - Parameter limit: the longest line, in bytes, that is held in memory.
  package init(limit: Int) { self.limit = limit }

  /// The next line; nil at the end of the input.
  package mutating func next(_ source: inout ByteSource) -> Line? {
    number += 1
    if number == 1 { skipByteOrderMark(&source) }
    var searched = 0
    var skipped = false
    while true {
      if let length = source.newline(from: searched) {
        guard !skipped, length <= limit else {
          source.advance(by: length + 1)
          return .tooLong
        }
        let hasReturn = length > 0 && source.withUnread { $0[length - 1] == 0x0D }
        return hasReturn
          ? .whole(length: length - 1, ending: 2) : .whole(length: length, ending: 1)
      }
      searched = source.unread
      if searched > limit {
        source.advance(by: searched)
        searched = 0
        skipped = true
      }
      if !source.fill() {
        if skipped {
          source.advance(by: source.unread)
          return .tooLong
        }
        return source.unread == 0 ? nil : .whole(length: source.unread, ending: 0)
      }
    }
  }
}

/// Leaves a byte order mark behind, if the source begins with one.
func skipByteOrderMark(_ source: inout ByteSource) {
  while source.unread < 3, source.fill() {}
  if source.withUnread({ $0.starts(with: byteOrderMark) }) { source.advance(by: 3) }
}

extension ByteSource {
  /// The place of the first line feed among the unread bytes, from an index on.
  func newline(from index: Int) -> Int? {
    withUnread { (bytes) -> Int? in
      guard index < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + index, 0x0A, bytes.count - index)
      else { return nil }
      return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }
}
