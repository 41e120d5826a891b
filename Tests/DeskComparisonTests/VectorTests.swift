import DeskTestSupport
import Foundation
import Testing

@testable import DeskComparison

/// All cases of the statistics study, where the study is at hand; `StatisticsTests` holds a few of
/// them by heart.
@Suite("Statistics against scipy's vectors")
struct VectorTests {
  static let file = Checkout.root.appending(path: "../shared/eval/statistics/vectors.json")
  static var isAtHand: Bool { FileManager.default.fileExists(atPath: file.path()) }

  @Test(
    "every case agrees to nine digits",
    .enabled(if: isAtHand, "the statistics study (../shared/eval/statistics) is not here"))
  func vectors() throws {
    let all = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: Self.file)) as? [String: Any])
    let cases = all["cases"] as? [[String: Any]] ?? []
    #expect(cases.count > 250)
    for entry in cases {
      let function = try #require(entry["function"] as? String)
      let vector = Vector(input: entry["input"] as? [String: Any] ?? [:], output: entry["output"])
      let answer = try #require(vector.answers[function], "\(function) has no counterpart here")
      let pairs = answer()
      #expect(!pairs.isEmpty, "\(function): nothing to compare")
      // Its optimum is flat: the reference itself is good to five digits.
      let tolerance = function == "negative_binomial_mle" ? 1e-5 : 1e-9
      for (ours, theirs) in pairs {
        #expect(
          abs(ours - theirs) <= max(1e-12, tolerance * abs(theirs)),
          "\(function) \(vector.input): \(ours) instead of \(theirs)")
      }
    }
  }
}
