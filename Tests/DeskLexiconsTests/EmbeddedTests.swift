import DeskLexicons
import Foundation
import Testing

@Suite struct EmbeddedTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Lexicons")

  @Test("every file of Lexicons/ is inside the program, byte for byte")
  func complete() throws {
    let onDisk = try Lexicons(directory: Self.folder)
    let inside = Dictionary(
      uniqueKeysWithValues: Lexicons.embedded.tables.map { ($0.file, $0.bytes) })
    for table in onDisk.tables {
      let name = table.file.replacingOccurrences(of: ".tsv", with: "")
        .replacingOccurrences(of: "-", with: "_")
      #expect(
        inside[table.file] == table.bytes,
        """
        add to Sources/CLexicons/bundle.c:
        static const unsigned char \(name)[] = {
        #embed "../../Lexicons/\(table.file)"
        };
            {"\(table.file)", \(name), sizeof \(name)},
        """)
    }
    #expect(inside.count == onDisk.tables.count)
  }

  @Test("the lists have no fault")
  func sound() {
    #expect(Lexicons.embedded.check().faults.map(\.description) == [])
  }

  @Test("the lists are sorted as `lexicon check --fix` would write them")
  func sorted() {
    for list in Lexicons.embedded.lists {
      guard let table = Lexicons.embedded.table(list.file) else { continue }
      #expect(
        Lexicon.sorted(table, inflections: Lexicons.embedded.inflections) == table.bytes,
        "run `copydesk lexicon check --fix \(list.file)`")
    }
  }
}
