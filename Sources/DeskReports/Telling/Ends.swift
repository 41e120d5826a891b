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
  /// The outlets with their places; articles of no stated outlet, thrown together, are none.
  private var comparable: [(number: Int, outlet: OutletResult)] {
    results.outlets.enumerated().filter { $0.element.isStated || $0.element.articles == 1 }
      .map { ($0.offset, $0.element) }
  }

  /// The outlets for which a measure gives a value, with that value.
  func placed(_ measure: String) -> [Placed] {
    comparable.compactMap { number, outlet in
      guard let figure = outlet.figure(measure), figure.value != nil else { return nil }
      return Placed(number: number, outlet: outlet, figure: figure)
    }
  }

  /// The outlet with the highest value, where one stands alone at the top.
  func highest(_ measure: String) -> Placed? {
    let all = placed(measure)
    guard all.count > 1 || comparable.count == 1,
      let top = all.max(by: { ($0.figure.value ?? 0) < ($1.figure.value ?? 0) }),
      all.filter({ $0.figure.value == top.figure.value }).count == 1
    else { return nil }
    return top
  }

  /// The outlet with the lowest value; one with none found is lower than all.
  func lowest(_ measure: String) -> Placed? {
    let none = comparable.compactMap { number, outlet in
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
    if let low = lowest(measure), !isBeyondChance(top, low) {
      return [level(top, low, noun: noun.many)]
    }
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
    if let low = lowest(measure), !isBeyondChance(top, low) { return [] }
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

  /// Both ends of a measure, where they lie farther apart than chance sets articles.
  func apart(_ measure: String) -> (top: Placed, low: Placed)? {
    guard let top = highest(measure), let low = lowest(measure), top.number != low.number,
      isBeyondChance(top, low)
    else { return nil }
    return (top, low)
  }

  /// The outlet with the highest value, where the articles carry saying so.
  func clearlyHighest(_ measure: String) -> Placed? {
    guard let top = highest(measure) else { return nil }
    let others = placed(measure).filter { $0.number != top.number }
    return others.allSatisfy { isBeyondChance(top, $0) } ? top : nil
  }

  /// Whether two outlets differ by more than chance gives between articles.
  ///
  /// Single articles are not asked: what is said of them is said of them alone.
  private func isBeyondChance(_ a: Placed, _ b: Placed) -> Bool {
    if a.outlet.articles == 1 || b.outlet.articles == 1 { return hasSingleArticlesOnly }
    let names = [a.outlet.name, b.outlet.name]
    // What both say of the same stories goes before what each says of its own.
    let paired = results.pairedDifferences.first {
      $0.measure.name == a.figure.measure.name && names.contains($0.first)
        && names.contains($0.second)
    }
    if let adjusted = paired?.adjusted { return adjusted <= 0.05 }
    let tested = results.differences.first {
      $0.measure.name == a.figure.measure.name && names.contains($0.first)
        && names.contains($0.second)
    }
    if let tested { return tested.adjusted.map { $0 <= 0.05 } ?? false }
    let (top, low) = (a.figure.value ?? 0) > (b.figure.value ?? 0) ? (a, b) : (b, a)
    guard let lowest = top.figure.low, let highest = low.figure.high else { return false }
    return lowest > highest
  }

  /// Both ends, where they lie no farther apart than chance sets articles.
  private func level(_ top: Placed, _ low: Placed, noun: String) -> TellingSentence {
    func rate(_ placed: Placed) -> TellingSentence {
      let text = placed.figure.value.map { Wording.decimal($0) } ?? "none"
      return number(placed, text)
    }
    return TellingSentence(.words("No outlet clearly stands out in \(noun): from ")) + rate(low)
      + TellingSentence(.words(" per 1,000 words in ")) + name(low)
      + TellingSentence(.words(" to ")) + rate(top) + TellingSentence(.words(" in ")) + name(top)
      + TellingSentence(.words("; chance alone can set their articles so far apart."))
  }

  func name(_ placed: Placed) -> TellingSentence { TellingSentence(.foreign(placed.outlet.name)) }

  func number(_ placed: Placed, _ text: String) -> TellingSentence {
    placed.figure.count == 0
      ? TellingSentence(.words(text))
      : TellingSentence(
        .number(text, .measure(placed.figure.measure.name, outlet: placed.number)))
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
