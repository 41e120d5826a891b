import DeskLexicons
import Testing

@testable import DeskCleaning

@Suite struct WeighingTests {
  private static let weights = BlockWeights(
    Table(
      file: "weights.tsv",
      parsing: Array(
        """
        aspect\tvalue\tweight\tcategory
        bias\t0\t-0.50\tshape
        region\t130\t-1.25\tplace
        name\tzoë\t0.75\tmarkup
        tag\tdiv/3\t-2.00\tmarkup
        nothing\t1\t9.00\tshape
        """.utf8)))

  @Test("weights are added up, and the heaviest against a block is its rule")
  func sums() {
    var sum = BlockWeights.Sum(Self.weights)
    sum.take(.bias, 0)
    #expect(sum.total == -0.5)
    #expect(sum.verdict.rule == "weights.tsv:2")
    sum.take(.region, 130)
    sum.take(.name, hash: WordHash.of("zoë")) { "zoë" }
    sum.take(.region, 131)
    #expect(sum.total == -1)
    #expect(sum.verdict == Verdict(reason: "place", rule: "weights.tsv:3"))
    sum.take(.tag, hash: WordHash.adding(3, to: WordHash.tag(.div))) { "div/3" }
    #expect(sum.total == -3)
    #expect(sum.verdict == Verdict(reason: "markup", rule: "weights.tsv:5"))
  }

  @Test("every weight of the list names an aspect, and pulls some way")
  func list() throws {
    let table = try #require(Lexicons.embedded.table("cleaning-weights.tsv"))
    #expect(table.rows.count > 500)
    for row in table.rows {
      let name = try #require(table.cell(row, "aspect"))
      #expect(BlockAspect.byName[name] != nil, "\(name) in line \(row.line)")
      #expect(table.cell(row, "weight").flatMap(Float.init) != 0)
      #expect(table.cell(row, "category") != nil)
    }
  }
}
