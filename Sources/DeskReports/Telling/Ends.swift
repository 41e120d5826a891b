import DeskAnalysis
import DeskComparison
import DeskText

/// An outlet's figure with the outlet's place.
struct Placed: Sendable {
  var number: Int
  var outlet: OutletResult
  var figure: Figure
}

extension Telling {
  /// The outlets for which a measure gives a value, with that value.
  func placed(_ measure: String) -> [Placed] {
    results.outlets.enumerated().compactMap { number, outlet in
      guard let figure = outlet.figure(measure), figure.value != nil else { return nil }
      return Placed(number: number, outlet: outlet, figure: figure)
    }
  }

  /// The outlet with the highest value, where one stands alone at the top.
  func highest(_ measure: String) -> Placed? {
    let all = placed(measure)
    guard all.count > 1 || results.outlets.count == 1,
      let top = all.max(by: { ($0.figure.value ?? 0) < ($1.figure.value ?? 0) }),
      all.filter({ $0.figure.value == top.figure.value }).count == 1
    else { return nil }
    return top
  }

  /// The outlet with the lowest value; one with none found is lower than all.
  private func lowest(_ measure: String) -> Placed? {
    let none = results.outlets.enumerated().compactMap { number, outlet in
      outlet.figure(measure).flatMap {
        $0.standing == .noneFound
          ? Placed(number: number, outlet: outlet, figure: $0) : nil
      }
    }
    if let first = none.first { return none.count == 1 ? first : nil }
    let all = placed(measure)
    guard all.count > 1,
      let low = all.min(by: { ($0.figure.value ?? 0) < ($1.figure.value ?? 0) }),
      all.filter({ $0.figure.value == low.figure.value }).count == 1
    else { return nil }
    return low
  }

  /// The two ends of a measure, with their counts.
  ///
  /// "The New York Times attributes most often: 21 attributions in 1,005 words, 20.9 per 1,000; PJ
  /// Media least: 8 in 620, 12.9 per 1,000."
  func ends(
    _ measure: String, most: String, least: String, noun: (one: String, many: String)
  ) -> [TellingSentence] {
    guard let top = highest(measure) else { return [] }
    var out =
      name(top) + TellingSentence(.words(" \(most): ")) + rated(top, noun: noun)
    if let low = lowest(measure), low.number != top.number {
      out +=
        TellingSentence(.words("; ")) + name(low) + TellingSentence(.words(" \(least): "))
        + rated(low, noun: nil)
    }
    return [out + TellingSentence(.words("."))]
  }

  /// The two ends of a share of attributions.
  ///
  /// "In The Washington Post 14 of 24 attributions go to named people (58%), in South Front 3 of 14
  /// (21%)."
  func shareEnds(_ measure: String, verb: String) -> [TellingSentence] {
    guard let top = highest(measure) else { return [] }
    var out =
      TellingSentence(.words("In ")) + name(top) + TellingSentence(.words(" ")) + counted(top)
      + TellingSentence(.words(" attributions \(verb) (\(Wording.percent(top.figure.value ?? 0)))"))
    if let low = lowest(measure), low.number != top.number {
      out +=
        TellingSentence(.words(", in ")) + name(low) + TellingSentence(.words(" "))
        + counted(low)
      if let value = low.figure.value {
        out += TellingSentence(.words(" (\(Wording.percent(value)))"))
      }
    }
    return [out + TellingSentence(.words("."))]
  }

  func name(_ placed: Placed) -> TellingSentence { TellingSentence(.foreign(placed.outlet.name)) }

  private func number(_ placed: Placed, _ text: String) -> TellingSentence {
    TellingSentence(
      .number(
        text, outlet: placed.number, measure: placed.figure.measure.name, category: nil))
  }

  /// `14 of 24`.
  func counted(_ placed: Placed) -> TellingSentence {
    number(placed, "\(placed.figure.count) of \(placed.figure.denominator)")
  }

  private func rated(
    _ placed: Placed, noun: (one: String, many: String)?
  ) -> TellingSentence {
    let figure = placed.figure
    let what = noun.map { " " + (figure.count == 1 ? $0.one : $0.many) } ?? ""
    let words = noun == nil ? "" : figure.measure.base == .ownWords ? " words of its own" : " words"
    var out =
      number(placed, "\(Wording.grouped(figure.count))\(what)")
      + TellingSentence(.words(" in \(Wording.grouped(figure.denominator))\(words)"))
    if let value = figure.value {
      out += TellingSentence(.words(", \(Wording.decimal(value)) per 1,000"))
    }
    return out
  }

  /// The place in `results.outlets` of an article's outlet.
  func outletNumber(of analysis: Analysis) -> Int? { numbers[results.outletName(of: analysis)] }
}
