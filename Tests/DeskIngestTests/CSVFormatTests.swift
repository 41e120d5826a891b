import DeskIngest
import DeskText
import Testing

@Suite struct CSVFormatTests {
  @Test("columns are told by their names, and those it does not know are carried through")
  func columns() {
    let table = """
      nr,publication,headline,body,date,url,author,Région
      7,Der Bote,Où?,Zoë left.,2021-08-21,https://a.example/1,Ana Åse; Bo Li,Süd

      """
    #expect(
      read(CSVFormat.self, table) == [
        "in:2|Der Bote|Où?|2021-08-21|https://a.example/1|Ana Åse+Bo Li|Zoë left.|nr=7|Région=Süd"
      ])
  }

  @Test(
    "a byte order mark, CRLF, a sep= line, semicolons and tabs change nothing",
    arguments: [
      "id,text\n1,\"Zoë, 5\"\n2,b\n",
      "\u{FEFF}id,text\r\n1,\"Zoë, 5\"\r\n2,b\r\n",
      "sep=;\nid;text\n1;Zoë, 5\n2;b\n",
      "\u{FEFF}sep=;\r\nid;text\r\n1;Zoë, 5\r\n2;b",
      "id;text\n1;Zoë, 5\n2;b",
      "id\ttext\n1\tZoë, 5\n2\tb\n",
      "ID,Text\n\n1,\"Zoë, 5\"\n\n2,b\n\n",
    ])
  func shapes(_ table: String) {
    #expect(read(CSVFormat.self, table) == ["1||||||Zoë, 5", "2||||||b"])
  }

  @Test("quoted cells hold line breaks, commas and doubled quotation marks")
  func quoting() {
    let table =
      "id,text,note\n1,\"a\r\n\"\"Zoë\"\", she said\n\nb\",\"\"\n2,\"\"\"x\"\"\",\"y\"\"\""
    #expect(
      read(CSVFormat.self, table) == [
        "1||||||a\r\n\"Zoë\", she said\n\nb|note=", "2||||||\"x\"|note=y\"",
      ])
  }

  @Test("a mark inside a cell that began without one is a mark")
  func loose() {
    #expect(
      read(CSVFormat.self, "id,text\n1,the \"so-called\" plan\n2,\"so\" called\n") == [
        "1||||||the \"so-called\" plan", "2||||||so called",
      ])
  }

  @Test("a cell that nothing closes spoils its own row only")
  func unclosed() {
    let rejected = "! in:2: a quotation mark opens a cell that nothing closes"
    #expect(
      read(CSVFormat.self, "id,text\n1,\"Zoë left.\n2,b\n3,c\n") == [
        rejected, "2||||||b", "3||||||c",
      ])
    #expect(
      read(CSVFormat.self, "id,text\n1,\"Zoë left.\n2,\"b\"\n3,c\n") == [
        rejected, "2||||||b", "3||||||c",
      ])
  }

  @Test("bad rows are told by their line and the others go on")
  func rejects() {
    let table = "id,text\n1,\"a\nb\"\n2,\n3,x,y\n4\n5,é\n"
    #expect(
      read(CSVFormat.self, table) == [
        "1||||||a\nb", "! in:4: no text in column 'text'",
        "! in:5: 3 cells where the first line names 2 columns",
        "! in:6: 1 cells where the first line names 2 columns", "5||||||é",
      ])
  }

  @Test("without a text column it says which columns there are and what to do")
  func missing() {
    #expect(
      read(CSVFormat.self, "nr,Geschichte\n1,a\n") == [
        "! in:1: no column 'text', 'content', 'body', 'article' or 'html' among 'nr', 'Geschichte'; name the right one with --column text=NAME"
      ])
    #expect(
      read(
        CSVFormat.self, "nr,Geschichte\n1,é\n",
        options: InputOptions(columns: [.text: "Geschichte", .id: "nr"])) == ["1||||||é"])
    #expect(
      read(CSVFormat.self, "id,text\n1,a\n", options: InputOptions(columns: [.text: "story"])) == [
        "! in:1: no column 'story' among 'id', 'text'; name the right one with --column text=NAME"
      ])
  }

  @Test("of two columns that mean the same, the surer name counts and the other is carried on")
  func precedence() {
    #expect(
      read(CSVFormat.self, "source,outlet,content,text\nAFP,Le Mot,x,é\n") == [
        "in:2|Le Mot|||||é|source=AFP|content=x"
      ])
  }

  @Test("a page wins over its text, unless the text is wanted as it is")
  func pages() {
    let table = "id,html,text\n1,<p>é</p>,plain\n"
    #expect(read(CSVFormat.self, table) == ["1||||||<html><p>é</p>"])
    #expect(
      read(CSVFormat.self, table, options: InputOptions(takesRawText: true)) == ["1||||||=plain"])
  }

  @Test(
    "what R, pandas or a database write for nothing is nothing",
    arguments: ["NA", "NaN", "nan", "NULL", "None", " n/a "])
  func missing(_ word: String) {
    #expect(
      read(
        CSVFormat.self,
        "id,outlet,date,text,note\n1,\(word),\(word),Zoë left.,\(word)\n2,a,b,\(word),\n")
        == ["1||||||Zoë left.|note=\(word)", "! in:3: no text in column 'text'"])
  }

  @Test("a column asked for by name that is not there is told, not passed over")
  func unfoundColumn() {
    let lines = read(
      CSVFormat.self, "id,Média,text\n1,a,é\n",
      options: InputOptions(columns: [.outlet: "Media"]))
    #expect(lines == ["! in:1: no column 'Media' among 'id', 'Média', 'text'; see --column"])
  }

  @Test("a record over the limit is told, and the next one read")
  func limit() {
    let table = "id,text\n1,\(String(repeating: "é ", count: 200_000))\n2,b\n"
    let lines = read(CSVFormat.self, table, options: InputOptions(recordLimit: 100_000))
    #expect(lines.count == 2)
    #expect(lines.last == "2||||||b")
    #expect(lines.first?.hasPrefix("! in:2: a record of more than") == true)
  }

  @Test("the reading stops when the reader has enough")
  func stops() {
    var source = ByteSource(bytes: Array("text\na\nb\nc\n".utf8), input: "in")
    var count = 0
    CSVFormat(InputOptions()).read(&source) { _ in
      count += 1
      return count < 2
    }
    #expect(count == 2)
  }

  @Test("a mark in the middle of a plain cell, an odd one too, and a NUL byte are the cell's")
  func odd() {
    #expect(
      read(CSVFormat.self, "id,text,note\n1,12\" screen,x\0y\n2,\"a\0\"\"b\",\"\"\"\"\n") == [
        "1||||||12\" screen|note=x\0y", "2||||||a\0\"b|note=\"",
      ])
  }

  @Test("a cell without marks of its own is the same with and without quotation marks")
  func values() {
    for word in ["NA", "None", "nan ", "Null", "N/A", "Nonesuch", "NAN", "       ", "n/a"] {
      #expect(
        read(CSVFormat.self, "id,title,text\n\(word),\(word),é\n")
          == read(CSVFormat.self, "id,title,text\n\"\(word)\",\"\(word)\",\"é\"\n"))
    }
  }

  @Test("whatever cells hold, they come back as they were written", arguments: 1...60)
  func roundTrip(_ seed: Int) throws {
    var draw = Draw(UInt64(seed))
    let columns = (0..<draw.below(5) + 2).map { "c\($0)" }
    var table = columns.joined(separator: ",") + "\n"
    var wanted: [[String]] = []
    for _ in 0..<40 {
      let row = columns.map { _ in
        (0..<draw.below(draw.below(4) == 0 ? 90 : 7)).map { _ in
          draw.one(of: ["\"", "\"\"", "\n", "\r\n", "\r", ",", "a", "é“", "🌉", "\0", " ", ";"])
        }.joined()
      }
      guard row.contains(where: { !$0.isEmpty }) else { continue }
      wanted.append(row)
      table += row.map { draw.written($0) }.joined(separator: ",")
      table += draw.one(of: ["\n", "\r\n"])
    }
    if draw.below(2) == 0, table.hasSuffix("\n") { table.removeLast() }
    var source = ByteSource(bytes: Array(table.utf8), input: "in")
    var rows: [[String]] = []
    try readRows(of: &source, columns: columns) { (_, cells) throws(Reject) in rows.append(cells) }
    #expect(rows.map { $0.map { Array($0.utf8) } } == wanted.map { $0.map { Array($0.utf8) } })
  }

  @Test("a cell over the edge of what is read at once is the same, wherever the edge falls")
  func edges() throws {
    let scratch = try Scratch()
    let head = "id,text,note\r\n1,\""
    let rest =
      "\",\"a \"\"Zoë\"\",\r\nb\"\"\"\r\n2,\"\"\"c\"\"\",12\" d\r\n"
      + "3,\"e\"\"\"\"\",f\r\n"
    let piece = 1 << 18
    for before in 0..<rest.utf8.count {
      let text = head + String(repeating: "x", count: piece - head.utf8.count - before) + rest
      let path = try scratch.write("edge.csv", text)
      let lines = read([path])
      #expect(lines.count == 3)
      #expect(
        lines.map { String($0.suffix(18)) }
          == read(CSVFormat.self, text).map { String($0.suffix(18)) },
        "\(before) bytes before the edge")
      #expect(lines.last == "3||||||e\"\"|note=f")
    }
  }
}

/// Chance that is the same at every run.
private struct Draw {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(1, limit)))
  }

  mutating func one(of words: [String]) -> String { words[below(words.count)] }

  /// A cell as RFC 4180 has it; in quotation marks where it must be, or by chance.
  mutating func written(_ cell: String) -> String {
    let must = cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard must || below(3) == 0 else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
