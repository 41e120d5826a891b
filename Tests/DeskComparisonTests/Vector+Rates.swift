import Foundation

@testable import DeskComparison

extension Vector {
  var rates: [String: () -> Pairs] {
    [
      "rate": { [self] in rate(sums(articles()), out) },
      "sums": { [self] in same(sums(articles()), out) },
      "merge_sums": { [self] in
        let parts = (input["parts"] as? [[String: Any]] ?? []).map { read($0) }
        let merged = parts.reduce(into: Sums()) { $0 += $1 }
        return same(merged, out["sums"] as? [String: Any] ?? [:])
          + rate(merged, out["rate"] as? [String: Any] ?? [:])
      },
      "log_t_interval": { [self] in
        let sums = sums(articles())
        let interval = RateInterval.logT(sums)
        return pairs([
          ("log_variance", RateInterval.logVariance(sums)), ("df", Double(sums.n - 1)),
          ("low", interval.map { 1000 * $0.low }), ("high", interval.map { 1000 * $0.high }),
        ])
      },
      "garwood": { [self] in
        let interval = RateInterval.garwood(count: Int(given("count")), of: Int(given("words")))
        return pairs([("low", 1000 * interval.low), ("high", 1000 * interval.high)])
      },
      "pooled_alpha": { [self] in
        let pooled = PooledDispersion(outlets)
        return pairs([("alpha", pooled.alpha), ("df", Double(pooled.df))])
      },
      "pooled_intervals": { [self] in
        let pooled = PooledDispersion(outlets)
        let rows = zip(outlets, out["outlets"] as? [Any] ?? []).flatMap { outlet, row in
          let interval = pooled.interval(outlet)
          return Vector(input: [:], output: row).pairs([
            ("log_variance", pooled.logVariance(outlet)),
            ("low", interval.map { 1000 * $0.low }), ("high", interval.map { 1000 * $0.high }),
          ])
        }
        return pairs([("alpha", pooled.alpha), ("df", Double(pooled.df))]) + rows
      },
      "rate_ratio": { [self] in
        let ratio = RateRatio(sums(articles("_1")), sums(articles("_2")))
        return pairs([
          ("ratio", ratio?.ratio), ("low", ratio?.interval.low), ("high", ratio?.interval.high),
          ("df", ratio?.df), ("t", ratio?.t), ("p", ratio?.p),
        ])
      },
      "quasi_poisson": { [self] in
        let model = CountModels.quasiPoisson(articles("_1"), articles("_2"))
        return pairs([
          ("phi", model?.dispersion), ("ratio", model?.ratio), ("low", model?.interval.low),
          ("high", model?.interval.high), ("df", model.map { Double($0.df) }), ("p", model?.p),
        ])
      },
      "negative_binomial_mle": { [self] in
        let model = CountModels.negativeBinomial(articles())
        return pairs([
          ("per_thousand", model.map { 1000 * $0.rate }), ("alpha", model?.alpha),
          ("se_log_rate", model?.standardError), ("log_likelihood", model?.logLikelihood),
        ])
      },
      "poisson_bootstrap": { [self] in
        let named = zip(input["ids"] as? [String] ?? [], articles()).map {
          (id: $0, count: $1.count, of: $1.of)
        }
        let result = PoissonBootstrap.interval(
          named, replicates: Int(given("replicates")), seed: seed)
        return pairs([
          ("low", result.map { 1000 * $0.interval.low }),
          ("high", result.map { 1000 * $0.interval.high }),
          ("used", result.map { Double($0.used) }), ("mean", result.map { 1000 * $0.mean }),
        ])
      },
      "shrink": { [self] in
        let phi = (input["phi"] as? NSNumber)?.doubleValue ?? 1
        let result = Shrinkage(outlets, dispersion: phi)
        let rows = zip(result?.outlets ?? [], out["outlets"] as? [Any] ?? []).flatMap {
          outlet, row in
          let row = Vector(input: [:], output: row)
          let ends = outlet.interval.map { [("low", 1000 * $0.low), ("high", 1000 * $0.high)] }
          return row.pairs(
            [("rate", 1000 * outlet.rate), ("weight", outlet.weight)] + (ends ?? []))
        }
        return pairs([
          ("mean", result.map { 1000 * $0.mean }), ("tau2", result.map { 1e6 * $0.variance }),
        ]) + rows
      },
    ]
  }

  private func read(_ fields: [String: Any]) -> Sums {
    var sums = Sums()
    sums.n = Int(number(fields["n"]))
    sums.y = Int(number(fields["y"]))
    sums.w = Int(number(fields["w"]))
    sums.yy = Int(number(fields["yy"]))
    sums.yw = Int(number(fields["yw"]))
    sums.ww = Int(number(fields["ww"]))
    return sums
  }

  private func same(_ sums: Sums, _ fields: [String: Any]) -> Pairs {
    Vector(input: [:], output: fields).pairs([
      ("n", Double(sums.n)), ("y", Double(sums.y)), ("w", Double(sums.w)),
      ("yy", Double(sums.yy)), ("yw", Double(sums.yw)), ("ww", Double(sums.ww)),
    ])
  }

  private func rate(_ sums: Sums, _ fields: [String: Any]) -> Pairs {
    let error = sums.standardError.map { [("se", 1000 * $0)] } ?? []
    return Vector(input: [:], output: fields).pairs(
      [
        ("articles", Double(sums.n)), ("count", Double(sums.y)), ("words", Double(sums.w)),
        ("per_thousand", sums.ratio.map { 1000 * $0 }),
      ] + error)
  }

  var words: [String: () -> Pairs] {
    [
      "wilson": { [self] in
        let result = Shares.wilson(Int(given("count")), of: Int(given("of")))
        return pairs([
          ("share", result?.share), ("low", result?.interval.low),
          ("high", result?.interval.high),
        ])
      },
      "log_odds": { [self] in
        let (first, second) = (counts("counts_1"), counts("counts_2"))
        let prior = counts("prior")
        let (n1, n2) = (first.values.reduce(0, +), second.values.reduce(0, +))
        let scale = given("prior_total")
        let share = scale / Double(prior.values.reduce(0, +))
        return out.flatMap { word, row in
          let result = Keyness.logOdds(
            (first[word] ?? 0, second[word] ?? 0), of: (n1, n2),
            prior: Double(prior[word] ?? 0) * share, priorTotal: scale)
          return Vector(input: [:], output: row).pairs([
            ("delta", result.delta), ("variance", result.variance), ("z", result.z),
          ])
        }
      },
      "g2": { [self] in
        let result = Keyness.logLikelihood(
          (Int(given("count_1")), Int(given("count_2"))),
          of: (Int(given("words_1")), Int(given("words_2"))))
        return pairs([("g2", result.g2), ("p", result.p), ("log_ratio", result.logRatio)])
      },
      "concentration": { [self] in
        let result = Concentration(mentions: integers(input["mentions"]))
        let repeated = result?.repeatProbability.map { [("repeat_probability", $0)] } ?? []
        return pairs(
          [
            ("sources", result.map { Double($0.sources) }), ("hhi", result?.index),
            ("effective", result?.effectiveNumber),
          ] + repeated)
      },
      "cohen_kappa": { [self] in
        let codes = zip(input["a"] as? [String] ?? [], input["b"] as? [String] ?? [])
        let result = Agreement.cohen(Array(codes))
        return pairs([
          ("observed", result?.observed), ("expected", result?.expected),
          ("kappa", result?.kappa),
        ])
      },
      "krippendorff_alpha": { [self] in
        let units = input["units"] as? [[String]] ?? []
        return [(Agreement.krippendorff(units) ?? .nan, number(output))]
      },
    ]
  }

  private func counts(_ name: String) -> [String: Int] {
    (input[name] as? [String: NSNumber] ?? [:]).mapValues(\.intValue)
  }
}
