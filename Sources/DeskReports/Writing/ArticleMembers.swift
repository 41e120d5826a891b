import DeskText

extension JSONWriter {
  /// What is known of an article, then the input's own columns: the beginning of every line that
  /// stands for one.
  mutating func members(of article: Article, columns: [String], to output: inout Output) {
    member("id", article.id, to: &output)
    member("outlet", article.outlet, to: &output)
    member("republisher", article.republisher, to: &output)
    member("title", article.title, to: &output)
    member("byline", article.byline, to: &output)
    member("date", article.date, to: &output)
    member("url", article.url, to: &output)
    member("language", article.language, to: &output)
    for column in columns {
      member(
        named: column, article.columns.first { $0.name == column }?.value, to: &output)
    }
  }
}
