#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the user sees beside the data: everything here goes to standard error.
enum Console {
  static let errorIsTerminal = isatty(2) == 1
  static let outputIsTerminal = isatty(1) == 1

  /// Writes one line.
  static func note(_ line: String) { writeError(line + "\n") }

  /// Writes without ending the line, for a progress bar.
  static func writeError(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
  }

  /// The value of an environment variable that is set and not empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Seconds on a clock that only goes forward; it reaches the progress bar and no output.
  static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// A line that tells how far a run is, on a terminal only.
final class Progress {
  private let total: Int?
  private let start = Console.seconds()
  private var last = 0.0
  private var articles = 0

  /// - Parameter total: the bytes of all inputs; nil where they can not be told.
  init(total: Int?) { self.total = total }

  /// Counts an article; draws ten times a second at most.
  func step(bytes: Int) {
    articles += 1
    let now = Console.seconds()
    guard now - last > 0.1 else { return }
    last = now
    let elapsed = max(now - start, 0.001)
    var line = "\(articles) articles, \(Int(Double(articles) / elapsed)) a second"
    if let total, total > 0, bytes > 0 {
      let share = min(1, Double(bytes) / Double(total))
      let filled = Int(share * 20)
      let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
      line =
        "[\(bar)] \(Int(share * 100))%  \(line)  \(Self.duration(elapsed / share - elapsed)) left"
    }
    Console.writeError("\r" + line + Self.clearing)
  }

  /// Takes the line away, so that another can be written.
  func clear() {
    if last > 0 { Console.writeError("\r" + Self.clearing) }
  }

  /// Clears a terminal's line from the cursor on.
  private static let clearing = "\u{1B}[K"

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds)
    return whole < 60
      ? "\(whole) s"
      : whole < 3600 ? "\(whole / 60) min" : "\(whole / 3600) h \(whole / 60 % 60) min"
  }
}
