/// A word, or two that follow each other, that an outlet uses more than the others.
public struct OutletWord: Sendable {
  /// By what a word is tested.
  public enum Test: String, Sendable {
    /// Student's t over the stories that the outlet and others tell.
    case paired
    /// Welch's t over the rates of articles.
    case welch
  }

  public var outlet: String
  /// Inside quotation marks, rather than in the outlet's own voice.
  public var isQuoted: Bool
  /// In its folded form.
  public var words: String
  /// How often the outlet has it in this voice.
  public var count: Int
  /// The articles of the outlet that have it.
  public var articles: Int
  /// Per 1,000 words of this voice, of the outlet and of all others together.
  public var rate: Double
  public var othersRate: Double
  public var othersCount: Int
  /// Weighted log-odds against all other outlets.
  public var logOdds: Keyness.LogOdds
  public var test: Test
  /// Of the test, whose unit is the article or story.
  public var p: Double
  /// The same after Benjamini and Hochberg's correction over the outlet's terms in this voice.
  public var q: Double
}
