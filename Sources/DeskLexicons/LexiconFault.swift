/// What is wrong in a lexicon file, where, and what would be right.
public struct LexiconFault: Error, Hashable, Sendable, CustomStringConvertible {
  public var file: String
  /// From 1.
  public var line: Int
  /// The code point in the line, from 1.
  public var column: Int
  public var reason: String

  public init(file: String, line: Int, column: Int = 1, reason: String) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
  }

  public var description: String { "\(file):\(line):\(column): \(reason)" }
}
