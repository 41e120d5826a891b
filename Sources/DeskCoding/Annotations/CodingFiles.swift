import DeskIngest
public import DeskText
import Foundation

/// The coders' files that a user named.
///
/// An argument is a file, a folder of files, or either with a name before it: `anna=anna.csv`.
public struct CodingFiles: Sendable {
  public private(set) var codings: [Coding] = []
  public private(set) var rejects: [Reject] = []
  /// The arguments of which nothing could be read.
  public private(set) var unread: [String] = []

  /// - Parameters:
  ///   - arguments: as the user wrote them.
  ///   - columns: which columns of tables hold what, by the names of `CodingTable.columnNames`.
  public init(_ arguments: [String], columns: [String: String] = [:]) {
    for argument in arguments {
      let before = codings.count
      read(argument, columns: columns)
      if codings.count == before { unread.append(argument) }
    }
  }

  private mutating func read(_ argument: String, columns: [String: String]) {
    var path = argument
    var coder: String?
    if !Self.isThere(argument), let equals = argument.firstIndex(of: "=") {
      coder = String(argument[..<equals])
      path = String(argument[argument.index(after: equals)...])
    }
    guard Self.isFolder(path) else {
      return readFile(path, coder: coder, columns: columns)
    }
    var found = 0
    for file in Self.files(below: path) {
      found += 1
      readFile(file, coder: coder, columns: columns)
    }
    if found == 0 {
      rejects.append(
        Reject(
          origin: Origin(input: path),
          reason: "no coder's file in this folder; files end in .csv, .tsv, .json or .ann"))
    }
  }

  private mutating func readFile(_ path: String, coder: String?, columns: [String: String]) {
    do throws(Reject) {
      let bytes = try allBytes(ofFile: path)
      var beside: [UInt8]?
      if path.lowercased().hasSuffix(".ann") {
        beside = try? allBytes(ofFile: path.dropLast(4) + ".txt")
      }
      let read = try ReadCodings(
        AnnotationFile(
          path: path, bytes: bytes, textBeside: beside, coder: coder?.isEmpty == true ? nil : coder,
          columns: columns))
      codings += read.codings
      rejects += read.rejects
    } catch {
      rejects.append(error)
    }
  }

  private static func isThere(_ path: String) -> Bool {
    path == "-" || FileManager.default.fileExists(atPath: path)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Files below a folder that may hold codes, sorted; texts beside them are none.
  private static func files(below folder: String) -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
    let endings = [".csv", ".tsv", ".tab", ".json", ".ann"]
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    return walk.compactMap { $0 as? String }
      .filter { name in
        endings.contains { name.lowercased().hasSuffix($0) }
          && !name.split(separator: "/").contains { $0.hasPrefix(".") }
      }.sorted().map { base + $0 }
  }
}
