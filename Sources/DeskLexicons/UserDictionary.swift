/// A word list of the user's own: words and phrases under categories, as content analysis knows it.
///
/// The levels of a nested category are joined by `/`. Every category counts by itself: a word in
/// two categories counts in both.
public struct UserDictionary: Sendable {
  /// A word or phrase under one category.
  public struct Entry: Hashable, Sendable {
    /// As the file has it.
    public var text: String
    public var category: String
    /// 1 where the file says nothing.
    public var weight: Double
    /// From 1.
    public var line: Int

    public init(text: String, category: String, weight: Double = 1, line: Int) {
      self.text = text
      self.category = category
      self.weight = weight
      self.line = line
    }
  }

  /// What stands for other letters in an entry.
  public enum WildCards: Sendable {
    /// `*` at the end of a word is any ending; everything else is as it stands.
    case ending
    /// `*` is any letters or none, `?` is one letter, anywhere in a word.
    case anywhere
  }

  /// What joins the levels of a category: `economy/taxes`.
  public static let levelSign: Character = "/"

  /// Under which its findings, measures and columns stand.
  public let name: String
  /// The file's name without its folder.
  public let file: String
  /// The name of the file's format: `liwc`, `yaml`.
  public let format: String
  /// The bytes as read, for the hash in `run.json`.
  public let bytes: [UInt8]
  /// In the order of the file, those without entries included.
  public let categories: [String]
  public let entries: [Entry]
  public let wildCards: WildCards
  /// What the file has and this program does not count, and what else its owner should know.
  public let notices: [LexiconFault]
  /// What it counts and other formats can not say: conditions, gaps.
  public let unwritable: [LexiconFault]
  /// Its entries as the matcher takes them; conditions and inflections too, where the file is a TSV
  /// of ours.
  public let lexicon: Lexicon

  /// Whether an entry has a weight other than 1.
  public var isWeighted: Bool { entries.contains { $0.weight != 1 } }

  /// Entries that are no words become notices.
  public init(
    name: String, file: String, format: String, bytes: [UInt8], categories: [String],
    entries: [Entry], wildCards: WildCards, notices: [LexiconFault]
  ) {
    var kept: [Entry] = []
    var compiled: [Lexicon.Entry] = []
    var notices = notices
    var patterns = Patterns(expecting: entries.count)
    kept.reserveCapacity(entries.count)
    compiled.reserveCapacity(entries.count)
    for entry in entries {
      guard let pattern = Pattern(entry.text, wildCards: wildCards) else {
        notices.append(
          LexiconFault(file: file, line: entry.line, reason: "'\(entry.text)' names no word"))
        continue
      }
      kept.append(entry)
      compiled.append(
        Lexicon.Entry(
          pattern: entry.text, category: entry.category, weight: entry.weight, line: entry.line,
          fields: Lexicon.Fields(), shape: patterns.add(pattern), conditions: []))
    }
    self.init(
      name: name, file: file, format: format, bytes: bytes, categories: categories, entries: kept,
      wildCards: wildCards, notices: notices, unwritable: [],
      lexicon: Lexicon(file: file, title: name, entries: compiled, patterns: patterns))
  }

  /// Takes a list of ours as a dictionary: conditions, inflections and all.
  ///
  /// Its entries are spelt out for formats that know neither.
  public init(name: String, _ list: Lexicon, bytes: [UInt8]) {
    var entries: [Entry] = []
    var unwritable: [LexiconFault] = []
    for entry in list.entries {
      if !entry.conditions.isEmpty {
        unwritable.append(
          LexiconFault(
            file: list.file, line: entry.line,
            reason: "'\(entry.pattern)': other formats have no conditions"))
        continue
      }
      let forms = list.forms(of: entry)
      for form in forms {
        guard let text = form.written else {
          unwritable.append(
            LexiconFault(
              file: list.file, line: entry.line,
              reason: "'\(entry.pattern)': other formats have no gaps"))
          break
        }
        entries.append(
          Entry(text: text, category: entry.category, weight: entry.weight, line: entry.line))
      }
    }
    var seen = Set<String>()
    self.init(
      name: name, file: list.file, format: "tsv", bytes: bytes,
      categories: list.entries.map(\.category).filter { seen.insert($0).inserted },
      entries: entries, wildCards: .ending, notices: [], unwritable: unwritable, lexicon: list)
  }

  private init(
    name: String, file: String, format: String, bytes: [UInt8], categories: [String],
    entries: [Entry], wildCards: WildCards, notices: [LexiconFault],
    unwritable: [LexiconFault], lexicon: Lexicon
  ) {
    self.name = name
    self.file = file
    self.format = format
    self.bytes = bytes
    self.categories = categories
    self.entries = entries
    self.wildCards = wildCards
    self.notices = notices.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }.map(\.element)
    self.unwritable = unwritable
    self.lexicon = lexicon
  }
}

extension Pattern.Sequence {
  /// As other programs write it; nil where it holds any word.
  fileprivate var written: String? {
    var words: [String] = []
    for atom in self {
      switch atom {
      case .word(let folded): words.append(String(decoding: folded, as: UTF8.self))
      case .prefix(let folded): words.append(String(decoding: folded, as: UTF8.self) + "*")
      case .any, .glob: return nil
      }
    }
    return words.joined(separator: " ")
  }
}
