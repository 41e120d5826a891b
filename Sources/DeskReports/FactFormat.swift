public import DeskComparison

/// A form in which facts are written, once all articles have come.
public protocol FactFormat: Sendable {
  /// As it stands in `--format`.
  static var name: String { get }

  init()

  /// Writes all facts.
  func write(_ facts: [Fact], to output: inout Output)
}

/// The formats of `facts`, the default first.
public let factFormats: [any FactFormat.Type] = [
  FactsTable.self, FactsCSV.self, FactsNDJSON.self,
]
