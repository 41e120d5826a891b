public import DeskReports

/// A form in which precision and recall are written.
public protocol ValidationFormat: Sendable {
  /// As it stands in `--format`.
  static var name: String { get }

  init()

  /// Writes all figures.
  func write(_ validation: Validation, to output: inout Output)
}

/// The formats of `validate --coded`, the default first.
public let validationFormats: [any ValidationFormat.Type] = [
  ValidationText.self, ValidationCSV.self, ValidationNDJSON.self,
]
