import DeskIngest
import DeskLexicons
import DeskText
import Foundation
import Testing

@testable import DeskCleaning

/// Writes what the blocks of pages are weighed by, for `Tests/Evaluation/train_cleaning.py`.
///
/// Runs only where `CLEANING_PAGES` names pages (NDJSON with `id`, `url` and `html`) and
/// `CLEANING_DECISIONS` the file to write.
@Suite("Blocks for training")
struct CleaningDecisions {
  static let environment = ProcessInfo.processInfo.environment

  @Test(
    "what the blocks of pages are weighed by is written down",
    .enabled(if: environment["CLEANING_PAGES"] != nil, "no CLEANING_PAGES to learn from"))
  func write() throws {
    let pages = try #require(Self.environment["CLEANING_PAGES"])
    let target = try #require(Self.environment["CLEANING_DECISIONS"])
    let journal = Journal()
    var cleaner = Cleaner(lexicons: .embedded)
    cleaner.witness = { id, properties in journal.record(id, properties) }
    for line in try Data(contentsOf: URL(filePath: pages)).split(separator: 0x0A) {
      let page = try #require(
        try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      let html = try #require(page["html"] as? String)
      _ = try? cleaner.article(
        from: Document(
          id: page["id"] as? String ?? "", content: .html(Array(html.utf8), charset: "utf-8"),
          url: page["url"] as? String, origin: Origin(input: pages)))
    }
    try journal.lines.write(to: URL(filePath: target))
    #expect(!journal.lines.isEmpty)
  }

  @Test("properties are told under names that the weights can be found by")
  func names() throws {
    let journal = Journal()
    var cleaner = Cleaner(lexicons: .embedded)
    cleaner.witness = { id, properties in journal.record(id, properties) }
    let html = """
      <article><h1>Zoë’s bridge</h1><div class="storyBody lead-in"><p>\(HostileTests.first)</p>
      <p><em>Öz</em></p><p>\(HostileTests.last)</p></div></article>
      """
    _ = try cleaner.article(
      from: Document(
        id: "a", content: .html(Array(html.utf8), charset: "utf-8"), origin: Origin(input: "a")))
    #expect(!journal.told.isEmpty)
    for (aspect, hash, spelled) in journal.told {
      #expect(WordHash.of(spelled) == hash, "\(aspect) \(spelled)")
      #expect(BlockAspect.byName["\(aspect)"] == aspect)
      #expect(aspect.isWritten)
    }
  }
}

/// The properties of all pages so far, a line a page; one test's only, and told on its own thread.
private final class Journal: @unchecked Sendable {
  var lines = Data()
  var told: [(BlockAspect, UInt32, String)] = []

  private struct Receiver: PropertyReceiver {
    var names: [String] = []
    var told: [(BlockAspect, UInt32, String)] = []

    mutating func take(_ aspect: BlockAspect, _ number: Int) {
      names.append("\(aspect)\t\(number)")
    }
    mutating func take(_ aspect: BlockAspect, hash: UInt32, _ spelled: () -> String) {
      names.append("\(aspect)\t\(spelled())")
      told.append((aspect, hash, spelled()))
    }
  }

  func record(_ id: String, _ properties: BlockProperties) {
    let blocks = properties.blocks.indices.map { index -> [String: Any] in
      var receiver = Receiver()
      properties.tell(index, to: &receiver)
      told += receiver.told
      let block = properties.blocks[index]
      return [
        "text": block.string, "rule": block.verdict?.rule ?? "",
        "reason": block.verdict?.reason ?? "", "properties": receiver.names,
      ]
    }
    guard
      let line = try? JSONSerialization.data(withJSONObject: ["id": id, "blocks": blocks])
    else { return }
    lines += line + [0x0A]
  }
}
