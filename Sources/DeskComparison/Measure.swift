public import DeskAnalysis
import DeskText

/// One thing that is counted in every article and compared between outlets.
///
/// A class, since each of an outlet's many figures names its measure.
public final class Measure: Sendable {
  /// What a count is divided by.
  public enum Base: String, Sendable, CaseIterable {
    /// All words of the article; the value is a rate per 1,000.
    case words
    /// The words outside quotation marks; the value is a rate per 1,000.
    case ownWords = "own_words"
    /// The words inside quotation marks; the value is a rate per 1,000.
    case quotedWords = "quoted_words"
    /// All words of the article; the value is a share of them.
    case shareOfWords = "share_of_words"
    /// The attributions; the value is a share of them.
    case attributions
    /// The articles; the value is a mean.
    case articles
    /// The articles that have what is counted, in thousandths; the value is a mean.
    case articleThousandths = "article_thousandths"
    /// All words of the article; what is counted are weights in thousandths, the value is a weight
    /// per 1,000 words.
    case weights
  }

  /// What of an article is counted.
  enum Count: Sendable {
    case findings
    /// Findings of one article that rest on one entry are one.
    case distinctEntries
    /// Findings of one stretch of the text are one.
    case distinctPlaces
    case distinctSources
    case quotedWords
    case attributedWords
    case effectiveSources
  }

  /// By what reports break a measure down.
  public enum Breakdown: Sendable {
    case none
    /// The findings' categories, each divided by what the measure is divided by.
    case category
    /// The types of the sources, each divided by the attributions to that type.
    case sourceType
  }

  /// As it stands in columns and options.
  public let name: String
  /// As it stands in tables for people.
  public let label: String
  /// One sentence for the codebook: what is counted.
  public let counted: String
  public let base: Base
  /// The analyzer whose findings it rests on.
  public let analyzer: String
  public let breakdown: Breakdown
  /// Whether outlets are tested against each other on it; of a dictionary on all but its weights.
  public var isCompared: Bool { part.map { !$0.isWeight } ?? Self.compared.contains(name) }
  private static let compared: Set<String> = [
    "attributions", "attributed_words", "source_named_person", "second_hand", "hedges", "boosters",
    "loaded_own", "labels",
  ]
  /// Which findings of an analysis the number rests on, so that it can lead to them.
  public let includes: @Sendable (Finding, Analysis) -> Bool
  let count: Count
  /// What `includes` asks of the findings of the analyzer.
  let traits: FindingTraits
  /// Set where a dictionary of the user's is counted.
  public let part: DictionaryPart?

  init(
    _ name: String, _ label: String, _ counted: String, per base: Base, analyzer: String,
    by breakdown: Breakdown = .none, count: Count = .findings,
    where traits: FindingTraits = [], part: DictionaryPart? = nil
  ) {
    self.part = part
    self.name = name
    self.label = label
    self.counted = counted
    self.base = base
    self.analyzer = analyzer
    self.breakdown = breakdown
    self.count = count
    self.traits = traits
    let category = part?.category
    includes = { finding, analysis in
      finding.analyzer == analyzer && (category == nil || finding.category == category)
        && FindingTraits.of(finding, from: SourceType.ofAttribution(finding), in: analysis)
          .isSuperset(of: traits)
    }
  }
}

/// Every measure of the program's own, in the order in which reports print them.
public let measures: [Measure] = attributionMeasures + wordingMeasures

/// The number of a measure in `measures`.
public func measureIndex(_ name: String) -> Int? { measures.firstIndex { $0.name == name } }

private let attributionMeasures: [Measure] =
  [
    Measure(
      "attributions", "Attributions", "Places where the text says who says so.", per: .words,
      analyzer: "attribution"),
    Measure(
      "attributed_words", "Words attributed", "Words inside what is attributed to a source.",
      per: .shareOfWords, analyzer: "attribution", count: .attributedWords),
    Measure(
      "quoted_words", "Words quoted", "Words inside quotation marks.", per: .shareOfWords,
      analyzer: "attribution", count: .quotedWords,
      where: .quotation),
    Measure(
      "direct_quotations", "Direct quotations",
      "Attributions whose content stands wholly or partly in quotation marks.",
      per: .attributions, analyzer: "attribution", by: .sourceType,
      where: .quotation),
    Measure(
      "sources", "Different sources",
      "Sources of an article, each counted once however often and under whatever name it is cited.",
      per: .articles, analyzer: "attribution", count: .distinctSources,
      where: .identified),
    Measure(
      "effective_sources", "Effective number of sources",
      "As many sources, cited equally often, would spread an article's attributions as widely "
        + "(inverse Simpson index of the attributions by source); in thousandths.",
      per: .articleThousandths, analyzer: "attribution", count: .effectiveSources,
      where: .identified),
    Measure(
      "open_sources", "Sources left open",
      "Attributions to a pronoun or short name of which the article does not surely tell whom it "
        + "means.", per: .attributions, analyzer: "attribution",
      where: .open),
  ]
  + SourceType.allCases.map { type in
    Measure(
      "source_" + type.columnName, type.label, type.counted, per: .attributions,
      analyzer: "attribution", where: .source(type))
  } + [
    Measure(
      "second_hand", "Second-hand", "Attributions taken from another outlet's report.",
      per: .attributions, analyzer: "attribution", where: .secondHand),
    Measure(
      "doubting_cues", "Doubting cues",
      "Attributions whose cue keeps its distance: claimed, alleged.", per: .attributions,
      analyzer: "attribution", by: .sourceType, where: .doubting),
    Measure(
      "endorsing_cues", "Endorsing cues",
      "Attributions whose cue vouches for the content: confirmed, revealed.",
      per: .attributions, analyzer: "attribution", by: .sourceType,
      where: .endorsing),
    Measure(
      "emotive_cues", "Emotive cues",
      "Attributions whose cue tells a feeling or a manner: blasted, insisted.",
      per: .attributions, analyzer: "attribution", by: .sourceType,
      where: .emotive),
    Measure(
      "lead_attributions", "In the lead",
      "Attributions that begin in the headline or the first paragraph.", per: .attributions,
      analyzer: "attribution", by: .sourceType,
      where: .inLead),
    Measure(
      "first_third_attributions", "In the first third",
      "Attributions that begin in the first third of the article's words.", per: .attributions,
      analyzer: "attribution", by: .sourceType,
      where: .inFirstThird),
  ]

private let wordingMeasures: [Measure] = [
  Measure(
    "hedges", "Hedges",
    "Places where a writer or speaker holds back from vouching for what is told; vague sources "
      + "are counted apart.",
    per: .words, analyzer: "hedging", by: .category, where: .hedgeProper),
  Measure(
    "hedges_own", "Hedges, own voice", "Hedges outside quotation marks: the teller's.",
    per: .ownWords, analyzer: "hedging", where: [.unquoted, .hedgeProper]),
  Measure(
    "hedges_quoted", "Hedges, quoted", "Hedges inside quotation marks: a source's.",
    per: .quotedWords, analyzer: "hedging", where: [.quoted, .hedgeProper]),
  Measure(
    "vague_sources", "Vague sources",
    "Claims, ranks and quantities put on nobody in particular: some critics, widely considered.",
    per: .words, analyzer: "hedging", where: .vagueSource),
  Measure(
    "boosters", "Boosters",
    "Places where a writer or speaker vouches for what is told: clearly, undoubtedly.",
    per: .words, analyzer: "boosting"),
  Measure(
    "loaded_own", "Loaded words, own voice",
    "Evaluative, emotive or slanted words outside quotation marks; scare quotes.",
    per: .ownWords, analyzer: "loaded", by: .category, where: .ownVoice),
  Measure(
    "loaded_own_types", "Different loaded words, own voice",
    "Loaded words outside quotation marks, those of one entry counted once an article: what is "
      + "repeated is not more intense.",
    per: .ownWords, analyzer: "loaded", count: .distinctEntries, where: .ownVoice),
  Measure(
    "loaded_quoted", "Loaded words, quoted",
    "Evaluative, emotive or slanted words inside quotation marks: a source's.",
    per: .quotedWords, analyzer: "loaded", by: .category, where: .otherVoice),
  Measure(
    "labels", "Labels", "Nouns that call a side something: fighters, insurgents, regime.",
    per: .words, analyzer: "labels", by: .category),
]

extension Finding {
  /// Whether a detail of yes or no says yes.
  public func holds(_ detail: String) -> Bool {
    details.first { $0.name == detail }?.isYes ?? false
  }

  /// Whether the outlet speaks here: outside quotation marks, or by quotation marks of its own.
  public var isOwnVoice: Bool {
    !isInQuote || (category == "scare_quote" && !holds("attributed"))
  }
}

extension Detail {
  /// Whether it says yes.
  var isYes: Bool { value == "true" || value == "yes" }
}
