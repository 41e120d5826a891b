public import DeskText

/// A form in which people's annotations are kept.
public protocol AnnotationFormat: Sendable {
  /// What people call it.
  static var name: String { get }

  /// Whether a file looks like one.
  static func isLikely(_ file: AnnotationFile) -> Bool

  /// What the coders of a file say; what cannot be read is set aside with its place.
  ///
  /// - Throws: a reject where nothing of the file can be read.
  static func codings(in file: AnnotationFile) throws(Reject) -> ReadCodings
}

/// The formats that coders' files are told to be, in the order in which they are tried.
public let annotationFormats: [any AnnotationFormat.Type] = [
  WebAnnoTSV.self, BratStandoff.self, CASJSON.self, LabelStudioJSON.self, CodingTable.self,
]

/// A coder's file, as it lies on disk.
public struct AnnotationFile: Sendable {
  /// As the user named it, or its place in a folder that the user named.
  public var path: String
  public var bytes: [UInt8]
  /// The text beside the marks, of formats that keep it in a file of its own.
  public var textBeside: [UInt8]?
  /// Whose codes they are, where the user says so.
  public var coder: String?
  /// Which columns hold what, where the user says so.
  public var columns: [String: String]

  public init(
    path: String, bytes: [UInt8], textBeside: [UInt8]? = nil, coder: String? = nil,
    columns: [String: String] = [:]
  ) {
    self.path = path
    // A byte order mark is no part of any of these formats.
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    self.textBeside = textBeside
    self.coder = coder
    self.columns = columns
  }

  var origin: Origin { Origin(input: path) }
  func reject(_ reason: String, line: Int? = nil) -> Reject {
    Reject(origin: Origin(input: path, line: line), reason: reason)
  }

  /// Its ending in lower case, with the dot.
  var ending: String {
    name.lastIndex(of: ".").map { name[$0...].lowercased() } ?? ""
  }

  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
  /// Its name without the ending.
  var stem: String { name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name }
  /// The name of the folder that it lies in; nil where the path does not tell.
  var folder: String? {
    let parts = path.split(separator: "/").dropLast()
    return parts.last.map(String.init).flatMap { $0 == "." || $0 == ".." ? nil : $0 }
  }

  /// Article and coder by the file's place.
  ///
  /// INCEpTION exports `annotation/ARTICLE.txt/CODER.tsv`; elsewhere a folder is a coder's and
  /// holds a file for each article.
  func placeNames(needsCoder: Bool = true) throws(Reject) -> (article: String, coder: String) {
    let parts = path.split(separator: "/").map(String.init)
    if parts.count > 1 {
      let folder = parts[parts.count - 2]
      let above = parts.count > 2 ? parts[parts.count - 3] : ""
      if ["annotation", "curation"].contains(above)
        || CodingName.article(folder) != folder && FileKindName.isArticle(folder)
      {
        return (folder, coder ?? (above == "curation" ? "curation" : stem))
      }
    }
    if let coder = coder ?? folder { return (stem, coder) }
    guard needsCoder else { return (stem, stem) }
    throw reject("whose codes? name the coder as in anna=\(path), or put the file into a folder")
  }
}

/// Whether a folder is called like the article that it stands for.
private enum FileKindName {
  static func isArticle(_ folder: String) -> Bool {
    [".txt", ".text", ".html", ".htm", ".md", ".xmi"].contains { folder.lowercased().hasSuffix($0) }
  }
}

/// What was read of a file.
public struct ReadCodings: Sendable {
  public var codings: [Coding]
  public var rejects: [Reject]

  public init(_ codings: [Coding] = [], rejects: [Reject] = []) {
    self.codings = codings
    self.rejects = rejects
  }

  /// Reads a file in the format that it looks like.
  ///
  /// - Throws: a reject where it is none of them, or nothing can be read.
  public init(_ file: AnnotationFile) throws(Reject) {
    guard !file.bytes.isEmpty || file.ending == ".ann" else {
      throw file.reject("empty; nothing to read")
    }
    guard let format = annotationFormats.first(where: { $0.isLikely(file) }) else {
      let names = annotationFormats.map { $0.name }.joined(separator: ", ")
      throw file.reject("no file of codes; these are read: \(names)")
    }
    self = try format.codings(in: file)
  }
}

/// Positions that count UTF-16 code units, as Java and older JavaScript do.
struct UTF16Places {
  /// For each code unit the code point that it belongs to; the end last.
  private let places: [Int32]

  init(of text: Text) {
    var places: [Int32] = []
    places.reserveCapacity(text.count + 1)
    var number: Int32 = 0
    for scalar in text.string.unicodeScalars {
      places.append(number)
      if scalar.value > 0xFFFF { places.append(number) }
      number += 1
    }
    places.append(number)
    self.places = places
  }

  /// A stretch in code points; nil where it does not lie in the text.
  func extent(_ start: Int, _ end: Int) -> Extent<Unit.CodePoint>? {
    guard 0 <= start, start <= end, end < places.count else { return nil }
    return Extent(Int(places[start]), Int(places[end]))
  }
}

/// The words at positions that count code points.
struct CodePointText {
  private let scalars: [Unicode.Scalar]
  init(_ text: Text) { scalars = Array(text.string.unicodeScalars) }

  var count: Int { scalars.count }

  subscript(_ extent: Extent<Unit.CodePoint>) -> String? {
    guard extent.start >= 0, extent.end <= scalars.count else { return nil }
    var out = String.UnicodeScalarView()
    out.append(contentsOf: scalars[extent.range])
    return String(out)
  }
}
