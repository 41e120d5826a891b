import DeskAnalysis
import DeskText

/// What measures ask of a finding, read off it once for all of them.
///
/// A measure counts the findings of its analyzer that have all the traits that it names.
struct FindingTraits: OptionSet, Sendable {
  let rawValue: UInt32
  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// In quotation marks, or not.
  static var quoted: FindingTraits { FindingTraits(rawValue: 1) }
  static var unquoted: FindingTraits { FindingTraits(rawValue: 1 << 1) }
  /// Said by the outlet itself, or by somebody else.
  static var ownVoice: FindingTraits { FindingTraits(rawValue: 1 << 2) }
  static var otherVoice: FindingTraits { FindingTraits(rawValue: 1 << 3) }
  /// Leaves open who says so; or withholds commitment, and does not only do that.
  static var vagueSource: FindingTraits { FindingTraits(rawValue: 1 << 4) }
  static var hedgeProper: FindingTraits { FindingTraits(rawValue: 1 << 5) }

  // Of attributions alone.

  /// The content stands wholly or partly in quotation marks.
  static var quotation: FindingTraits { FindingTraits(rawValue: 1 << 6) }
  /// The article tells who the source is; or it surely does not.
  static var identified: FindingTraits { FindingTraits(rawValue: 1 << 7) }
  static var open: FindingTraits { FindingTraits(rawValue: 1 << 8) }
  static var secondHand: FindingTraits { FindingTraits(rawValue: 1 << 9) }
  static var doubting: FindingTraits { FindingTraits(rawValue: 1 << 10) }
  static var endorsing: FindingTraits { FindingTraits(rawValue: 1 << 11) }
  static var emotive: FindingTraits { FindingTraits(rawValue: 1 << 12) }
  static var inLead: FindingTraits { FindingTraits(rawValue: 1 << 13) }
  static var inFirstThird: FindingTraits { FindingTraits(rawValue: 1 << 14) }

  static func source(_ type: SourceType) -> FindingTraits {
    FindingTraits(rawValue: 1 << UInt32(16 + type.number))
  }

  /// Those of a finding.
  ///
  /// A function, since an initializer would take copies of the two.
  ///
  /// - Parameters:
  ///   - finding: any of an analysis.
  ///   - type: the type of its source, if it is an attribution.
  ///   - analysis: where it stands.
  /// - Returns: all traits that it has.
  static func of(_ finding: Finding, from type: SourceType?, in analysis: borrowing Analysis)
    -> FindingTraits
  {
    var traits = finding.isInQuote ? quoted : unquoted
    traits.insert(finding.isOwnVoice ? .ownVoice : .otherVoice)
    traits.insert(finding.category == "vague_source" ? .vagueSource : .hedgeProper)
    if let type { traits.addAttribution(finding, from: type, in: analysis) }
    return traits
  }

  private mutating func addAttribution(
    _ finding: Finding, from type: SourceType, in analysis: borrowing Analysis
  ) {
    insert(Self.source(type))
    if finding.extent.start < analysis.leadEnd { insert(.inLead) }
    if finding.extent.start < analysis.firstThirdEnd { insert(.inFirstThird) }
    if let form = finding.part(.content)?.kind, form != "indirect" { insert(.quotation) }
    let details = finding.details
    for index in details.indices {
      switch details[index].name {
      case "source_id": insert(.identified)
      case "source_open": if details[index].isYes { insert(.open) }
      case "second_hand": if details[index].isYes { insert(.secondHand) }
      case "stance":
        switch details[index].value {
        case "doubting": insert(.doubting)
        case "endorsing": insert(.endorsing)
        case "emotive": insert(.emotive)
        default: break
        }
      default: break
      }
    }
  }
}
