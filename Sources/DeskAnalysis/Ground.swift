public import DeskText

/// One step by which measured weights came to a finding: what was decided, and what weighed most.
public struct Ground: Hashable, Sendable {
  /// A property of what was chosen, with its weight and the line where that stands.
  public struct Property: Hashable, Sendable {
    /// In words: "the word after the cue is a comma".
    public var words: String
    /// Above 0 it speaks for the choice, below 0 against it.
    public var weight: Double
    /// From 1; nil where the file has no such line any more.
    public var line: Int?
  }

  /// What was decided: "is it a cue", "who is the source".
  public var question: String
  /// The words that were chosen; nil where the answer is yes or no, or nobody.
  public var extent: Extent<Unit.Byte>?
  /// The sum of all its weights.
  public var sum: Double
  /// The strongest properties, for and against, by strength.
  public var properties: [Property]
  /// The file of the weights.
  public var file: String
}
