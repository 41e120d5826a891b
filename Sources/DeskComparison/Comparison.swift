public import DeskAnalysis

/// Many analyses, added up.
public struct Comparison: Sendable {
  public init(seed: UInt64 = 1) {}
  public mutating func add(_ analysis: Analysis) {}
  public mutating func merge(_ other: Comparison) {}
}
