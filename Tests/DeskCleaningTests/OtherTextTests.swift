import DeskText
import Foundation
import Testing

/// Pages on which more is written beside the article than in it.
@Suite struct OtherTextTests {
  static let body = """
    <p>The ferry to Ærø will sail again on Monday, the company said on Friday, three weeks after a fire in its engine room.</p>
    <p>Nobody was hurt in the fire. The mayor had asked for a second ship, since the island's shops were running out of milk.</p>
    <p>“We have waited long enough,” said Jørgen Møller, who keeps the harbour. The company refused to say what the repair had cost.</p>
    <p>The ministry will now look into whether the ship should have been at sea at all that night, a spokesman said.</p>
    <p>Islanders met at the school on Thursday evening, and voted to ask for the money that the hotels lost during the three weeks.</p>
    """

  @Test("longer comments below an article are no part of it")
  func comments() throws {
    let remarks = (1...20).map {
      "<li><p>I was on board that night \($0) years ago, and nobody told us a thing until the smoke was in the café.</p></li>"
    }
    let article = try Cleaning.page(
      "<main><h1>Ferry to Ærø sails again</h1>\(Self.body)</main><div class='comments-area'><ol>\(remarks.joined())</ol></div>"
    )
    #expect(article.paragraphs.count == 5)
  }

  @Test("the only part that calls itself the body wins over teasers that hold more text")
  func teasers() throws {
    let teasers = (1...7).map {
      "<li><div><h3>Another story, number \($0)</h3><p>A short summary of something quite different that happened in Żywiec on the very same day, told in one sentence.</p></div></li>"
    }
    let article = try Cleaning.page(
      "<div><div class='article-body'>\(Self.body)</div><div class='below'><ul>\(teasers.joined())</ul></div></div>"
    )
    #expect(article.paragraphs.count == 5)
  }

  @Test("a section about sharing is text, a bar that asks to share is not")
  func sharing() throws {
    let article = try Cleaning.page(
      """
      <article>\(Self.body)<div class="share-bar"><p>Share this</p></div>
      <div id="sharing-the-cost"><h2>Sharing the cost</h2><p>Half of the repair will be paid by the region, whose council met on Wednesday to agree on it, and half by the company itself.</p></div></article>
      """)
    #expect(article.text.string.contains("Half of the repair"))
    #expect(!article.text.string.contains("Share this"))
  }

  @Test("main headings inside an article begin no other article")
  func subheads() throws {
    let article = try Cleaning.page(
      "<article><section><h1>Ferry to Ærø sails again</h1>\(Self.body)</section><section><h1>What happened before it</h1>\(Self.body.replacing("ferry", with: "freighter"))</section></article>"
    )
    #expect(article.paragraphs.count == 11)
  }

  @Test("an article below with its own byline is the next one")
  func nextArticle() throws {
    let article = try Cleaning.page(
      "<div><div><h1>Ferry to Ærø sails again</h1>\(Self.body)</div><div><h1>Bridge at Łódź is closed</h1><div class='byline'>By Ewa Żak</div>\(Self.body.replacing("ferry", with: "freighter"))</div></div>"
    )
    #expect(!article.text.string.contains("freighter"))
    #expect(article.removals.contains { $0.rule == "next-article" })
  }

  @Test("the sentence between the heading and the body's own part is text")
  func standfirst() throws {
    let article = try Cleaning.page(
      "<div><header><h1>Ferry to Ærø sails again</h1><p>Three weeks without milk have come to an end for the island.</p></header><div class='article-body'>\(Self.body)</div></div>"
    )
    #expect(article.paragraphs.count == 6)
    #expect(article.text.string.hasPrefix("Three weeks without milk"))
  }

  @Test("a heading of one whole sentence right below the main heading is the standfirst")
  func standfirstHeading() throws {
    let article = try Cleaning.page(
      "<div><header><h1>Ferry to Ærø sails again</h1><h2>Three weeks without milk are over for the island.</h2></header><div class='article-body'>\(Self.body)</div></div>"
    )
    #expect(article.text.string.hasPrefix("Three weeks without milk"))
  }
}
