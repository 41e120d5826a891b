public import DeskComparison

/// One row an article, with the number of its story.
public struct StoriesCSV: StoryFormat, ReportFormat {
  public static let name = "csv"
  public static let fileName = "stories.csv"

  public init() {}

  public func writeHeader(to output: inout Output) {
    var csv = CSVWriter()
    csv.row(Self.codebook.map(\.column), to: &output)
  }

  public func write(_ story: ToldStory, to output: inout Output) {
    var csv = CSVWriter()
    for article in story.articles {
      csv.cell(story.number, to: &output)
      csv.cell(story.title, to: &output)
      csv.cell(story.articles.count, to: &output)
      csv.cell(story.outlets.count, to: &output)
      csv.cell(article.id, to: &output)
      csv.cell(article.outlet, to: &output)
      csv.cell(article.title, to: &output)
      csv.cell(article.date, to: &output)
      csv.cell(article.url, to: &output)
      csv.endRow(to: &output)
    }
  }

  public func write(_ results: Results, run: Run, to output: inout Output) {
    writeHeader(to: &output)
    for story in results.stories ?? [] { write(story, to: &output) }
  }

  /// What each column holds.
  public static let codebook: [CodebookRow] = [
    CodebookRow("story", "The number of the story, from 1, by first article in input order."),
    CodebookRow("story_title", "The title, or id, of the article that is most like the others."),
    CodebookRow("story_articles", "How many articles tell the story."),
    CodebookRow("story_outlets", "How many outlets tell it; articles without one do not count."),
    CodebookRow("article_id", "The article's id."),
    CodebookRow("outlet", "The article's outlet; empty where it is not stated."),
    CodebookRow("title", "The article's title."),
    CodebookRow("date", "The day it was published, YYYY-MM-DD."),
    CodebookRow("url", "The article's address."),
  ]
}
