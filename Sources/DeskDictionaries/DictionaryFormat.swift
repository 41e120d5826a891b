public import DeskLexicons

/// A file format in which other programs keep dictionaries.
public protocol DictionaryFormat: Sendable {
  /// As it stands in `--from`, `--to` and `run.json`.
  static var name: String { get }
  /// Without the dot, in small letters; the first is the one to write.
  static var fileExtensions: [String] { get }
  /// What stands for other letters in its entries.
  static var wildCards: UserDictionary.WildCards { get }
  /// Whether an entry can have a weight.
  static var hasWeights: Bool { get }

  /// Reads a whole file.
  ///
  /// What the format has and the program does not count goes to the draft's notices.
  ///
  /// - Throws: where the file is not of this format, or damaged: with the line.
  static func read(_ file: DictionaryFile, into draft: inout DictionaryDraft) throws(LexiconFault)

  /// Writes the entries that the format can hold, sorted out by `DictionaryWriter`.
  static func write(_ dictionary: WritableDictionary, to output: inout String)
}

/// Every format, in the order of the documentation.
public let dictionaryFormats: [any DictionaryFormat.Type] = [
  LIWCFormat.self, LIWC22Format.self, YAMLFormat.self, LexicoderFormat.self,
  Lexicoder2Format.self, YoshikoderFormat.self, WordStatFormat.self, WeightedCSVFormat.self,
  TSVDictionaryFormat.self,
]

/// The format of a name, or else of a file's name.
public func dictionaryFormat(named name: String?, file: String) -> (any DictionaryFormat.Type)? {
  if let name { return dictionaryFormats.first { $0.name == name } }
  guard let dot = file.lastIndex(of: ".") else { return nil }
  let ending = file[file.index(after: dot)...].lowercased()
  return dictionaryFormats.first { $0.fileExtensions.contains(ending) }
}

/// A file as it lies on the disk.
public struct DictionaryFile: Sendable {
  /// Its name without its folder.
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  func fault(_ line: Int, _ reason: String) -> LexiconFault {
    LexiconFault(file: name, line: line, reason: reason)
  }

  /// What shows at the first glance that it is no dictionary in any format.
  var faultOfAnyFormat: LexiconFault? {
    guard !bytes.isEmpty else { return fault(1, "the file is empty") }
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    guard !isUTF16, let zero = bytes.firstIndex(of: 0) else { return nil }
    return fault(
      1 + bytes[..<zero].count { $0 == 0x0A },
      "a zero byte, so no text file; text is UTF-8, windows-1252, or UTF-16 with its byte order mark"
    )
  }
}

/// What a format has read so far.
public struct DictionaryDraft: Sendable {
  let file: String
  public private(set) var categories: [String] = []
  public internal(set) var entries: [UserDictionary.Entry] = []
  public private(set) var notices: [LexiconFault] = []
  /// Where the file itself says so, what stands for other letters.
  var wildCards: UserDictionary.WildCards?
  /// Set where the file is a word list of ours, conditions and all.
  var lexicon: Lexicon?
  private var known = Set<String>()

  /// More entries are a bomb, not a dictionary.
  static let limit = 2_000_000

  init(file: String) { self.file = file }

  /// Names a category, whether anything stands in it or not.
  mutating func declare(_ category: String) {
    if known.insert(category).inserted { categories.append(category) }
  }

  mutating func add(
    _ text: String, to category: String, weight: Double = 1, line: Int
  ) throws(LexiconFault) {
    guard entries.count < Self.limit else {
      throw LexiconFault(
        file: file, line: line, reason: "more than \(Self.limit) entries; no dictionary")
    }
    declare(category)
    entries.append(
      UserDictionary.Entry(text: text, category: category, weight: weight, line: line))
  }

  /// Tells of something that is not counted.
  mutating func note(_ line: Int, _ reason: String) {
    notices.append(LexiconFault(file: file, line: line, reason: reason))
  }
}

extension UserDictionary {
  /// Reads a dictionary in a format.
  ///
  /// - Throws: where the file is not of this format, damaged, or empty.
  public init(name: String, _ file: DictionaryFile, as format: any DictionaryFormat.Type)
    throws(LexiconFault)
  {
    if let fault = file.faultOfAnyFormat { throw fault }
    var draft = DictionaryDraft(file: file.name)
    try format.read(file, into: &draft)
    if let lexicon = draft.lexicon {
      self.init(name: name, lexicon, bytes: file.bytes)
    } else {
      self.init(
        name: name, file: file.name, format: format.name, bytes: file.bytes,
        categories: draft.categories, entries: draft.entries,
        wildCards: draft.wildCards ?? format.wildCards, notices: draft.notices)
    }
    guard !lexicon.entries.isEmpty else {
      throw notices.first ?? file.fault(1, "no entry in it")
    }
  }

  /// A name for a file's dictionary: `Moral Values.dic` is `moral_values`.
  public static func name(forFile file: String) -> String {
    let stem = file.lastIndex(of: ".").map { file[..<$0] } ?? file[...]
    var out = ""
    for scalar in stem.lowercased().unicodeScalars {
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      if isPlain { out.unicodeScalars.append(scalar) } else if out.last != "_" { out.append("_") }
    }
    while out.last == "_" { out.removeLast() }
    while out.first == "_" { out.removeFirst() }
    if out.isEmpty { return "dictionary" }
    return out.first?.isNumber == true ? "d" + out : out
  }
}
