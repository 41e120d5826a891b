import Copydesk

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where output goes: standard output or a file, written in large pieces of whole records.
final class Sink {
  var output = Output()
  /// Whether whoever reads has gone; nothing more can be written.
  private(set) var isClosed = false

  private let descriptor: Int32
  private let name: String

  /// Standard output.
  init() {
    descriptor = 1
    name = "standard output"
  }

  /// A file, made anew.
  ///
  /// - Throws: a message that says why it can not be written.
  init(file path: String) throws(Trouble) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    name = path
    guard descriptor >= 0 else {
      throw Trouble("\(path): can not be written: \(systemFault())")
    }
  }

  /// Standard output for nil and `-`, a file for any other path.
  static func to(_ path: String?) throws(Trouble) -> Sink {
    guard let path, path != "-" else { return Sink() }
    return try Sink(file: path)
  }

  deinit {
    if descriptor > 2 { close(descriptor) }
  }

  static let pieceSize = 1 << 16

  /// Adds a whole record.
  func write(_ record: [UInt8]) throws(Trouble) {
    output.write(contentsOf: record)
    if output.bytes.count >= Self.pieceSize { try flush() }
  }

  /// Hands everything over to the system.
  func flush() throws(Trouble) {
    let bytes = output.take()
    var done = 0
    while done < bytes.count, !isClosed {
      let count = bytes.withUnsafeBytes { buffer in
        #if canImport(Darwin)
          Darwin.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        #elseif canImport(Musl)
          Musl.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        #else
          Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        #endif
      }
      if count >= 0 {
        done += count
      } else if errno == EPIPE {
        isClosed = true
      } else if errno != EINTR {
        throw Trouble("\(name): writing failed: \(systemFault())")
      }
    }
  }
}

/// What ended a run, as one line for the user.
struct Trouble: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// The last system error in words.
func systemFault() -> String { String(cString: strerror(errno)).lowercased() }

/// Makes a folder and those above it.
func makeFolder(_ path: String) throws(Trouble) {
  var made = path.hasPrefix("/") ? "/" : ""
  for part in path.split(separator: "/") {
    made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/" + part
    guard mkdir(made, 0o755) == 0 || errno == EEXIST else {
      throw Trouble("\(made): the folder can not be made: \(systemFault())")
    }
  }
  var information = stat()
  guard stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFDIR else {
    throw Trouble("\(path): not a folder; choose another with --output")
  }
}

/// Takes a file away that an earlier run has left; none there is as good.
func removeFile(_ path: String) { unlink(path) }
