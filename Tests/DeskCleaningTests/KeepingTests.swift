import DeskText
import Testing

/// What stays in an article although its markup or words look like furniture, and what goes.
@Suite struct KeepingTests {
  private static let opening = """
    <p>The dam at Älvdalen held through the night, the operator said, although the water stood higher than ever before.</p>
    """
  private static let ending = """
    <p>Some 300 people had left their homes. Most were allowed back on Thursday, when the rain had stopped.</p>
    """

  private func paragraphs(around piece: String) throws -> [String] {
    try Cleaning.page(
      "<body><article><h1>The dam of Älvdalen holds</h1>\(Self.opening)\(piece)\(Self.ending)</article></body>"
    ).paragraphStrings
  }

  @Test(
    "posts that an article quotes stay, sharing buttons go",
    arguments: [
      """
      <blockquote class="twitter-tweet"><p>The water is still rising at Särna.</p>— Zoë (@zoe) May 2</blockquote>
      """,
      """
      <div class="social-embed"><blockquote><p>The water is still rising at Särna.</p></blockquote></div>
      <div class="social"><a href="/f">Facebook</a> <a href="/m">Mail</a></div>
      """,
    ])
  func posts(_ piece: String) throws {
    let kept = try paragraphs(around: piece)
    #expect(kept.contains("The water is still rising at Särna."))
    #expect(!kept.contains { $0.contains("Facebook") })
  }

  @Test(
    "a label that a page hides within a line is left out and accounted for",
    arguments: [
      "hidden", #"style="display: none""#,
      #"style="border:0;clip:rect(0 0 0 0);height:1px;position:absolute""#,
    ])
  func hiddenLabels(_ how: String) throws {
    let article = try Cleaning.page(
      """
      <body><article><h1>The dam of Älvdalen holds</h1>\(Self.opening)
      <p>The report of <a href="/r">Vattenkraft<span \(how)>, opens new tab</span></a> says that two gates stood open <span style="color:red">all night</span>.</p>
      \(Self.ending)</article></body>
      """)
    #expect(
      article.paragraphStrings.contains(
        "The report of Vattenkraft says that two gates stood open all night."))
    #expect(article.removals.contains { $0.rule == "hidden-element" && $0.reason == "hidden" })
  }

  @Test("a caption within a line is cut off the paragraph that goes on behind it")
  func captionWithinLine() throws {
    let kept = try paragraphs(
      around: """
        <p><span class="image"><img src="d.jpg"><span class="caption">© Åsa Ek/TT</span></span> The \
        engineers of Särna walked along the crest before dawn and found no crack.</p>
        """)
    #expect(
      kept.contains(
        "The engineers of Särna walked along the crest before dawn and found no crack."))
  }

  @Test("what was cut off a paragraph is accounted for as a caption")
  func cutCaption() throws {
    let article = try Cleaning.page(
      """
      <body><article><h1>The dam of Älvdalen holds</h1>\(Self.opening)
      <p><span class="caption">© Åsa Ek/TT</span> The engineers walked along the crest before dawn \
      and found no crack.</p>\(Self.ending)</article></body>
      """)
    #expect(article.removals.contains { $0.text == "© Åsa Ek/TT" && $0.reason == "caption" })
  }

  @Test("a card of links that a script shows over a name is no part of the sentence")
  func cardWithinLine() throws {
    let kept = try paragraphs(
      around: """
        <p>The minister, <span class="person"><a href="/ek">Åsa Ek</a><span class="box"><img src="ek.jpg">\
        <a href="/ek">Åsa Ek</a> <a href="/1">Ek wants taller dams</a></span></span>, praised the \
        engineers and promised to pay for a second wall by the spring.</p>
        """)
    #expect(
      kept.contains(
        "The minister, Åsa Ek, praised the engineers and promised to pay for a second wall by the spring."
      ))
  }

  @Test("the first row of an article that pictures cut into rows stays")
  func rows() throws {
    func row(_ texts: [String]) -> String {
      let paragraphs = texts.map { "<div class=\"text\"><p>\($0)</p></div>" }.joined()
      return "<section class=\"row\"><div class=\"column\">\(paragraphs)</div></section>"
    }
    let first = "The dam at Älvdalen held through the night, the operator said on Thursday morning."
    let rest = (1...12).map {
      "On day \($0) the water stood higher than ever before, and the engineers of Särna went to look at "
        + "each of the gates once an hour until the rain had stopped and the river fell again."
    }
    let article = try Cleaning.page(
      "<body><main><h2>The dam of Älvdalen holds</h2>\(row([first]))<section><img src=\"d.jpg\"></section>"
        + "\(row(rest))</main></body>")
    #expect(article.paragraphStrings.first == first)
    #expect(article.paragraphs.count == 13)
  }

  @Test("a teaser without a link is the article's own, one with a link is not")
  func teasers() throws {
    let own =
      "The water stood higher than ever before, and still the old wall of the dam did not move."
    let other = "The mayor of Särna says that nobody had told her about the gates that stood open."
    let kept = try paragraphs(
      around: """
        <p class="teaser">\(own)</p>
        <div class="teaser"><a href="/mayor"><h4>Mayor was not told</h4></a><p>\(other)</p></div>
        """)
    #expect(kept.contains(own))
    #expect(!kept.contains(other))
  }

  @Test("a figure's table stays, its caption goes")
  func figures() throws {
    let kept = try paragraphs(
      around: """
        <figure><table><tr><td>River gauge at</td><td>Flow in the night</td></tr>
        <tr><td>Särna</td><td>412 cubic metres</td></tr>
        <tr><td>Älvdalen</td><td>530 cubic metres</td></tr></table>
        <figcaption>Photo: Åsa Ek</figcaption></figure>
        <figure><img src="dam.jpg" alt=""><figcaption>The dam on Wednesday night</figcaption></figure>
        """)
    #expect(kept.contains { $0.contains("412 cubic metres") })
    #expect(!kept.contains { $0.contains("Åsa Ek") || $0.contains("Wednesday night") })
  }

  @Test("classes of page builders and of sportspeople say nothing about the body")
  func classes() throws {
    let kept = try paragraphs(
      around: """
        <div class="cmp-text"><p>The operator, Ørsted Kraft, opened two more gates at noon.</p></div>
        <table><tr class="player"><td>1 Jürgen Öz</td><td>5035 points</td></tr></table>
        """)
    #expect(kept.contains { $0.contains("opened two more gates") })
    #expect(kept.contains { $0.contains("Jürgen Öz") })
  }

  @Test(
    "lines that no news is in go",
    arguments: [
      "In this Dec. 12, 2006, file photo, made available by the navy, Zoë Öz waves.",
      "17 hours ago Shopping", "MORE ABOUT", "Pictured from left, Åsa Ek and Zoë Öz.",
      "We apologize, but this video has failed to load.", "• Email: zoe@example.org",
      "Follow our full coverage of the flood at example.org",
      "Reach the reporters on Twitter at @zoe and @asa",
    ])
  func furniture(_ line: String) throws {
    #expect(try !paragraphs(around: "<p>\(line)</p>").contains(line))
  }
}
