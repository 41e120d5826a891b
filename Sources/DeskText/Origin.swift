/// Where a document came from: a file, and the row or byte offset inside it.
public struct Origin: Hashable, Sendable, CustomStringConvertible {
  /// The input as the user named it; `-` for standard input.
  public var input: String
  /// The record's line in the input, from 1.
  public var line: Int?

  public init(input: String, line: Int? = nil) {
    self.input = input
    self.line = line
  }

  public var description: String { line.map { "\(input):\($0)" } ?? input }
}

/// An input that could not be read, set aside with one sentence.
public struct Reject: Error, Hashable, Sendable, CustomStringConvertible {
  public var origin: Origin
  /// A lower-case clause: what was wrong and what to do, without the place.
  public var reason: String

  public init(origin: Origin, reason: String) {
    self.origin = origin
    self.reason = reason
  }

  public var description: String { "\(origin): \(reason)" }
}
