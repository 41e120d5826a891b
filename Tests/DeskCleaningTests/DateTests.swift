import DeskText
import Testing

@testable import DeskCleaning

@Suite("Dates")
struct DateTests {
  private func date(head: String = "", above: String = "", below: String = "") throws -> String? {
    try Cleaning.page(
      "<html><head>\(head)</head><body><h1>Ferry to Ærø sails again</h1>\(above)<div>\(OtherTextTests.body)</div>\(below)</body></html>"
    ).date
  }

  @Test(
    "the head states the day under many names",
    arguments: [
      "<meta property='article:published_time' content='2021-08-24T10:00:00Z'>",
      "<meta name='DC.date.issued' content='2021-08-24'>",
      "<meta name='sailthru.date' content='2021-08-24 10:00:00'>",
      "<meta name='parsely-pub-date' value='Tue, 24 Aug 2021 07:36:07 +0530'>",
      "<meta itemprop='datePublished' content='20210824'>",
      "<script type='application/ld+json'>\n<![CDATA[ {\"@graph\":[{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-08-24\"}]} ]]></script>",
      "<script type='application/ld+json'>{\"type\":\"Article\",\"datePublished\":\"2021-08-24\"}</script>",
      "<script type='application/ld+json'>{\"@type\":\"Recipe\",\"datePublished\":\"2021-08-24\"}</script>",
      "<script type='application/ld+json'>{\"@type\":\"WebPage\",\"datePublished\":\"2021-08-24\"}</script>",
    ])
  func stated(_ head: String) throws {
    #expect(try date(head: head) == "2021-08-24")
  }

  @Test("the day is that of the outlet's own clock, even where another stamp is universal time")
  func zones() throws {
    #expect(
      try date(
        head: "<meta property='article:published_time' content='2021-08-24T22:18:13-08:00'>")
        == "2021-08-24")
    #expect(
      try date(
        head:
          "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-08-25T06:18:13Z\"}</script><meta name='date' content='2021-08-24T22:18:13-08:00'>"
      ) == "2021-08-24")
  }

  @Test("a stamp by universal time gives way to the neighbouring day that the page shows")
  func shownDay() throws {
    func date(_ stamp: String, _ shown: String) throws -> String? {
      try self.date(
        head: "<meta property='article:published_time' content='\(stamp)'>",
        above: "<div class='timestamp'>\(shown)</div>")
    }
    #expect(try date("2021-08-25T00:47:31Z", "August 24, 2021") == "2021-08-24")
    #expect(try date("2021-08-25T21:00:31Z", "26 August 2021, 7am") == "2021-08-26")
    // At noon no outlet's clock is a day off; two days off none is; at midnight sharp it is no hour.
    #expect(try date("2021-08-25T12:00:31Z", "August 24, 2021") == "2021-08-25")
    #expect(try date("2021-08-25T00:47:31Z", "August 23, 2021") == "2021-08-25")
    #expect(try date("2021-08-25T00:00:00Z", "August 24, 2021") == "2021-08-25")
    #expect(try date("2021-08-25T00:47:31-04:00", "August 24, 2021") == "2021-08-25")
    #expect(try date("2021-08-25T00:47:31Z", "Updated August 24, 2021") == "2021-08-25")
  }

  @Test("a day that nothing marks counts in a line above the text, or beside who signs below it")
  func unmarked() throws {
    #expect(
      try date(above: "<div>Øernes Avis <b>24/08/2021</b> Inês Luz</div>") == "2021-08-24")
    #expect(
      try date(below: "<p>Written by Inês Luz</p><p>August 24, 2021</p>") == "2021-08-24")
    #expect(try date(above: "<p>The ferry last sailed on August 24, 2021.</p>") == nil)
    #expect(try date(below: "<p>Other news</p><p>August 24, 2021</p>") == nil)
  }

  @Test(
    "figures in an address are a day only where nothing follows them",
    arguments: [
      ("2021/08/210824-ferry", "2021-08-24"), ("2021/08/24-ferry", "2021-08-24"),
      ("2021/08/132377/ferry", nil),
    ])
  func address(_ path: String, _ day: String?) throws {
    #expect(try date(head: "<link rel='canonical' href='https://avis.example/\(path)'>") == day)
  }

  @Test("a day in the dateline, in the title behind the last bar or in the page's address counts")
  func lastPlaces() throws {
    func opening(_ words: String) throws -> String? {
      try Cleaning.page(
        "<h1>Ferry to Ærø sails again</h1><p>\(words) The ferry sails again.</p>\(OtherTextTests.body)"
      ).date
    }
    #expect(try opening("Aug. 24, 2021 --") == "2021-08-24")
    #expect(try opening("MARSTAL, Denmark, Aug. 24, 2021 (Øernes Avis) —") == "2021-08-24")
    #expect(try opening("On Aug. 24, 2021 it stopped.") == nil)
    #expect(try date(head: "<title>Ferry sails | Øernes Avis | 24.08.2021</title>") == "2021-08-24")
    #expect(try date(head: "<title>Ferry sailed 24.08.2021</title>") == nil)
    #expect(
      try date(head: "<link rel='canonical' href='https://avis.example/2021/08/24/ferry'>")
        == "2021-08-24")
  }

  @Test("the day between heading and text counts, not one of a teaser or an update")
  func places() throws {
    #expect(
      try date(
        above: "<time datetime='2021-08-24'>24 Aug</time>",
        below: "<div class='teaser'><time datetime='2022-01-01'>1 Jan</time></div>") == "2021-08-24"
    )
    #expect(
      try date(
        above:
          "<div class='updated-date'>Updated August 30, 2021</div><div class='posted-date'>August 24, 2021</div>"
      ) == "2021-08-24")
  }

  @Test("a day in figures alone is read as the country writes it, and not guessed")
  func order() throws {
    let shown = "<div class='timestamp'>02/10/2020</div>"
    #expect(
      try date(head: "<meta property='og:locale' content='en_GB'>", above: shown) == "2020-10-02")
    #expect(
      try date(head: "<meta property='og:locale' content='en_US'>", above: shown) == "2020-02-10")
    #expect(try date(above: shown) == nil)
  }

  @Test("a video's day is not the article's")
  func video() throws {
    let video =
      "<script type='application/ld+json'>{\"@type\":\"VideoObject\",\"datePublished\":\"2021-08-24\"}</script>"
    #expect(try date(head: video) == nil)
  }

  @Test("a day reckoned from an unknown today is left out")
  func relative() throws {
    #expect(try date(above: "<div class='timestamp'>2 hours ago</div>") == nil)
  }

  @Test("stamps of one moment are told to be that")
  func moments() throws {
    let universal = try #require(Timestamp("2021-03-01T01:30:00.000Z"))
    let local = try #require(Timestamp("2021-02-28T20:30:00-0500"))
    #expect(universal.isSameMoment(as: local))
    #expect(local.date.description == "2021-02-28")
    #expect(Timestamp("2021-02-28") == nil)
    #expect(Timestamp("2021-02-28T20:30:00") == nil)
  }
}
