public import DeskComparison

/// A file of the report that is written when everything has been added up.
public protocol ReportFormat: Sendable {
  /// The name of the file: `outlets.csv`.
  static var fileName: String { get }

  init()

  /// Writes the whole file.
  ///
  /// - Parameters:
  ///   - results: every figure of the comparison.
  ///   - run: what the run was made of.
  ///   - output: takes the bytes.
  func write(_ results: Results, run: Run, to output: inout Output)
}

/// The files written at the end, in reading order.
public let reportFormats: [any ReportFormat.Type] = [
  OutletsCSV.self, LabelsCSV.self, StoriesCSV.self, FactsCSV.self, DifferencesCSV.self,
  WordsCSV.self, ReuseCSV.self, CodebookCSV.self, ComparisonMarkdown.self, ReportPage.self,
  RunJSON.self,
]

/// A file of a report, ready to be written to disk.
public struct ReportFile: Sendable {
  public var name: String
  public var bytes: [UInt8]
}

/// Every file of `reportFormats` on a comparison, figures worked out once.
///
/// Holds all of them; a large run writes each format to an `Output` that drains.
public func reportFiles(
  on comparison: Comparison, run: Run, csv: CSVForm = .plain
) -> [ReportFile] {
  let results = comparison.results()
  return reportFormats.map { format in
    var output = Output(csv)
    format.init().write(results, run: run, to: &output)
    return ReportFile(name: format.fileName, bytes: output.take())
  }
}
