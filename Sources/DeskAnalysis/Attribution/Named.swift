/// Cases whose names stand in `attribution-weights.tsv` or `attribution.tsv`.
///
/// For a `CodingKey` the compiler writes the names down. Interpolating a case finds the name by
/// reflection, which takes some 60,000 instructions each, at every start of the program.
protocol Named: CodingKey, CaseIterable, Sendable {}

extension Named {
  /// The case as it is written here.
  var name: String { stringValue }
}
