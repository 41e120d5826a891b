import DeskTestSupport
import Foundation
import Testing

/// A user's dictionary and ignore list, in every verb that counts.
@Suite struct DictionaryTests {
  private static let dictionary = "people: [villager*, minister]\nharm/deeds: ['kill*', raid]\n"

  private func tables(in folder: String) throws -> [String: String] {
    var out: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      out[name] = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    }
    return out
  }

  @Test("compare tells of a dictionary in every report, and changes no other figure for it")
  func reports() throws {
    let corpus = try Corpus()
    let path = try corpus.table("a.csv", articles: 60)
    try corpus.write("own.yml", Self.dictionary)
    let (plain, with) = (corpus.path("plain"), corpus.path("with"))
    #expect(try ProgramRun(["compare", path, "--quiet", "--output", plain]).status == 0)
    let run = try ProgramRun([
      "compare", path, "--quiet", "--output", with, "--dictionary", corpus.path("own.yml"),
    ])
    #expect(run.status == 0, "\(run.errors)")
    let (before, after) = (try tables(in: plain), try tables(in: with))
    #expect(before.keys.sorted() == after.keys.sorted())
    for (file, words) in [
      ("comparison.md", "## Dictionary: own"), ("comparison.md", "| harm/deeds |"),
      ("comparison.md", "| own: harm/deeds"), ("report.html", "Dictionary: own"),
      ("articles.csv", ",own,own.people,own.harm/deeds,"),
      ("outlets.csv", ",own,harm/deeds,"), ("findings.csv", ",own,harm/deeds,"),
      ("codebook.csv", "\narticles.csv,own.harm/deeds,Count. Words under harm/deeds in own.yml."),
      ("codebook.csv", "\narticles.csv,own.people.per_1000,"),
      ("differences.csv", "\nall_articles,own.harm/deeds,per_1000_words,Outlet 0,Outlet 1,"),
      ("run.json", "\"name\":\"own\",\"file\":\"own.yml\""),
    ] {
      #expect(after[file]?.contains(words) == true, "\(words) in \(file)")
    }
    // Every column of articles.csv is in the codebook.
    for column in after["articles.csv"]?.split(separator: "\n").first?.split(separator: ",") ?? []
    where column != "ort" {
      #expect(after["codebook.csv"]?.contains("\narticles.csv,\(column),") == true, "\(column)")
    }
    // Other rows are what they were, p values and their correction included.
    for file in ["differences.csv", "outlets.csv", "findings.csv", "codebook.csv"] {
      let own = (after[file] ?? "").split(separator: "\n").filter {
        !$0.contains(",own,") && !$0.contains(",own.")
      }
      #expect(own == before[file]?.split(separator: "\n"), "\(file)")
    }
    for file in ["labels.csv", "sources.csv", "sentences.csv", "words.csv", "facts.csv"] {
      #expect(after[file] == before[file], "\(file)")
    }
  }

  @Test("worksheet, validate, agree and show take a dictionary and an ignore list")
  func verbs() throws {
    let corpus = try Corpus()
    let text = "The minister met villagers after the raid.\n\nThree people were killed, he said.\n"
    let path = try corpus.write("a.txt", text)
    let own = ["--dictionary", try corpus.write("own.yml", Self.dictionary)]
    let ignore = ["--ignore", try corpus.write("no.tsv", "lexicon\tentry\nown\traid\n")]
    let key = corpus.path("key.md")
    let sheet = try ProgramRun(["worksheet", path, "--key", key] + own + ignore)
    #expect(sheet.status == 0, "\(sheet.errors)")
    #expect(sheet.output.contains("belong under “people”, “harm/deeds”?"))
    let answers = try String(contentsOfFile: key, encoding: .utf8)
    #expect(answers.contains("sentence 2: “killed”: own voice, harm/deeds"))
    #expect(answers.contains("“villagers”: own voice, people") && !answers.contains("“raid”"))

    let drawn = try ProgramRun(
      ["validate", path, "--quiet", "--sample", "4", "--category", "own/harm/deeds"] + own)
    #expect(drawn.status == 0, "\(drawn.errors)")
    #expect(drawn.output.split(separator: "\n").count == 3)
    #expect(drawn.output.contains("words that the dictionary own has under harm/deeds?"))
    let all = try ProgramRun(["validate", path, "--quiet", "--sample", "12"] + own)
    #expect(all.output.contains(",own,"))
    #expect(try ProgramRun(["validate", path, "--category", "own/none"] + own).status == 2)
    #expect(try ProgramRun(["validate", path, "--coded"] + own).status == 64)

    let codes = try corpus.write("zoë.csv", "article,sentence,code\na.txt,1,own\na.txt,2,own\n")
    let agree = ["agree", codes, "--articles", path, "--format", "csv"]
    let program = try ProgramRun(agree + ["--with-program"] + own)
    #expect(program.status == 0, "\(program.errors)")
    #expect(program.output.contains("own"))
    let rejected = try corpus.write("all.tsv", "lexicon\tarticle\nown\ta.txt\n")
    let without = try ProgramRun(agree + ["--with-program", "--ignore", rejected] + own)
    #expect(without.status == 0 && without.output != program.output)
    #expect(try ProgramRun(agree + own).status == 64)

    let shown = try ProgramRun(["show", path, "--format", "lines"] + own + ignore)
    #expect(shown.output.contains("own: harm/deeds: “killed” (own.yml:2)"))
    #expect(!shown.output.contains("harm/deeds: “raid”"))
  }

  @Test("marks in articles hold for agree, and an ignore list for facts and reuse")
  func rejecting() throws {
    let corpus = try Corpus()
    let codes = try corpus.write("zoë.csv", "article,sentence,code\na.txt,1,own\na.txt,2,none\n")
    let own = ["--dictionary", try corpus.write("own.yml", Self.dictionary)]
    func agree(_ text: String) throws -> String {
      let path = try corpus.write("a.txt", text)
      let run = try ProgramRun(
        ["agree", codes, "--articles", path, "--with-program", "--format", "ndjson"] + own)
      #expect(run.status == 0, "\(run.errors)")
      return run.output
    }
    let text = "It rained on the café.\n\nThe raid came.\n"
    #expect(try agree(text) != agree("<!-- copydesk-ignore: raid -->\n\n" + text))
    let ignore = try corpus.write("no.tsv", "lexicon\nattribution\nhedging\n")
    let plain = try ProgramRun(["facts", "seeds", "--format", "csv"])
    let less = try ProgramRun(["facts", "seeds", "--format", "csv", "--ignore", ignore])
    #expect(less.status == 0 && less.output != plain.output)
    // Who is credited beside a passage needs no attribution.
    let reuse = try ProgramRun(["reuse", "seeds", "--format", "csv", "--ignore", ignore])
    #expect(reuse.status == 0 && !reuse.output.isEmpty)
  }

  @Test("a file that is no dictionary is told with its name, its line and what would be right")
  func faults() throws {
    let corpus = try Corpus()
    let article = try corpus.write("a.txt", "It may rain.\n")
    try Data([0x7F, 0x45, 0x4C, 0x46, 0, 0, 0xFF, 0xFE, 0]).write(
      to: corpus.folder.appending(path: "binary.dic"))
    for (file, text, words) in [
      ("empty.dic", "", "empty.dic:1:1: the file is empty"),
      ("binary.dic", nil, "binary.dic:1:1: a zero byte, so no text file; text is UTF-8, "),
      ("prose.dic", "It may rain.", "prose.dic:1:1: a LIWC dictionary has its categories between"),
      ("prose.ykd", "It may rain.", "prose.ykd:1:1: no sound XML: "),
      ("words.docx", "a", "words.docx: no format goes by this name; there are liwc (.dic), "),
      ("none.dic", nil, "none.dic: can not be read"),
    ] {
      if let text { try corpus.write(file, text) }
      let run = try ProgramRun(["analyze", article, "--dictionary", corpus.path(file)])
      #expect(run.status == 2, "\(file)")
      #expect(run.errors.contains(words), "\(file): \(run.errors)")
      #expect(run.output.isEmpty)
    }
  }
}
