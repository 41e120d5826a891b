/// Bytes on their way to a file or a pipe.
public struct Output {
  /// What has been written, and room behind it: bytes are put in place, not appended one by one.
  private var room: [UInt8] = []
  /// How many bytes are held.
  public private(set) var count = 0
  /// For whom tables are written.
  let csv: CSVForm
  /// Takes large pieces of what is written; nil where all of it is held.
  private let drain: ((UnsafeBufferPointer<UInt8>) -> Void)?
  private static let pieceSize = 1 << 16

  /// What has been written and is held.
  public var bytes: ArraySlice<UInt8> { room[..<count] }

  /// Nothing yet; tables will be written in a form.
  ///
  /// - Parameters:
  ///   - csv: for whom tables are written.
  ///   - drain: takes what has been written piece by piece, so that a large file is never held
  ///     whole; what is left at the end is in `bytes`.
  public init(
    _ csv: CSVForm = .plain, draining drain: ((UnsafeBufferPointer<UInt8>) -> Void)? = nil
  ) {
    self.csv = csv
    self.drain = drain
  }

  /// Writes a text in UTF-8.
  public mutating func write(_ text: some StringProtocol) {
    var text = String(text)
    text.withUTF8 { write(contentsOf: $0) }
  }

  /// Writes one byte.
  public mutating func write(_ byte: UInt8) {
    reserve(1)
    room[count] = byte
    count += 1
  }

  /// Writes bytes as they are.
  public mutating func write(contentsOf more: [UInt8]) {
    more.withUnsafeBufferPointer { write(contentsOf: $0) }
  }

  /// Writes bytes as they are.
  public mutating func write(contentsOf more: UnsafeBufferPointer<UInt8>) {
    guard let start = more.baseAddress else { return }
    write(atMost: more.count) { place in
      place.update(from: start, count: more.count)
      return more.count
    }
  }

  /// Writes bytes at once.
  ///
  /// - Parameters:
  ///   - most: so many at most.
  ///   - fill: puts them at the beginning of the room that it is given, and says how many.
  @inline(__always)
  mutating func write(atMost most: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Int) {
    reserve(most)
    let start = count
    count += room.withUnsafeMutableBufferPointer { room in
      // The one without a start has no room, and nothing is put there.
      room.baseAddress.map { fill($0 + start) } ?? 0
    }
  }

  /// Makes room for a record whose size is known roughly, so that it is not moved while it grows.
  mutating func expect(_ more: Int) { reserve(more) }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if room.count - count < more { grow(more) }
  }

  private mutating func grow(_ more: Int) {
    if let drain, count >= Self.pieceSize {
      room.withUnsafeBufferPointer { drain(UnsafeBufferPointer(rebasing: $0[..<count])) }
      count = 0
      if room.count >= more { return }
    }
    let size = max(count + more, room.count * 2, 1 << 10)
    var larger = [UInt8](repeating: 0, count: size)
    larger.withUnsafeMutableBufferPointer { larger in
      room.withUnsafeBufferPointer {
        _ = larger.update(fromContentsOf: UnsafeBufferPointer(rebasing: $0[..<count]))
      }
    }
    room = larger
  }

  /// Writes a whole number in digits; labelled, so that `write(0x2C)` is always a byte.
  public mutating func write(number: Int) {
    write(atMost: Self.longestNumber) { Self.put(number, at: $0) }
  }

  /// How many bytes a whole number takes at most.
  static let longestNumber = 20

  /// Puts a whole number at a place with room for the longest, and says how many bytes it takes.
  @inline(__always)
  static func put(_ number: Int, at place: UnsafeMutablePointer<UInt8>) -> Int {
    var rest = number.magnitude
    var count = number < 0 ? 2 : 1
    while rest >= 10 {
      count += 1
      rest /= 10
    }
    rest = number.magnitude
    var index = count
    repeat {
      index -= 1
      place[index] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    if number < 0 { place[0] = 0x2D }
    return count
  }

  /// Writes a number with so many digits after the point, halves rounded away from zero.
  public mutating func write(_ number: Double, digits: Int) {
    guard number.isFinite, abs(number) < 1e15 else { return write("\(number)") }
    var unit = 1
    for _ in 0..<digits { unit *= 10 }
    let scaled = Int((abs(number) * Double(unit)).rounded(.toNearestOrAwayFromZero))
    if number < 0, scaled > 0 { write(0x2D) }
    write(number: scaled / unit)
    guard digits > 0 else { return }
    write(0x2E)
    var place = unit / 10
    while place > 0 {
      write(0x30 + UInt8(scaled / place % 10))
      place /= 10
    }
  }

  /// Forgets what is held, and keeps the room for more.
  package mutating func clear() { count = 0 }

  /// Hands over what has been written and begins anew.
  public mutating func take() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &room)
    taken.removeLast(taken.count - count)
    count = 0
    return taken
  }
}
