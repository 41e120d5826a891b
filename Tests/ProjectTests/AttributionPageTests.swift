import DeskTestSupport
import Testing

@Suite("The page on attribution")
struct AttributionPageTests {
  @Test("each row of the measured table stands on the page as it was measured")
  func figures() throws {
    let page = try Checkout.text(
      "Sources/Copydesk/Documentation.docc/HowAttributionIsFound.md")
    let rows = try Checkout.text("Tests/Evaluation/attribution-forms.tsv")
      .split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
    #expect(rows.count > 10)
    for row in rows {
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map {
        $0.isEmpty ? "–" : String($0)
      }
      let line = "| " + cells.joined(separator: " | ") + " |"
      #expect(page.contains(line), "\(line)")
    }
  }
}
