import DeskAnalysis
public import DeskComparison
import DeskLexicons
import DeskText

/// What the run was made of, so that it can be repeated and its line numbers keep their meaning.
public struct RunJSON: ReportFormat {
  public static let fileName = "run.json"

  public init() {}

  public func write(_ results: Results, run: Run, to output: inout Output) {
    var json = JSONWriter()
    json.beginObject(to: &output)
    json.member("program", "copydesk", to: &output)
    json.member("version", run.version, to: &output)
    json.member("inputs", run.inputs, to: &output)
    json.key("options", to: &output)
    json.beginObject(to: &output)
    for option in run.options { json.member(named: option.name, option.value, to: &output) }
    json.endObject(to: &output)
    json.member("documents", run.documentCount, to: &output)
    json.member("articles", results.articleCount, to: &output)
    json.member("words", results.wordCount, to: &output)
    json.member("rejected", run.rejectedCount, to: &output)
    json.key("rejects", to: &output)
    json.beginArray(to: &output)
    for reject in run.rejects {
      json.beginObject(to: &output)
      json.member("input", reject.origin.description, to: &output)
      json.member("reason", reject.reason, to: &output)
      json.endObject(to: &output)
    }
    json.endArray(to: &output)
    json.member("not_english", run.foreignCount, to: &output)
    json.key("left_out", to: &output)
    json.beginArray(to: &output)
    for article in run.foreign {
      json.beginObject(to: &output)
      json.member("id", article.id, to: &output)
      json.member("language", article.language, to: &output)
      json.endObject(to: &output)
    }
    json.endArray(to: &output)
    if !run.copies.isEmpty {
      json.member("copies", run.copyCount, to: &output)
      json.key("counted_once", to: &output)
      json.beginArray(to: &output)
      for copy in run.copies {
        json.beginObject(to: &output)
        json.member("id", copy.id, to: &output)
        json.member("original", copy.original, to: &output)
        json.endObject(to: &output)
      }
      json.endArray(to: &output)
    }
    if !results.partlyCompared.isEmpty {
      json.key("partly_compared", to: &output)
      json.beginArray(to: &output)
      for partly in results.partlyCompared {
        json.beginObject(to: &output)
        json.member("part", partly.part.rawValue, to: &output)
        json.member("articles", partly.articles, to: &output)
        json.member("taken", partly.taken, to: &output)
        json.endObject(to: &output)
      }
      json.endArray(to: &output)
    }
    writeLexicons(of: run, with: &json, to: &output)
    if run.ignoreList != nil || results.suppressed.total > 0 {
      writeSuppressed(results.suppressed, by: run.ignoreList, with: &json, to: &output)
    }
    if !run.dictionaries.isEmpty { writeDictionaries(of: run, with: &json, to: &output) }
    json.endObject(to: &output)
    output.write(0x0A)
  }

  private func writeLexicons(of run: Run, with json: inout JSONWriter, to output: inout Output) {
    json.key("lexicons", to: &output)
    json.beginArray(to: &output)
    for file in run.lexicons {
      json.beginObject(to: &output)
      json.member("file", file.name, to: &output)
      json.member("version", file.version, to: &output)
      json.member("entries", file.entries, to: &output)
      json.member("sha256", file.hash, to: &output)
      json.endObject(to: &output)
    }
    json.endArray(to: &output)
  }

  private func writeSuppressed(
    _ suppressed: Suppressed, by list: IgnoreList?, with json: inout JSONWriter,
    to output: inout Output
  ) {
    json.key("suppressed", to: &output)
    json.beginObject(to: &output)
    json.member("findings", suppressed.total, to: &output)
    json.member("by_marks", suppressed.byMark, to: &output)
    if let list {
      json.member("file", list.file, to: &output)
      json.member("sha256", SHA256.hexadecimal(of: list.bytes), to: &output)
      json.key("lines", to: &output)
      json.beginArray(to: &output)
      for (number, rule) in list.rules.enumerated() {
        json.beginObject(to: &output)
        json.member("line", rule.line, to: &output)
        if let lexicon = rule.lexicon { json.member("lexicon", lexicon, to: &output) }
        if let entry = rule.entry { json.member("entry", entry, to: &output) }
        if let category = rule.category { json.member("category", category, to: &output) }
        if let article = rule.article { json.member("article", article, to: &output) }
        json.member("findings", suppressed.byRule[number] ?? 0, to: &output)
        json.endObject(to: &output)
      }
      json.endArray(to: &output)
    }
    json.endObject(to: &output)
  }

  private func writeDictionaries(
    of run: Run, with json: inout JSONWriter, to output: inout Output
  ) {
    json.key("dictionaries", to: &output)
    json.beginArray(to: &output)
    for file in run.dictionaries {
      json.beginObject(to: &output)
      json.member("name", file.name, to: &output)
      json.member("file", file.file, to: &output)
      json.member("format", file.format, to: &output)
      json.member("categories", file.categories, to: &output)
      json.member("entries", file.entries, to: &output)
      json.member("sha256", file.hash, to: &output)
      json.key("not_counted", to: &output)
      json.beginArray(to: &output)
      // All are told by `lexicon check`.
      for notice in file.notices.prefix(500) {
        json.string(notice.description, to: &output)
      }
      json.endArray(to: &output)
      json.endObject(to: &output)
    }
    json.endArray(to: &output)
  }
}
