public import DeskAnalysis
public import DeskLexicons
public import DeskText

/// What a run was made of, so that it can be repeated: no clock, no path of the machine.
public struct Run: Sendable {
  /// A word list as it stood in the run.
  public struct LexiconFile: Hashable, Sendable {
    public var name: String
    public var title: String?
    public var version: String?
    /// SHA-256 of its bytes, in hexadecimal.
    public var hash: String
    /// The number of its rows.
    public var entries: Int
  }

  /// A dictionary of the user's as it stood in the run.
  public struct DictionaryFile: Hashable, Sendable {
    public var name: String
    public var file: String
    public var format: String
    /// SHA-256 of its bytes, in hexadecimal.
    public var hash: String
    public var entries: Int
    public var categories: Int
    /// What it has and the program did not count.
    public var notices: [LexiconFault]
  }

  /// The program's version.
  public var version: String
  public var lexicons: [LexiconFile]
  public var dictionaries: [DictionaryFile]
  /// What a reader did not want counted.
  public var ignoreList: IgnoreList?
  public var citations: [Citation]
  /// What has been measured of the analyzers, for the foot of every report.
  public var accuracy: [Accuracy]
  /// What usage guides say of kinds of labels.
  public var guides: [Lexicon.Guide]
  /// The options that bear on the figures, as the user gave them.
  public var options: [Column]
  /// As the user named them.
  public var inputs: [String]
  /// The records that could not be read; at most the first few hundred.
  public var rejects: [Reject]
  /// How many documents came in, rejected ones included.
  public var documentCount: Int
  /// How many of them were rejected.
  public var rejectedCount: Int
  /// How many articles were left out because they are not in English.
  public var foreignCount: Int
  /// The first of them, at most a few hundred.
  public var foreign: [ForeignArticle]
  /// How many articles were left out because they are copies of earlier ones.
  public var copyCount = 0
  /// The first of them, at most a few hundred.
  public var copies: [CopiedArticle] = []

  /// - Parameters:
  ///   - version: the program's; `Desk.version`.
  ///   - lexicons: the word lists and dictionaries of the run.
  ///   - options: those that bear on the figures.
  ///   - inputs: as the user named them.
  ///   - rejects: records that could not be read, or the first of them.
  ///   - documentCount: how many documents came in, rejected ones included.
  ///   - rejectedCount: how many were rejected, where `rejects` has not all of them.
  ///   - foreign: articles left out because of their language, or the first of them.
  ///   - foreignCount: how many, where `foreign` has not all of them.
  public init(
    version: String, lexicons: Lexicons, options: [Column] = [], inputs: [String] = [],
    rejects: [Reject] = [], documentCount: Int = 0, rejectedCount: Int? = nil,
    foreign: [ForeignArticle] = [], foreignCount: Int? = nil
  ) {
    self.version = version
    self.lexicons = lexicons.tables.map { table in
      LexiconFile(
        name: table.file, title: table.directive("title"), version: table.directive("version"),
        hash: SHA256.hexadecimal(of: table.bytes), entries: table.rows.count)
    }
    dictionaries = lexicons.dictionaries.map { dictionary in
      DictionaryFile(
        name: dictionary.name, file: dictionary.file, format: dictionary.format,
        hash: SHA256.hexadecimal(of: dictionary.bytes), entries: dictionary.lexicon.entries.count,
        categories: dictionary.categories.count, notices: dictionary.notices)
    }
    citations = Citation.all(in: lexicons)
    accuracy = Accuracy.all(in: lexicons)
    guides = lexicons.lists(for: "labels").flatMap(\.guides)
    self.options = options
    self.inputs = inputs
    self.rejects = rejects
    self.documentCount = documentCount
    self.rejectedCount = rejectedCount ?? rejects.count
    self.foreign = foreign
    self.foreignCount = foreignCount ?? foreign.count
  }
}

/// An article in a language other than English.
public struct ForeignArticle: Hashable, Codable, Sendable {
  public var id: String
  public var language: String

  /// Nil where an article is in English, or not known to be in another language.
  public init?(_ article: Article) {
    guard !article.isEnglish, let language = article.language else { return nil }
    self.init(id: article.id, language: language)
  }

  public init(id: String, language: String) {
    self.id = id
    self.language = language
  }
}

/// A work that an entry of a word list rests on: a row of `sources.tsv`.
public struct Citation: Hashable, Sendable {
  public var key: String
  public var citation: String
  public var address: String?
  public var licence: String?

  public init(key: String, citation: String, address: String? = nil, licence: String? = nil) {
    self.key = key
    self.citation = citation
    self.address = address
    self.licence = licence
  }

  /// The works named in `sources.tsv`, in the order of the file.
  public static func all(in lexicons: Lexicons) -> [Citation] {
    guard let table = lexicons.table("sources.tsv") else { return [] }
    return table.rows.compactMap { row in
      guard let key = table.cell(row, "key"), let citation = table.cell(row, "citation") else {
        return nil
      }
      return Citation(
        key: key, citation: citation, address: table.cell(row, "address"),
        licence: table.cell(row, "licence"))
    }
  }
}

/// An article that is a near copy of an earlier one, where copies are counted once.
public struct CopiedArticle: Hashable, Sendable {
  public var id: String
  /// The id of the article that was counted.
  public var original: String

  public init(id: String, original: String) {
    self.id = id
    self.original = original
  }
}
