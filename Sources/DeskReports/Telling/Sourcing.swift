import DeskComparison
import Foundation

extension Telling {
  /// The shares of attributions that may set outlets apart, and how a sentence tells them.
  private static let sourcingShares: [(measure: String, verb: String)] = [
    ("source_named_person", "go to named people"),
    ("source_unnamed_official", "go to officials without a name"),
    ("source_unnamed_people", "go to other people without a name"),
    ("source_organisation", "go to organisations"),
    ("source_document", "go to documents"),
    ("source_news_outlet", "go to other news outlets"),
    ("source_social_media", "go to social media"),
    ("source_nobody", "name no source"),
    ("direct_quotations", "quote, wholly or partly"),
    ("second_hand", "are second-hand"),
    ("doubting_cues", "keep their distance (claimed, alleged)"),
    ("endorsing_cues", "vouch for what is said (confirmed, revealed)"),
    ("first_third_attributions", "stand in the first third of the words"),
  ]

  /// Who is given a voice: what sets the outlets' sourcing apart most, first.
  var sourcing: [TellingSentence] {
    var out: [TellingSentence] = []
    let telling = mostTellingShare
    if let telling, var sentence = shareEnds(telling.measure, verb: telling.verb).first {
      sentence.pieces[0] = .words("What sets their sourcing apart most: in ")
      out.append(sentence)
    }
    out += ends(
      "attributions", most: "attributes most often", least: "least",
      noun: ("attribution", "attributions"))
    if telling?.measure != "source_named_person" {
      out += shareEnds("source_named_person", verb: "go to named people")
    }
    if let sentence = circle { out.append(sentence) }
    if telling?.measure != "second_hand", let top = clearlyHighest("second_hand"),
      top.figure.count > 1
    {
      out.append(
        name(top) + TellingSentence(.words(" takes the most from other outlets’ reports: "))
          + counted(top) + TellingSentence(.words(" attributions are second-hand.")))
    }
    return out
  }

  /// The share whose two ends lie farthest apart, by Cohen's h; a small distance tells nothing.
  private var mostTellingShare: (measure: String, verb: String)? {
    var best: (measure: String, verb: String)?
    var widest = 0.5
    for share in Self.sourcingShares {
      guard let (top, low) = apart(share.measure) else { continue }
      let distance = Self.distance(top.figure.value ?? 0, low.figure.value ?? 0)
      if distance > widest {
        widest = distance
        best = share
      }
    }
    return best
  }

  /// Cohen's h, the distance of two shares on the arcsine scale (Cohen, Statistical Power Analysis
  /// for the Behavioral Sciences, 1988): half of 1 is a medium one.
  private static func distance(_ a: Double, _ b: Double) -> Double {
    2 * asin(min(1, max(a, 0)).squareRoot()) - 2 * asin(min(1, max(b, 0)).squareRoot())
  }

  /// How many sources the attributions are spread over.
  private var circle: TellingSentence? {
    guard let (top, low) = apart("effective_sources"), let most = top.figure.value,
      let least = low.figure.value, most > 1.25 * least
    else { return nil }
    func told(_ placed: Placed, _ value: Double) -> TellingSentence {
      number(placed, Wording.decimal(value))
    }
    return name(top) + TellingSentence(.words(" spreads its attributions widest: as widely as "))
      + told(top, most)
      + TellingSentence(.words(" sources would that are cited equally often; ")) + name(low)
      + TellingSentence(.words(" least: as ")) + told(low, least) + TellingSentence(.words("."))
  }
}
