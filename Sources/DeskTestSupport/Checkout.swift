public import Foundation

/// The project's own folder and files, as tests read them.
public enum Checkout {
  public static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  public static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The names in a folder, sorted, hidden ones left out.
  public static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: folder).path()
    ).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// All files below a folder with an ending, as paths from the root.
  public static func files(below folder: String, ending: String) -> [String] {
    let base = root.appending(path: folder).path()
    guard let walk = FileManager.default.enumerator(atPath: base) else { return [] }
    return walk.compactMap { $0 as? String }.filter { $0.hasSuffix(ending) }.sorted()
      .map { "\(folder)/\($0)" }
  }
}
