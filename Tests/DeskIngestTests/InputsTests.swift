import DeskIngest
import DeskText
import Foundation
import Testing

@Suite struct InputsTests {
  @Test("a folder is read in the order of its names, hidden and foreign files left out")
  func folder() throws {
    let scratch = try Scratch()
    for name in ["b.txt", "a/Zoë.txt", "a/1.md", "c.html", ".hidden.txt", "photo.jpg", "README"] {
      try scratch.write(name, "text of \(name)")
    }
    try scratch.write("c_files/ad.html", "an advert that the browser saved")
    #expect(
      read([scratch.path]) == [
        "a/1.md||||||text of a/1.md", "a/Zoë.txt||||||text of a/Zoë.txt",
        "b.txt||||||text of b.txt", "c.html||||||<html>text of c.html",
      ])
  }

  @Test("a manifest fills in what files do not say, in its folder and when one file is named")
  func manifest() throws {
    let scratch = try Scratch()
    let one = try scratch.write("1.txt", "one")
    try scratch.write("deep/é.md", "---\ntitle: Own\n---\ntwo")
    let table = try scratch.write(
      "manifest.csv",
      """
      file,outlet,title,date,guess
      1.txt,Le Mot,First,2021-08-21,outlet by style
      deep/é.md,Der Bote,Second,,
      """)
    let first = "1.txt|Le Mot|First|2021-08-21|||one|guess=outlet by style"
    #expect(read([scratch.path]) == [first, "deep/é.md|Der Bote|Own||||two|guess="])
    #expect(read([one, table]) == [first])
    #expect(read([table]).first?.contains("name its folder instead") == true)
  }

  @Test("files of the same name go by their whole path")
  func ids() throws {
    let scratch = try Scratch()
    let a = try scratch.write("a/1.txt", "é")
    let b = try scratch.write("b/1.txt", "b")
    #expect(read([a]) == ["1.txt||||||é"])
    #expect(read([a, b]) == ["\(a)||||||é", "\(b)||||||b"])
  }

  @Test("what can not be read is told in one line, and the others are read")
  func rejects() throws {
    let scratch = try Scratch()
    let empty = try scratch.write("empty.txt", "")
    let binary = try scratch.write("é.html", "\u{1}\u{0}\u{2}PNG\u{0}\u{0}\u{3}")
    let table = try scratch.write("t.csv", "\u{0}\u{1}\u{2}\u{3}\u{0}\n")
    let good = try scratch.write("good.txt", "Zoë")
    let none = scratch.path + "/none.txt"
    var lines: [String] = []
    let unread = Inputs([empty, binary, none, table, good]).read {
      lines.append(line($0))
      return true
    }
    #expect(
      lines == [
        "! \(empty): empty; nothing to read",
        "! \(binary): a binary file, not text; save the article as HTML or text",
        "! \(none): no such file or folder",
        "! \(table): a binary file, not CSV in UTF-8; save it as such", "good.txt||||||Zoë",
      ])
    #expect(unread == [empty, binary, none, table])
  }

  @Test("an empty folder is told")
  func emptyFolder() throws {
    let scratch = try Scratch()
    #expect(read([scratch.path]).first?.contains("no article in this folder") == true)
  }

  @Test(
    "an input without a telling name is told by how it begins",
    arguments: [
      ("{\"text\":\"é\"}", "NAME:1||||||é"),
      ("  <!doctype html><p>é", "NAME||||||<html>  <!doctype html><p>é"),
      ("id,text\n1,é\n", "1||||||é"), ("id\ttext\n1\té\n", "1||||||é"),
      ("Zoë left, he said.\n", "NAME||||||Zoë left, he said.\n"),
    ])
  func sniffed(_ text: String, _ expected: String) throws {
    let scratch = try Scratch()
    let path = try scratch.write("input", text)
    let isLine = expected.hasPrefix("NAME:")
    #expect(read([path]) == [expected.replacing("NAME", with: isLine ? path : "input")])
  }

  @Test("a gzip that ends early gives what could be read, and says so")
  func truncated() throws {
    let scratch = try Scratch()
    var text = "id,text\n"
    for number in 0..<5_000 { text += "\(number),Zoë \(number * 7919 % 10_007) left\n" }
    let path = try scratch.gzip(try scratch.write("t.csv", text))
    let whole = try Data(contentsOf: URL(filePath: path))
    try whole.prefix(whole.count / 2).write(to: URL(filePath: path))
    let lines = read([path])
    #expect(lines.count > 100)
    #expect(lines.first == "0||||||Zoë 0 left")
    #expect(lines.last == "! \(path): the gzip data ends early; what came before was read")
  }

  @Test("gzip members that follow each other are one input")
  func members() throws {
    let scratch = try Scratch()
    let a = try scratch.gzip(try scratch.write("a.ndjson", "{\"text\":\"é\"}\n"))
    let b = try scratch.gzip(try scratch.write("b.ndjson", "{\"text\":\"b\"}\n"))
    let both = try Data(contentsOf: URL(filePath: a)) + Data(contentsOf: URL(filePath: b))
    try both.write(to: URL(filePath: a))
    #expect(read([a]) == ["\(a):1||||||é", "\(a):2||||||b"])
  }

  @Test("front matter of Markdown names the article, as far as it goes")
  func frontMatter() {
    let text =
      "---\ntitle: \"Où?\"\nauthor: [Ana Åse, Bo]\nsource: Le Mot\nmood: calm\n---\n# Où?\nZoë\n"
    #expect(
      read(MarkdownFormat.self, text) == ["in|Le Mot|Où?|||Ana Åse+Bo|# Où?\nZoë\n|mood=calm"])
    #expect(read(MarkdownFormat.self, "---\nno end") == ["in||||||---\nno end"])
  }

  @Test("columns of all tables and manifests are known from the start")
  func columns() throws {
    let scratch = try Scratch()
    let a = try scratch.write("a.csv", "text,größe\né,1\n")
    let b = try scratch.write("b.csv", "text,ort\nb,Köln\n")
    var names: [String] = []
    let inputs = Inputs([a, b])
    inputs.read { result in
      if names.isEmpty, case .success(let document) = result {
        names = inputs.columns(beginningWith: document)
      }
      return true
    }
    #expect(names == ["größe", "ort"])
  }
}
