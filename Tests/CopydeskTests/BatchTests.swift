import Copydesk
import DeskTestSupport
import Foundation
import Testing

@Suite struct BatchTests {
  /// A CSV of texts of very different length, some rows broken.
  private func table(rows: Int) throws -> URL {
    var text = "id,text\n"
    for number in 0..<rows {
      text +=
        number % 50 == 49
        ? "\(number),a,b,c\n"
        : "\(number),\(String(repeating: "Zoë ", count: number * 31 % 400))é\n"
    }
    let url = FileManager.default.temporaryDirectory.appending(
      path: "copydesk-batch-\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: url)
    return url
  }

  private func results(_ url: URL, threads: Int, stoppingAfter limit: Int = .max) -> [String] {
    var out: [String] = []
    let mapping: @Sendable (Document) -> Result<String, Reject> = { document in
      guard case .text(let bytes) = document.content else {
        return .failure(Reject(origin: document.origin, reason: "not a text"))
      }
      // Later documents are done sooner.
      var sum = 0
      for _ in 0..<(5_000 / (1 + bytes.count)) {
        for byte in bytes { sum = (sum &* 31) &+ Int(byte) }
      }
      return .success("\(document.id) \(bytes.count) \(sum & 1)")
    }
    Batch(threads: threads).run(Inputs([url.path()])) { _ in
      mapping
    } take: { result in
      switch result {
      case .success(let line): out.append(line)
      case .failure(let reject): out.append("! \(reject.origin.line ?? 0)")
      }
      return out.count < limit
    }
    return out
  }

  @Test("results come in input order, rejects among them, on any number of threads")
  func order() throws {
    let url = try table(rows: 2_000)
    defer { try? FileManager.default.removeItem(at: url) }
    let one = results(url, threads: 1)
    #expect(one.count == 2_000)
    #expect(one[49] == "! 51")
    for threads in [2, 3, 8] { #expect(results(url, threads: threads) == one) }
  }

  @Test("a batch ends where its taker says", arguments: [1, 2, 4])
  func stops(_ threads: Int) throws {
    let url = try table(rows: 2_000)
    defer { try? FileManager.default.removeItem(at: url) }
    #expect(results(url, threads: threads, stoppingAfter: 77).count == 77)
  }

  @Test("the arguments that gave nothing are told")
  func unread() throws {
    let url = try table(rows: 3)
    defer { try? FileManager.default.removeItem(at: url) }
    let mapping: @Sendable (Document) -> Result<String, Reject> = { .success($0.id) }
    let unread = Batch(threads: 2).run(Inputs(["/none/é.txt", url.path()])) { _ in
      mapping
    } take: { _ in
      true
    }
    #expect(unread == ["/none/é.txt"])
  }
}
