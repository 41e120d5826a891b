#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What lies at a path; nil for nothing, or nothing that can be read as one of them.
enum FileKind {
  case file, folder

  init?(_ path: String) {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    switch information.st_mode & S_IFMT {
    case S_IFDIR: self = .folder
    default: self = .file
    }
  }
}

/// A folder path and a name in it.
func joined(_ folder: String, _ name: String) -> String {
  folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
}

/// The names in a folder, sorted by their bytes, without hidden ones; nil where it can not be read.
func names(inFolder path: String) -> [String]? {
  guard let folder = opendir(path) else { return nil }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
        String(cString: $0)
      }
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// Calls `body` with every article file below a folder, in order, until it returns false.
///
/// Left out are hidden files, manifests, files of unknown form, folders of our own reports, and the
/// `NAME_files` folders that browsers save beside `NAME.html`.
///
/// `body` takes a file's path and its place below the folder that the user named, as `below` is
/// that of this one; the answer is false when it ended the walk.
func walk(
  _ path: String, below: String = "", depth: Int = 0,
  _ body: (_ path: String, _ place: String) -> Bool
) -> Bool {
  guard depth < 64, let names = names(inFolder: path) else { return true }
  let known = Set(names)
  for name in names where name != Manifest.fileName {
    let inside = joined(path, name)
    let place = joined(below, name)
    switch FileKind(inside) {
    case .folder:
      if name.hasSuffix("_files") {
        let page = name.dropLast(6)
        if known.contains(page + ".html") || known.contains(page + ".htm") { continue }
      }
      if isReport(inside) { continue }
      if !walk(inside, below: place, depth: depth + 1, body) { return false }
    case .file:
      if inputFormat(ofFile: name) != nil, !body(inside, place) { return false }
    case nil: continue
    }
  }
  return true
}

/// Whether a folder holds what `compare` writes, which is no article.
private func isReport(_ path: String) -> Bool {
  FileKind(joined(path, "run.json")) == .file && FileKind(joined(path, "comparison.md")) == .file
}

/// The bytes of all files below a path, for a progress bar.
public func totalBytes(_ path: String) -> Int {
  func size(_ path: String) -> Int {
    var information = stat()
    return stat(path, &information) == 0 ? Int(information.st_size) : 0
  }
  guard FileKind(path) == .folder else { return size(path) }
  var total = 0
  _ = walk(path) { path, _ in
    total += size(path)
    return true
  }
  return total
}
