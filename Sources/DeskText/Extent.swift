/// What a position counts.
///
/// Positions inside the program count UTF-8 bytes or tokens; findings leave it in Unicode code
/// points.
public enum Unit {
  /// UTF-8 bytes of a text.
  public enum Byte {}
  /// Unicode code points of a text.
  public enum CodePoint {}
  /// Tokens of a text, as `Words` numbers them.
  public enum Token {}
}

/// A half-open stretch of a text, counted in one unit, so that bytes and code points can not be
/// mixed up.
public struct Extent<U>: Hashable, Comparable, Sendable {
  /// The first position.
  public let start: Int
  /// The position after the last.
  public let end: Int

  /// The stretch from `start` up to, and without, `end`.
  ///
  /// - Precondition: `start <= end`.
  @inlinable
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "an extent ends before it starts")
    self.start = start
    self.end = end
  }

  @inlinable public var count: Int { end - start }
  @inlinable public var isEmpty: Bool { start == end }
  @inlinable public var range: Range<Int> { start..<end }

  /// Whether a position lies in it; `end` does not.
  @inlinable public func contains(_ position: Int) -> Bool { start <= position && position < end }
  /// Whether another extent lies in it, ends included.
  @inlinable public func contains(_ other: Extent) -> Bool {
    start <= other.start && other.end <= end
  }
  /// Whether the two have a position in common.
  @inlinable public func overlaps(_ other: Extent) -> Bool {
    start < other.end && other.start < end
  }

  /// The smallest extent that holds both.
  public func union(_ other: Extent) -> Extent {
    Extent(min(start, other.start), max(end, other.end))
  }

  /// By start, then the longer one first, so that an outer extent comes before what it holds.
  @inlinable
  public static func < (a: Extent, b: Extent) -> Bool {
    a.start != b.start ? a.start < b.start : a.end > b.end
  }
}
