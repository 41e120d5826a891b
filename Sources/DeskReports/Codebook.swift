/// What stands in each table that the program writes, file by file.
public let codebooks: [Codebook] = [
  Codebook(file: ArticlesCSV.fileName, rows: ArticlesCSV.codebook),
  Codebook(file: FindingsCSV.fileName, rows: FindingsCSV.codebook),
  Codebook(file: SentencesCSV.fileName, rows: SentencesCSV.codebook),
  Codebook(file: OutletsCSV.fileName, rows: OutletsCSV.codebook),
  Codebook(file: SourcesCSV.fileName, rows: SourcesCSV.codebook),
  Codebook(file: LabelsCSV.fileName, rows: LabelsCSV.codebook),
  Codebook(file: DifferencesCSV.fileName, rows: DifferencesCSV.codebook),
  Codebook(file: WordsCSV.fileName, rows: WordsCSV.codebook),
  Codebook(file: StoriesCSV.fileName, rows: StoriesCSV.codebook),
  Codebook(file: ReuseCSV.fileName, rows: ReuseCSV.codebook),
  Codebook(file: FactsCSV.fileName, rows: FactsCSV.codebook),
  Codebook(file: RejectsCSV.fileName, rows: RejectsCSV.codebook),
  Codebook(file: CodebookCSV.fileName, rows: CodebookCSV.codebook),
]

/// The columns of one file.
public struct Codebook: Hashable, Sendable {
  public var file: String
  public var rows: [CodebookRow]
}

/// One column of a file: what a researcher must know to use it.
public struct CodebookRow: Hashable, Sendable {
  public var column: String
  public var meaning: String

  public init(_ column: String, _ meaning: String) {
    self.column = column
    self.meaning = meaning
  }
}
