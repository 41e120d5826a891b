import CLexicons
import DeskText
public import Foundation

/// All files of `Lexicons/`: those inside the program, or those of a folder in their place.
public struct Lexicons: Sendable {
  /// In the order of their names.
  public let tables: [Table]
  public let inflections: Inflections
  /// The word lists among the tables: those with an `#@ analyzer:` line.
  public let lists: [Lexicon]
  /// The user's own, in the order in which they were named.
  public var dictionaries: [UserDictionary] = []

  /// The files as they stood when the program was built.
  public static let embedded = Lexicons(
    (0..<copydesk_lexicon_count()).map { index in
      let file = copydesk_lexicon_at(index)
      return Table(
        file: String(cString: file.name),
        embedded: UnsafeBufferPointer(start: file.bytes, count: file.count))
    })

  /// Takes tables, those with an `#@ analyzer:` line as word lists.
  ///
  /// Faults inside them are kept: see `check()`.
  public init(_ tables: [Table]) {
    self.tables = tables.sorted { $0.file < $1.file }
    let inflections =
      tables.first { $0.file == "inflections.tsv" }.map(Inflections.init) ?? .regular
    self.inflections = inflections
    let measured = tables.first { $0.file == MeasuredPrecisions.file }.map { table in
      Deferred { MeasuredPrecisions(table) }
    }
    lists = self.tables.filter(\.isList).map {
      Lexicon($0, inflections: inflections, measured: measured)
    }
  }

  /// Reads every `.tsv` file of a folder.
  ///
  /// - Throws: `CocoaError` where the folder or a file can not be read; faults inside the files
  ///   are kept in `faults`.
  public init(directory: URL) throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: directory, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "tsv" }
    self.init(
      try files.map {
        Table(file: $0.lastPathComponent, parsing: Array(try Data(contentsOf: $0)))
      })
  }

  /// The file of a name, if there is one.
  public func table(_ file: String) -> Table? { tables.first { $0.file == file } }

  /// The lists that an analyzer reads, in the order of their names.
  public func lists(for analyzer: String) -> [Lexicon] {
    lists.filter { $0.analyzer == analyzer }
  }
}
