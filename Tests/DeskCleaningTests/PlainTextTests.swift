import DeskCleaning
import DeskIngest
import DeskText
import Foundation
import Testing

@Suite struct PlainTextTests {
  /// Two paragraphs of running text, for what stands around them.
  static let body = """
    The harbour of Tromsø stayed closed on Monday after a tanker had lost its anchor, the port said, and dozens of ships waited outside.

    Divers were to look for the anchor as soon as the wind allowed it. “It may take days,” said Kari Næss, who runs the port.
    """

  static let paragraphs = body.split(separator: "\n\n").map(String.init)

  @Test("a line broken at a link goes on in the next")
  func joins() throws {
    let article = try Cleaning.text(
      """
      Harbour closed
      The harbour of Tromsø stayed closed on Monday after a tanker, the
      Ørnen
      , had lost its anchor. On Twitter, sailors
      posted pictures and
      films from the bay. The port, which
      is the largest of the north, said nothing about the cause of the accident.
      """, title: "Harbour closed")
    #expect(
      article.paragraphStrings == [
        "The harbour of Tromsø stayed closed on Monday after a tanker, the Ørnen, had lost its anchor. On Twitter, sailors posted pictures and films from the bay. The port, which is the largest of the north, said nothing about the cause of the accident."
      ])
  }

  @Test("lines wrapped at one width are unwrapped, and mail's marks taken off")
  func unwraps() throws {
    let article = try Cleaning.text(
      """
      > The harbour of Tromsø stayed closed on Monday after a tanker
      > had lost its anchor, the port said, and dozens of ships had
      > to wait outside until the evening.
      >
      > Divers were to look for the anchor as soon as the wind would
      > allow it. The port's director said that it might take days,
      > and that nobody had been hurt.
      """, title: "Harbour")
    #expect(article.paragraphs.count == 2)
    #expect(article.text.string.contains("ships had to wait outside"))
  }

  @Test(
    "furniture around the text goes",
    arguments: [
      "Share this article", "By Åse Lund", "2.4k", "Saturday, December 4",
      "Read more: Storm in Bodø",
      "Yesterday at 7:25 p.m. EDT", "https://example.org/a/b", "Åse Lund/AFP, Jo Berg/Getty Images",
      "The port of Tromsø on Sunday. (Åse Lund/AFP/Getty Images)", "Harbour of Tromsø closed",
      "* * *",
      "Sign up for our weekly newsletter", "Follow us on Instagram",
    ])
  func furniture(_ line: String) throws {
    let article = try Cleaning.text("Harbour of Tromsø closed\n\n\(line)\n\n\(Self.body)")
    #expect(article.paragraphStrings == Self.paragraphs)
    #expect(article.removals.contains { $0.text == line && !$0.reason.isEmpty && $0.line == 3 })
  }

  @Test(
    "body text that only resembles furniture stays",
    arguments: [
      "The minister read more of the letter aloud on Sunday, and then left the room.",
      "By Monday, the port had counted forty ships, more than ever before, Næss said.",
      "“Follow us,” the pilot told them, according to a sailor of the Ørnen.",
      "He published the report on 4 December 2019, a week before the vote in the Storting.",
      "Subscribe or be silent, the editor once wrote about the paper’s critics in Tromsø.",
    ])
  func bodyStays(_ line: String) throws {
    let article = try Cleaning.text("Harbour of Tromsø closed\n\n\(Self.body)\n\n\(line)")
    #expect(article.paragraphStrings.last == line)
  }

  @Test(
    "a date is taken as stated and never made up",
    arguments: [
      ("Saturday, December 4", nil), ("Yesterday at 7:25 p.m.", nil), ("Dec 2019", nil),
      ("Global Courier, August 25, 2021", "2021-08-25"), ("Published 3rd March 2020", "2020-03-03"),
      ("Updated: 2020-02-29", "2020-02-29"), ("31 February 2020", nil),
    ] as [(String, String?)])
  func dates(_ line: String, _ date: String?) throws {
    let article = try Cleaning.text("Harbour of Tromsø closed\n\n\(line)\n\n\(Self.body)")
    #expect(article.date == date)
  }

  @Test(
    "persons stand apart, without By and roles",
    arguments: [
      ("By Åse Lund and Tom O’Brien", ["Åse Lund", "Tom O’Brien"]),
      ("By ÅSE LUND", ["ÅSE LUND"]),
      ("Written by J. R. Berg, Chief Correspondent", ["J. R. Berg"]),
      ("By Ana de la Cruz in Madrid", ["Ana de la Cruz"]),
    ])
  func bylines(_ line: String, _ names: [String]) throws {
    let article = try Cleaning.text("Harbour of Tromsø closed\n\n\(line)\n\n\(Self.body)")
    #expect(article.byline == names)
  }

  @Test("Markdown's marks go, other brackets stay")
  func markdown() throws {
    let article = try Cleaning.text(
      """
      # Harbour of [Tromsø](https://example.org) closed

      The **harbour** stayed closed on *Monday*, the [port](http://example.org/p) said. “We [the pilots] wait,” one of them wrote.

      ## What next

      - The tanker Ørnen is towed to Bodø on Friday morning.

      > Nobody was hurt, and nothing was spilt, the port’s director wrote to the owners.
      """)
    #expect(article.title == "Harbour of Tromsø closed")
    #expect(
      article.paragraphStrings.first
        == "The harbour stayed closed on Monday, the port said. “We [the pilots] wait,” one of them wrote."
    )
    #expect(article.paragraphs.map(\.kind) == [.paragraph, .heading, .listItem, .quotation])
  }

  @Test("a box of questions and answers is no part of the story")
  func explainer() throws {
    let box = """
      Understand the Strait

      What is the strait? It is the water between the island of Kvaløya and the mainland, and all ships pass it.

      Who owns the tanker? A company in Malmö has owned it since 2004, and has sold two sister ships.

      Why does it matter? Half of the north’s fuel comes by sea, and there is no railway beyond Narvik.
      """
    let more =
      "The mayor of Tromsø, who was in Oslo on Monday, asked for patience and said that fuel would last until Friday."
    let article = try Cleaning.text(
      "Harbour closed for days\n\n\(Self.body)\n\n\(more)\n\n\(box)\n\n\(more) Twice.")
    #expect(article.paragraphStrings == Self.paragraphs + [more, more + " Twice."])
  }

  @Test("raw text stays as it is, with its lines as paragraphs")
  func raw() throws {
    let text = "By Åse\n\n  Share this!\r\nEnd"
    let article = try Cleaning.cleaner.article(
      from: Document(
        id: "r", content: .rawText(Array(text.utf8)), origin: Origin(input: "r.txt")))
    #expect(article.text.string == text)
    #expect(article.paragraphs.count == 3)
    #expect(article.removals.isEmpty)
  }

  @Test("the seeds keep their text and lose their furniture")
  func seeds() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "seeds")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter {
      $0.hasSuffix(".txt")
    }.sorted()
    let articles = try names.map {
      try Cleaning.text(String(contentsOf: folder.appending(path: $0), encoding: .utf8))
    }
    #expect(articles.map(\.paragraphs.count) == [20, 34, 15, 32, 14])
    #expect(articles.map(\.date) == [nil, nil, nil, nil, "2021-08-24"])
    #expect(articles[1].byline == ["Ezzatullah Mehrdad", "Sudarsan Raghavan"])
    #expect(articles[1].outlet == "The Washington Post")
    #expect(articles[4].title == "Video: Taliban Rule Faces Its First Challenges")
  }
}
