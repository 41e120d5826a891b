import DeskTestSupport
import Foundation
import Testing

/// `Reports/` is the report on the seeds, as the program writes it.
@Suite struct ReportsTests {
  @Test("what stands in Reports/ is what the program writes")
  func golden() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "copydesk-reports-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try ProgramRun(["compare", "seeds", "--output", folder.path(), "--quiet"])
    #expect(run.status == 0, "\(run.errors)")
    let written = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    #expect(written == (try Checkout.names(in: "Reports")))
    for name in written {
      let today = try Data(contentsOf: folder.appending(path: name))
      let kept = try Data(contentsOf: Checkout.root.appending(path: "Reports/\(name)"))
      // The files are long: name the first line that differs, not both files.
      #expect(
        today == kept, "\(name): \(firstDifference(today, kept)); `make report` writes it anew")
    }
  }

  private func firstDifference(_ a: Data, _ b: Data) -> String {
    let left = String(decoding: a, as: UTF8.self).split(separator: "\n")
    let right = String(decoding: b, as: UTF8.self).split(separator: "\n")
    for (number, (one, other)) in zip(left, right).enumerated() where one != other {
      return "line \(number + 1): '\(one.prefix(160))' instead of '\(other.prefix(160))'"
    }
    return "\(left.count) lines instead of \(right.count)"
  }
}
