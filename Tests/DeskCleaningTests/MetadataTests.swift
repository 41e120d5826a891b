import DeskText
import Testing

@Suite struct MetadataTests {
  @Test(
    "persons are told from degrees, houses and roles",
    arguments: [
      ("Stephen Côté, CNN", ["Stephen Côté"]),
      ("Brenda Ek, MA", ["Brenda Ek"]),
      ("By Ann Lee and Bo van der Ek", ["Ann Lee", "Bo van der Ek"]),
      ("AFP", ["AFP"]),
    ])
  func persons(_ line: String, _ names: [String]) throws {
    let article = try Cleaning.page(
      "<head><meta name='author' content='\(line)'></head><body>\(OtherTextTests.body)</body>")
    #expect(article.byline == names)
  }

  @Test("the name linked in a byline is the author, whatever else the byline says")
  func linkedByline() throws {
    let article = try Cleaning.page(
      "<h1>Ferry to Ærø sails again</h1><div class='c-byline'><a href='/u/1'>Zoë Żak</a> @zzak 15 Dec 2016, 11:30am EST | 42 comments</div>\(OtherTextTests.body)"
    )
    #expect(article.byline == ["Zoë Żak"])
  }

  @Test("a name above the text that links to an author's page is the author")
  func authorPage() throws {
    let article = try Cleaning.page(
      "<h1>Ferry to Ærø sails again</h1><div><a href='/authors/ines-luz'>Inês Luz</a> 12.1.19</div>\(OtherTextTests.body)<a href='/authors/x'>Other Person</a>"
    )
    #expect(article.byline == ["Inês Luz"])
  }

  @Test("a house that stands as author gives way to the person whom the page shows")
  func house() throws {
    let article = try Cleaning.page(
      """
      <head><meta property='og:site_name' content='Øernes Avis'><meta name='author' content='Øernes Avis'>
      </head><h1>Ferry to Ærø sails again</h1><div class='byline'>By Zoë Żak March 11, 2021</div>
      \(OtherTextTests.body)
      """)
    #expect(article.byline == ["Zoë Żak"])
    let alone = try Cleaning.page(
      "<head><meta name='author' content='Øernes Avis'></head>\(OtherTextTests.body)")
    #expect(alone.byline == ["Øernes Avis"])
  }

  @Test("the only heading is the title where the head states a shorter one")
  func longHeading() throws {
    let article = try Cleaning.page(
      "<head><meta property='og:title' content='Ferry to Ærø sails'></head><h1>Ferry to Ærø sails again: ‘We waited three winters and nobody told us’</h1>\(OtherTextTests.body)"
    )
    #expect(article.title?.hasSuffix("nobody told us’") == true)
  }

  @Test("a rubric in the heading, and the site's own heading, are no title")
  func titles() throws {
    let rubric = try Cleaning.page(
      "<head><meta property='og:title' content='Ferry to Ærø sails again'></head><h1><span>Islands</span> Ferry to Ærø sails again</h1>\(OtherTextTests.body)"
    )
    #expect(rubric.title == "Ferry to Ærø sails again")
    let site = try Cleaning.page(
      "<head><title>Ferry to Ærø sails again | Øernes Avis</title></head><h1>Øernes Avis</h1>\(OtherTextTests.body)"
    )
    #expect(site.title == "Ferry to Ærø sails again")
  }
}
