import DeskAnalysis

/// What measures ask of a finding, read off it once for all of them.
struct FindingTraits {
  let category: String?
  let isInQuote: Bool
  let isOwnVoice: Bool
  /// What only attributions have.
  private(set) var sourceType = SourceType.nobody
  /// The source's number in its article: `s3`; nil where it is left open, or where there is none.
  private(set) var source: String?
  private(set) var stance: String?
  private(set) var isOpen = false
  private(set) var isSecondHand = false
  /// Whether the content stands wholly or partly in quotation marks.
  private(set) var isQuotation = false

  init(_ finding: Finding) {
    category = finding.category
    isInQuote = finding.isInQuote
    isOwnVoice = finding.isOwnVoice
    guard finding.analyzer == AttributionAnalyzer.name else { return }
    sourceType = SourceType(of: finding)
    source = finding.detail("source_id")
    stance = finding.detail("stance")
    isOpen = finding.holds("source_open")
    isSecondHand = finding.holds("second_hand")
    isQuotation = finding.part(.content)?.kind.map { $0 != "indirect" } ?? false
  }

  /// Whether a finding of hedging withholds commitment, and does not only leave open who says so.
  var isHedgeProper: Bool { category != "vague_source" }
}
