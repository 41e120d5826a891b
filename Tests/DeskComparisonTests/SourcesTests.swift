import DeskAnalysis
import DeskText
import Testing

@testable import DeskComparison

@Suite("Sources and labels")
struct SourcesTests {
  static let text =
    "Zoë Ødegård said the bridge was gone. Later Ødegård claimed that it would rise again. "
    + "Officials said nothing. Reportedly it rained."

  static let analysis = Made.analysis("a", outlet: "Äther", text: text) { text in
    [
      Made.attribution(
        source: "Zoë Ødegård", cue: "said", content: "the bridge was gone", type: "named-person",
        details: [
          Detail(name: "source_id", value: "s1"), Detail(name: "source_head", value: "Ødegård"),
        ], in: text),
      Made.attribution(
        source: "Later Ødegård", cue: "claimed", content: "that it would rise again",
        type: "named-person", form: "direct",
        details: [
          Detail(name: "stance", value: "doubting"), Detail(name: "source_id", value: "s1"),
          Detail(name: "entity", value: "Zoë Ødegård"),
        ], in: text),
      Made.attribution(
        source: "Officials", cue: "said nothing", content: "nothing", type: "unnamed-official",
        details: [
          Detail(name: "second_hand", value: "true"), Detail(name: "source_id", value: "s2"),
        ], in: text),
      Made.attribution(
        source: nil, cue: "Reportedly", content: "it rained", type: nil, in: text),
    ]
  }

  @Test("variants of a name are one source, in the order of first speaking")
  func joined() {
    let sources = ArticleSource.all(in: Self.analysis)
    #expect(sources.map(\.name) == ["Zoë Ødegård", "Officials"])
    #expect(sources[0].attributions == 2)
    #expect(sources[0].quotations == 1)
    #expect(sources[0].words == 4 + 5)
    #expect(sources[0].cues == ["said", "claimed"])
    #expect(sources[0].id == "s1")
    #expect(sources[0].head == "Ødegård")
    #expect(sources[0].stances == ["neutral": 1, "doubting": 1])
    #expect(sources[0].firstPosition == 0)
    #expect(sources[1].secondHand == 1)
  }

  @Test("nobody is no source, unless asked for, and then everything adds up")
  func nobody() {
    let sources = ArticleSource.all(in: Self.analysis, includingNobody: true)
    #expect(sources.map(\.type) == [.namedPerson, .unnamedOfficial, .nobody])
    #expect(sources.reduce(0) { $0 + $1.attributions } == 4)
  }

  @Test("counts of an article: types add up to attributions, shared words count once")
  func counts() {
    let counts = ArticleCounts(Self.analysis)
    #expect(counts["attributions"] == 4)
    #expect(counts["sources"] == 2)
    let types = SourceType.allCases.reduce(0) { $0 + counts["source_" + $1.columnName] }
    #expect(types == 4)
    #expect(counts["direct_quotations"] == 1)
    #expect(counts["second_hand"] == 1)
    #expect(counts["doubting_cues"] == 1)
    // Two attributions to one source, one to another: 9 / (4 + 1).
    #expect(counts["effective_sources"] == 1800)
    #expect(counts.denominator(.articleThousandths) == 1)
    #expect(counts["attributed_words"] == 4 + 5 + 1 + 2)
  }

  @Test("a source that is left open is cited, but is no source of its own")
  func open() {
    let analysis = Made.analysis("a", outlet: "Äther", text: "He said it rained.") { text in
      [
        Made.attribution(
          source: "He", cue: "said", content: "it rained", type: "named-person",
          details: [Detail(name: "source_open", value: "true")], in: text)
      ]
    }
    #expect(ArticleSource.all(in: analysis).map(\.isOpen) == [true])
    let counts = ArticleCounts(analysis)
    #expect(counts["sources"] == 0)
    #expect(counts["open_sources"] == 1)
    #expect(counts.denominator(.articleThousandths) == 0)
  }

  @Test("cues by source type are shares of the attributions to that type")
  func byType() throws {
    var comparison = Comparison()
    comparison.add(Self.analysis)
    let outlet = try #require(comparison.results().outlets.first)
    let doubting = outlet.categories.filter { $0.measure.name == "doubting_cues" }
    let people = try #require(doubting.first { $0.category == "named_person" })
    #expect(people.count == 1)
    #expect(people.denominator == 2)
    let officials = try #require(doubting.first { $0.category == "unnamed_official" })
    #expect(officials.count == 0)
    #expect(officials.denominator == 1)
    #expect(!doubting.contains { $0.category == "document" })
  }

  @Test("the lead is the first paragraph of whole sentences, a headline before it included")
  func lead() {
    let text = "Bridge gone, Ek says\n" + Self.text + "\nMaja Ek said it would rise again one day."
    let analysis = Made.analysis("a", outlet: "Äther", text: text) { text in
      [
        Made.attribution(
          source: "Ek", cue: "says", content: "Bridge gone", type: "named-person", in: text),
        Made.attribution(
          source: "Zoë Ødegård", cue: "said", content: "the bridge was gone", type: "named-person",
          in: text),
        Made.attribution(
          source: "Maja Ek", cue: "said it", content: "would rise again one day.",
          type: "named-person", in: text),
      ]
    }
    let counts = ArticleCounts(analysis)
    #expect(counts["lead_attributions"] == 2)
    #expect(counts["first_third_attributions"] == 2)
  }

  @Test("own voice and quoted are told apart; scare quotes are the outlet's own")
  func voices() {
    let analysis = Made.analysis(
      "a", outlet: "Äther", text: "The naïve “peace” was “a brutal farce,” she said."
    ) { text in
      [
        Made.finding("loaded", "naïve", in: text, category: "evaluation"),
        Made.finding("loaded", "peace", in: text, category: "scare_quote", isInQuote: true),
        Made.finding("loaded", "brutal", in: text, category: "emotive", isInQuote: true),
      ]
    }
    let counts = ArticleCounts(analysis)
    #expect(counts["loaded_own"] == 2)
    #expect(counts["loaded_quoted"] == 1)
    #expect(counts.denominator(.ownWords) + counts.denominator(.quotedWords) == counts.words)
  }

  @Test("labels are counted by outlet, actor and word, with sentences that show them")
  func labels() {
    var comparison = Comparison()
    for id in ["a", "b"] {
      comparison.add(
        Made.analysis(id, outlet: "Äther", text: "Anti-Žižka Rebels met rebels of Žižka.") { text in
          [
            Made.finding(
              "labels", "Rebels", in: text, category: "armed",
              details: [Detail(name: "actor", value: "Anti-Žižka")]),
            Made.finding(
              "labels", "rebels", in: text, category: "armed",
              details: [Detail(name: "actor", value: "anti-Žižka")]),
          ]
        })
    }
    let labels = comparison.results().labels
    #expect(labels.count == 1)
    #expect(labels.first?.actor == "anti-Žižka")
    #expect(labels.first?.label == "rebels")
    #expect(labels.first?.count == 4)
    #expect(labels.first?.articles == 2)
    #expect(labels.first?.examples.first?.sentence == "Anti-Žižka Rebels met rebels of Žižka.")
  }
}
