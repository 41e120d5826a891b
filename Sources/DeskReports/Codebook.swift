/// One column of a file: what a researcher must know to use it.
public struct CodebookRow: Hashable, Sendable {
  public var column: String
  public var meaning: String

  init(_ column: String, _ meaning: String) {
    self.column = column
    self.meaning = meaning
  }
}
