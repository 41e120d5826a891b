public import DeskIngest
public import DeskLexicons
public import DeskText

/// Makes an article of a document: finds its text and what is known of it, and sets aside the rest.
public struct Cleaner: Sendable {
  public init(lexicons: Lexicons) {}

  public func article(from document: Document) throws(Reject) -> Article {
    throw Reject(origin: document.origin, reason: "not read")
  }
}
