import CZlib
public import DeskText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The bytes of one input, read piece by piece; gzip is undone on the way.
///
/// Holds a window of unread bytes, which grows only as far as one record needs.
public struct ByteSource: ~Copyable {
  /// The input as the user named it, or its place below a folder that the user named.
  public let input: String
  /// Why the bytes end before the input does; nil when they do not.
  public private(set) var fault: String?

  private let descriptor: Int32
  private var window: [UInt8]
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  private var inflater: Inflater?
  private let counter: ByteCounter?
  private let isInterrupted: @Sendable () -> Bool

  static let pieceSize = 1 << 18

  /// Opens a file, or standard input for `-`.
  ///
  /// - Parameters:
  ///   - path: where the file lies.
  ///   - input: what to call it; its path, when nothing else is given.
  ///   - counter: adds up the bytes that were read, for a progress bar.
  ///   - isInterrupted: asked when a signal wakes the read; true ends the input.
  /// - Throws: a reject that says why the file can not be opened.
  public init(
    path: String, input: String? = nil, counter: ByteCounter? = nil,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) throws(Reject) {
    let name = input ?? path
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Reject(origin: Origin(input: name), reason: openingFault(errno))
    }
    self.init(
      descriptor: descriptor, holding: [], input: name, counter: counter,
      isInterrupted: isInterrupted)
  }

  /// Bytes that are in memory already.
  public init(bytes: [UInt8], input: String) {
    self.init(descriptor: -1, holding: bytes, input: input, counter: nil) { false }
  }

  private init(
    descriptor: Int32, holding bytes: [UInt8], input: String, counter: ByteCounter?,
    isInterrupted: @escaping @Sendable () -> Bool
  ) {
    self.descriptor = descriptor
    self.input = input
    self.counter = counter
    self.isInterrupted = isInterrupted
    window = bytes
    end = bytes.count
    if descriptor >= 0 {
      window = [UInt8](repeating: 0, count: Self.pieceSize)
      while end < 2, fillPlain() {}
    }
    if end >= 2, window[0] == 0x1F, window[1] == 0x8B {
      inflater = Inflater(given: Array(window[..<end]))
      end = 0
    }
    _ = unread > 0 || fill()
  }

  deinit {
    if descriptor > 0 { close(descriptor) }
  }

  /// The number of bytes that can be looked at without reading on.
  public var unread: Int { end - start }

  /// Reads on; false when there is nothing more.
  ///
  /// Positions counted from the first unread byte stay valid.
  public mutating func fill() -> Bool { inflater == nil ? fillPlain() : fillInflated() }

  /// Looks at the unread bytes.
  public func withUnread<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    window.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  /// Leaves bytes behind as read.
  public mutating func advance(by count: Int) {
    precondition(count <= unread, "bytes that were not read can not be left behind")
    start += count
  }

  /// Makes room for a piece at the window's end.
  private mutating func makeRoom() {
    if start > 0, window.count - end < Self.pieceSize / 2 || start == end {
      let count = end - start
      window.withUnsafeMutableBytes { bytes in
        guard let base = bytes.baseAddress, count > 0 else { return }
        memmove(base, base + start, count)
      }
      start = 0
      end = count
    }
    if window.count - end < Self.pieceSize / 2 {
      window += [UInt8](repeating: 0, count: max(window.count, Self.pieceSize))
    }
  }

  private mutating func fillPlain() -> Bool {
    guard descriptor >= 0, !isAtEnd else { return false }
    makeRoom()
    let count = readIntoWindow()
    end += count
    return count > 0
  }

  private mutating func fillInflated() -> Bool {
    guard let inflater else { return false }
    makeRoom()
    while true {
      let from = end
      let count = inflater.inflate(into: &window, from: from)
      end += count
      if count > 0 { return true }
      switch inflater.state {
      case .ended: return false
      case .broken(let reason):
        fault = reason
        return false
      case .hungry:
        var piece = [UInt8](repeating: 0, count: Self.pieceSize / 2)
        var count = 0
        if descriptor >= 0, !isAtEnd {
          count = piece.withUnsafeMutableBytes { readPiece(into: $0) }
        }
        piece.removeLast(piece.count - count)
        inflater.give(piece)
      }
    }
  }

  private mutating func readIntoWindow() -> Int {
    var bytes: [UInt8] = []
    swap(&bytes, &window)
    defer { swap(&bytes, &window) }
    let from = end
    return bytes.withUnsafeMutableBytes {
      readPiece(into: UnsafeMutableRawBufferPointer(rebasing: $0[from...]))
    }
  }

  /// Reads once from the descriptor; 0 at the end, after a fault and after an interrupt.
  private mutating func readPiece(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count > 0 {
        counter?.bytes += count
        return count
      }
      if count < 0, errno == EINTR, !isInterrupted() { continue }
      if count < 0, errno != EINTR { fault = "reading stopped: \(openingFault(errno))" }
      isAtEnd = true
      return 0
    }
  }
}

/// Adds up the bytes read from several inputs.
public final class ByteCounter {
  /// As they lie in files: zipped ones count zipped.
  public internal(set) var bytes = 0
  public init() {}
}

/// A system error in words.
func openingFault(_ code: Int32) -> String {
  switch code {
  case ENOENT: "no such file or folder"
  case EACCES, EPERM: "not readable; check its permissions"
  case EISDIR: "a folder, not a file"
  default: String(cString: strerror(code)).lowercased()
  }
}
