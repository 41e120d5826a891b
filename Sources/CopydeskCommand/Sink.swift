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
  var output: Output
  /// Whether whoever reads has gone; nothing more can be written.
  private(set) var isClosed = false

  private let descriptor: Int32
  private let name: String
  private let csv: CSVForm
  /// Where a file that goes on is cut before the first byte is written; nil once it has been.
  private var cut: Int?
  /// How many bytes the system has been given, those of an earlier run included.
  private(set) var size = 0

  /// Standard output.
  init(_ csv: CSVForm = .plain) {
    output = Self.opened(csv)
    self.csv = csv
    descriptor = 1
    name = "standard output"
  }

  /// A file, made anew.
  ///
  /// - Throws: a message that says why it can not be written.
  init(file path: String, _ csv: CSVForm = .plain) throws(Trouble) {
    output = Self.opened(csv)
    self.csv = csv
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    name = path
    guard descriptor >= 0 else {
      throw Trouble("\(path): can not be written: \(systemFault())")
    }
  }

  /// A file that an earlier run has left, to go on after its first `size` bytes; what follows them
  /// stays until something is written or `cutOff` is called.
  ///
  /// - Throws: a message where the file can not be written, or has not as many bytes.
  init(file path: String, _ csv: CSVForm = .plain, goingOnAt size: Int) throws(Trouble) {
    output = size > 0 ? Output(csv) : Self.opened(csv)
    self.csv = csv
    descriptor = open(path, O_WRONLY | O_CLOEXEC)
    name = path
    guard descriptor >= 0 else {
      throw Trouble("\(path): can not be gone on with: \(systemFault())")
    }
    var information = stat()
    guard fstat(descriptor, &information) == 0, information.st_size >= size else {
      throw Trouble("\(path): shorter than the interrupted run left it; run without --resume")
    }
    cut = size
    self.size = size
  }

  /// Standard output for nil and `-`, a file for any other path.
  ///
  /// - Parameters:
  ///   - path: where to write.
  ///   - csv: for whom, where it is CSV.
  ///   - size: where to go on in a file that an earlier run has left.
  /// - Returns: what to write to.
  /// - Throws: a message that says why it can not be written.
  static func to(
    _ path: String?, _ csv: CSVForm = .plain, goingOnAt size: Int? = nil
  ) throws(Trouble) -> Sink {
    guard let path, path != "-" else { return Sink(csv) }
    if let size { return try Sink(file: path, csv, goingOnAt: size) }
    return try Sink(file: path, csv)
  }

  private static func opened(_ csv: CSVForm) -> Output {
    var output = Output(csv)
    output.write(contentsOf: csv.opening)
    return output
  }

  /// Drops what an interrupted run wrote after its last checkpoint.
  func cutOff() throws(Trouble) {
    guard let cut else { return }
    guard ftruncate(descriptor, off_t(cut)) == 0, lseek(descriptor, off_t(cut), SEEK_SET) == cut
    else { throw Trouble("\(name): can not be cut: \(systemFault())") }
    self.cut = nil
  }

  /// Whether it is a file on a disk, whose bytes stay.
  var isRegularFile: Bool {
    var information = stat()
    return fstat(descriptor, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
  }

  /// Hands everything over to the system, and waits until the disk has it.
  func settle() throws(Trouble) {
    try flush()
    guard fsync(descriptor) == 0 else {
      throw Trouble("\(name): writing failed: \(systemFault())")
    }
  }

  deinit {
    if descriptor > 2 { close(descriptor) }
  }

  static let pieceSize = 1 << 16

  /// Adds a whole record.
  func write(_ record: [UInt8]) throws(Trouble) {
    output.write(contentsOf: record)
    if output.count >= Self.pieceSize { try flush() }
  }

  /// Adds what is made, and hands it over piece by piece while it is made.
  func write(_ make: (inout Output) -> Void) throws(Trouble) {
    try flush()
    var trouble: Trouble?
    var output = Output(csv) { piece in
      do throws(Trouble) {
        if trouble == nil { try self.hand(piece) }
      } catch {
        trouble = error
      }
    }
    make(&output)
    if let trouble { throw trouble }
    try write(output.take())
  }

  /// Hands everything over to the system.
  func flush() throws(Trouble) {
    try cutOff()
    var trouble: Trouble?
    output.bytes.withUnsafeBufferPointer { piece in
      do throws(Trouble) { try hand(piece) } catch { trouble = error }
    }
    output.clear()
    if let trouble { throw trouble }
  }

  private func hand(_ bytes: UnsafeBufferPointer<UInt8>) throws(Trouble) {
    defer { size += bytes.count }
    var done = 0
    while done < bytes.count, !isClosed {
      let start = bytes.baseAddress.map { $0 + done }
      #if canImport(Darwin)
        let count = Darwin.write(descriptor, start, bytes.count - done)
      #elseif canImport(Musl)
        let count = Musl.write(descriptor, start, bytes.count - done)
      #else
        let count = Glibc.write(descriptor, start, bytes.count - done)
      #endif
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

/// Puts bytes in a file's place at once: whoever looks finds the old ones or the new, never a part.
func replaceFile(_ path: String, with bytes: [UInt8]) throws(Trouble) {
  var information = stat()
  // A device or a pipe keeps its place.
  let isDevice = stat(path, &information) == 0 && information.st_mode & S_IFMT != S_IFREG
  let sink = try Sink(file: isDevice ? path : path + ".new")
  try sink.write(bytes)
  guard !isDevice else { return try sink.flush() }
  try sink.settle()
  guard rename(path + ".new", path) == 0 else {
    throw Trouble("\(path): can not be written: \(systemFault())")
  }
}

/// Takes a file away that an earlier run has left; none there is as good.
func removeFile(_ path: String) { unlink(path) }
