import CZlib

/// Undoes gzip piece by piece, over any number of members.
final class Inflater {
  enum State: Equatable {
    /// More compressed bytes are needed.
    case hungry
    case ended
    /// Ends early or is damaged, as a clause.
    case broken(String)
  }

  private(set) var state = State.hungry

  /// zlib keeps the address of its stream, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var given: [UInt8]
  private var used = 0
  /// Whether a member has ended and the next has not begun.
  private var isBetweenMembers = false

  /// - Parameter bytes: the first compressed bytes, from the gzip mark on.
  init(given bytes: [UInt8]) {
    given = bytes
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 16: a gzip header is expected; 15: the largest window.
    if copydesk_inflate_init(stream, 16 + 15) != Z_OK { state = .broken("gzip can not be read") }
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Takes the next compressed bytes; none means that there are no more.
  func give(_ bytes: [UInt8]) {
    if bytes.isEmpty {
      state =
        isBetweenMembers ? .ended : .broken("the gzip data ends early; what came before was read")
    }
    given = bytes
    used = 0
  }

  /// Writes inflated bytes into `window` from an index on and tells how many.
  func inflate(into window: inout [UInt8], from index: Int) -> Int {
    guard state == .hungry, used < given.count else { return 0 }
    if isBetweenMembers, !beginMember() { return 0 }
    let room = window.count - index
    let (code, produced) = given.withUnsafeMutableBufferPointer { input in
      window.withUnsafeMutableBufferPointer { output in
        stream.pointee.next_in = input.baseAddress.map { $0 + used }
        stream.pointee.avail_in = UInt32(input.count - used)
        stream.pointee.next_out = output.baseAddress.map { $0 + index }
        stream.pointee.avail_out = UInt32(room)
        let code = CZlib.inflate(stream, Z_NO_FLUSH)
        used = input.count - Int(stream.pointee.avail_in)
        return (code, room - Int(stream.pointee.avail_out))
      }
    }
    switch code {
    case Z_STREAM_END: isBetweenMembers = true
    case Z_OK, Z_BUF_ERROR: break
    default: state = .broken("the gzip data is damaged; what came before was read")
    }
    return produced
  }

  /// Starts the next member, if what follows is one; padding after the last member is no fault.
  private func beginMember() -> Bool {
    guard given[used] == 0x1F else {
      state = .ended
      return false
    }
    isBetweenMembers = false
    inflateReset(stream)
    return true
  }
}
