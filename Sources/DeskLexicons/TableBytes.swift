/// A file's bytes, at one place for as long as anybody refers to them.
///
/// Those of the files inside the program are read where they stand: a run touches the files that it
/// asks for, and copies none.
final class TableBytes: @unchecked Sendable {
  /// Written by nobody once they are here.
  let all: UnsafeBufferPointer<UInt8>
  /// Nil where the memory is the program's.
  private let own: UnsafeMutableBufferPointer<UInt8>?

  init(_ bytes: [UInt8]) {
    let own = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = own.initialize(from: bytes)
    all = UnsafeBufferPointer(own)
    self.own = own
  }

  /// - Parameter embedded: bytes that are part of the program.
  init(embedded: UnsafeBufferPointer<UInt8>) {
    all = embedded
    own = nil
  }

  var isEmbedded: Bool { own == nil }

  deinit { own?.deallocate() }
}
