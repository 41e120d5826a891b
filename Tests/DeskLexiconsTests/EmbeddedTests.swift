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

  @Test("what is read from the program in place is what the folder gives")
  func sameAsTheFolder() throws {
    let onDisk = try Lexicons(directory: Self.folder)
    let embedded = Lexicons.embedded
    for (disk, inside) in zip(onDisk.tables, embedded.tables) {
      #expect(disk.file == inside.file)
      #expect(disk.directives == inside.directives, "\(disk.file)")
      #expect(disk.columns == inside.columns, "\(disk.file)")
      #expect(disk.rows == inside.rows, "\(disk.file)")
      #expect(disk.faults == inside.faults, "\(disk.file)")
      // A list of the program is known by the lines above its columns.
      #expect(
        (disk.directive("analyzer") != nil)
          == embedded.lists.contains { $0.file == disk.file }, "\(disk.file)")
      var lines: [Int] = []
      inside.forEachRow { line, _ in lines.append(line) }
      #expect(lines == disk.rows.map(\.line), "\(disk.file)")
    }
    #expect(onDisk.lists.map(\.file) == embedded.lists.map(\.file))
    for (disk, inside) in zip(onDisk.lists, embedded.lists) {
      #expect(disk.entries == inside.entries, "\(disk.file)")
      #expect(
        disk.entries.map { disk.precision(of: $0) }
          == inside.entries.map { inside.precision(of: $0) }, "\(disk.file)")
    }
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
