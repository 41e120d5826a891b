import DeskTestSupport
import Foundation
import Testing

@testable import Copydesk
@testable import DeskCoding

/// What the program hands to annotation tools comes back as what it found.
@Suite("Annotation outputs") struct AnnotationOutputTests {
  private static let desk = Desk()

  /// Marks over line ends, over characters of two UTF-16 units, stacked, inside of words.
  private static let hard = """
    🌧 Zoë: “It may — perhaps — rain,” she claimed. “And [it|may] not;
    it\\could be a_b\tor 'so-called' *heroic* owners,

    who knows”, said the café’s owner 🌧🌧. Reportedly\u{A0}nobody left.
    """

  private static func marked(_ text: String, id: String) throws -> MarkedArticle {
    let document = Document(
      id: id, content: .rawText(Array(text.utf8)), origin: Origin(input: id))
    return MarkedArticle(try desk.analysis(of: document))
  }

  private static func articles() throws -> [MarkedArticle] {
    let seeds = try Checkout.names(in: "seeds").filter { $0.hasSuffix(".txt") }
    return try seeds.map { try marked(Checkout.text("seeds/\($0)"), id: $0) }
      + [marked(hard, id: "hard.txt"), marked("Nothing here.", id: "none.txt")]
  }

  private static func plain(_ words: String) -> String {
    words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Labels with their words; an interrupted mark as one, or each of its pieces apart.
  private static func told(_ article: MarkedArticle, apart: Bool) -> [String] {
    article.marks.flatMap { mark in
      let label = CodingName.category(mark.label.replacing("/", with: "-"))
      let words = mark.pieces.map { plain(article.article.text[$0]) }
      return apart
        ? words.map { "\(label): \($0)" } : ["\(label): \(words.joined(separator: " "))"]
    }.sorted()
  }

  private static func told(_ coding: Coding) throws -> [String] {
    let text = CodePointText(try #require(coding.text))
    return try (coding.spans ?? []).map { span in
      let words = try span.pieces.map { plain(try #require(text[$0])) }
      let label = CodingName.category(span.category.replacing("/", with: "-"))
      return "\(label): \(words.joined(separator: " "))"
    }.sorted()
  }

  @Test("brat’s files say what was found, and where")
  func brat() throws {
    for article in try Self.articles() {
      let files = BratOutput().files(of: article)
      let file = AnnotationFile(
        path: "copydesk/\(article.article.id).ann", bytes: files[1].bytes,
        textBeside: files[0].bytes)
      let read = try ReadCodings(file)
      #expect(read.rejects.isEmpty)
      let coding = try #require(read.codings.first)
      #expect(coding.text == article.article.text)
      #expect(try Self.told(coding) == Self.told(article, apart: false))
      // The words beside each mark are those at its place.
      let text = CodePointText(article.article.text)
      for span in coding.spans ?? [] where span.pieces.count == 1 {
        #expect(span.words == text[span.pieces[0]])
      }
    }
  }

  @Test("Label Studio’s tasks say what was found, where, and how attributions hang together")
  func labelStudio() throws {
    let articles = try Self.articles()
    let members = articles.flatMap { LabelStudioOutput().files(of: $0).map(\.bytes) }
    let list = Array("[".utf8) + Array(members.joined(separator: Array(",\n".utf8))) + [0x5D]
    let read = try ReadCodings(AnnotationFile(path: "copydesk/tasks.json", bytes: list))
    #expect(read.rejects.isEmpty)
    #expect(read.codings.count == articles.count)
    #expect(read.codings.allSatisfy { $0.coder == "copydesk" })
    for (article, coding) in zip(articles, read.codings) {
      #expect(coding.text == article.article.text)
      #expect(try Self.told(coding) == Self.told(article, apart: true))
    }
    let tasks = try #require(try JSONSerialization.jsonObject(with: Data(list)) as? [[String: Any]])
    for (article, task) in zip(articles, tasks) {
      let predictions = try #require(task["predictions"] as? [[String: Any]])
      let results = try #require(predictions.first?["result"] as? [[String: Any]])
      let ids = Set(results.compactMap { $0["id"] as? String })
      let links = results.filter { $0["type"] as? String == "relation" }
      #expect(links.count == article.links.count)
      for link in links {
        #expect(ids.contains(link["from_id"] as? String ?? ""))
        #expect(ids.contains(link["to_id"] as? String ?? ""))
      }
    }
  }

  @Test("INCEpTION’s files say what was found, token by token")
  func webAnno() throws {
    for article in try Self.articles() {
      let files = WebAnnoOutput().files(of: article)
      let file = AnnotationFile(
        path: "copydesk/\(article.article.id).tsv", bytes: files[0].bytes)
      let read = try ReadCodings(file)
      #expect(read.rejects.isEmpty, "\(read.rejects)")
      let coding = try #require(read.codings.first)
      #expect(try Self.told(coding) == Self.told(article, apart: true), "\(article.article.id)")
    }
  }

  @Test("UIMA CAS JSON says what was found, and how attributions hang together")
  func casJSON() throws {
    for article in try Self.articles() {
      let bytes = CASJSONOutput().files(of: article)[0].bytes
      let read = try ReadCodings(
        AnnotationFile(path: "copydesk/\(article.article.id).json", bytes: bytes))
      #expect(read.rejects.isEmpty, "\(read.rejects)")
      let coding = try #require(read.codings.first)
      #expect(coding.text == article.article.text)
      #expect(coding.coder == "copydesk")
      #expect(try Self.told(coding) == Self.told(article, apart: true), "\(article.article.id)")
      let whole = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
      let all = try #require(whole?["%FEATURE_STRUCTURES"] as? [[String: Any]])
      let types = try #require(whole?["%TYPES"] as? [String: Any])
      #expect(all.dropFirst().allSatisfy { types[$0["%TYPE"] as? String ?? ""] != nil })
      #expect(all.map { $0["%ID"] as? Int } == Array(1...all.count))
      let links = all.filter { $0["%TYPE"] as? String == "custom.Relation" }
      #expect(links.count == article.links.count)
      for link in links {
        for end in ["@Governor", "@Dependent"] {
          let number = try #require(link[end] as? Int)
          #expect(all[number - 1]["%TYPE"] as? String == "custom.Span")
        }
      }
    }
  }

  @Test("every label of the seeds is one that the tool is told of")
  func labels() throws {
    let known = Set(AnnotationLabels(.embedded).all)
    #expect(known.isSuperset(of: ["cue", "source", "content", "hedging/reportative"]))
    for article in try Self.articles() {
      for mark in article.marks { #expect(known.contains(mark.label), "\(mark.label)") }
    }
    let conf = try #require(BratOutput().project(AnnotationLabels(.embedded)))
    let text = String(decoding: conf.bytes, as: UTF8.self)
    #expect(text.contains("\nhedging-reportative\n"))
    #expect(text.contains("named-person"))
  }
}
