import Testing

@testable import DeskComparison

/// Known answers, worked out elsewhere.
@Suite("Statistics")
struct StatisticsTests {
  private func sums(_ counts: [Int], _ words: [Int]) -> Sums {
    var sums = Sums()
    for (y, w) in zip(counts, words) { sums.add(count: y, of: w) }
    return sums
  }

  private func near(_ a: Double?, _ b: Double, _ tolerance: Double = 1e-9) -> Bool {
    a.map { abs($0 - b) <= tolerance * max(1, abs(b)) } ?? false
  }

  @Test(
    "Student's t as printed in tables (Fisher and Yates 1963, table III)",
    arguments: [(0.975, 1.0, 12.706), (0.975, 4, 2.776), (0.975, 30, 2.042), (0.95, 9, 1.833)])
  func studentTable(_ p: Double, _ df: Double, _ t: Double) {
    #expect(near(StudentT.quantile(p, df: df), t, 2e-4))
    #expect(near(StudentT.quantile(1 - p, df: df), -t, 2e-4))
    #expect(near(StudentT.twoSidedP(t, df: df), 2 * (1 - p), 1e-3))
  }

  @Test(
    "chi-square as printed in tables (Fisher and Yates 1963, table IV)",
    arguments: [(0.95, 1.0, 3.841), (0.95, 10, 18.307), (0.05, 5, 1.145), (0.99, 2, 9.210)])
  func chiSquareTable(_ p: Double, _ df: Double, _ x: Double) {
    #expect(near(ChiSquare.quantile(p, df: df), x, 5e-4))
    #expect(near(ChiSquare.upperP(x, df: df), 1 - p, 1e-3))
  }

  @Test("a count of nothing in 650 words may hide 5.7 in 1,000 (Garwood 1936; 3.689 for a count)")
  func garwood() {
    let interval = RateInterval.garwood(count: 0, of: 650)
    #expect(interval.low == 0)
    #expect(near(1000 * interval.high, 5.675199160175286))
    #expect(near(650 * interval.high, 3.6888794541139363))
  }

  @Test("an interval between articles is that of scipy 1.17")
  func logT() {
    let interval = RateInterval.logT(sums([3, 7, 2, 5, 9], [612, 894, 401, 733, 1120]))
    #expect(near(interval.map { 1000 * $0.low }, 4.011526720503497))
    #expect(near(interval.map { 1000 * $0.high }, 11.91958998810311))
  }

  @Test("one article has no interval, no variance, no ratio")
  func single() {
    let one = sums([4], [800])
    #expect(RateInterval.logT(one) == nil)
    #expect(RateRatio(one, sums([1, 2], [300, 400])) == nil)
    #expect(PooledDispersion([one]).interval(one) == nil)
  }

  @Test("the ratio of two rates is that of scipy 1.17")
  func ratio() throws {
    let ratio = try #require(
      RateRatio(
        sums([3, 7, 2, 5, 9], [612, 894, 401, 733, 1120]),
        sums([1, 4, 2, 0, 3], [505, 980, 610, 350, 777])))
    #expect(near(ratio.ratio, 2.227978723404255))
    #expect(near(ratio.p, 0.07018011430039618))
    #expect(near(ratio.interval.high, 5.417241952806285))
  }

  @Test("of all 252 ways to deal ten articles two lie as far apart")
  func permutation() {
    let test = PermutationTest(
      [(3, 612), (7, 894), (2, 401), (5, 733), (9, 1120)],
      [(1, 505), (4, 980), (2, 610), (0, 350), (3, 777)])
    let exact = test.exact()
    #expect(exact.arrangements == 252)
    #expect(near(exact.p, 2.0 / 252))
    #expect(test.random(draws: 999, seed: 1).hits == 7)
    #expect(PermutationTest.arrangements(5, 5) == 252)
    #expect(PermutationTest.arrangements(2, 3) == 10)
    #expect(PermutationTest.arrangements(4000, 4000) == .max)
  }

  @Test("Holm's correction of ten p values is that of statsmodels 0.15")
  func holm() {
    let adjusted = Adjustment.holm([
      0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216,
    ])
    let wanted = [0.01, 0.072, 0.312, 0.312, 0.312, 0.312, 0.312, 0.615, 0.615, 0.615]
    for (a, b) in zip(adjusted, wanted) { #expect(near(a, b)) }
    #expect(Adjustment.holm([1, 0.0004, 0.03]) == [1, 0.0004 * 3, 0.06])
  }

  @Test("random numbers are those of the reference (Blackman and Vigna 2021)")
  func random() {
    var filler = SplitMix64(seed: 0)
    #expect(filler.next() == 16_294_208_416_658_607_535)
    var generator = Xoshiro256(seed: 0)
    #expect(generator.next() == 11_091_344_671_253_066_420)
    #expect(generator.next() == 13_793_997_310_169_335_082)
    #expect(StableHash.fnv1a("") == 14_695_981_039_346_656_037)
  }

  @Test("five sources of which one speaks five times of eight are as many as 2.3 equal ones")
  func concentration() {
    #expect(near(Concentration(mentions: [5, 1, 1, 1])?.effectiveNumber, 2.2857142857142856))
    #expect(Concentration(mentions: []) == nil)
  }
}
