import DeskAnalysis
@testable import DeskComparison
import DeskLexicons
import DeskReading
import DeskText
import Testing

/// Numbers in sentences: what they count, when they differ, and when they are one fact.
@Suite("Figures of facts")
struct FactFiguresTests {
  /// The quantities of a sentence, and the words that are said of them.
  private func quantities(_ sentence: String) -> [Quantity] {
    FactArticle.made("a", sentence).sentences.first?.quantities ?? []
  }

  private func stem(_ word: String) -> UInt32 {
    Folding.hash(folded: Stem.stem(Array(word.utf8)))
  }

  @Test("what is said of a number stands before it or after an auxiliary")
  func said() {
    let active = quantities(
      "The rebels claimed to have killed as many as 30 soldiers and captured nearly two dozen more."
    )
    #expect(active.map(\.written) == ["30", "two dozen"])
    #expect(active.map(\.said) == [[stem("killed")], [stem("captured")]])
    #expect(active.map(\.noun) == ["soldiers", "soldiers"])
    let passive = quantities("They said at least 15 young soldiers were badly wounded near Lemm.")
    #expect(passive.map(\.said) == [[stem("wounded")]])
    #expect(passive.map(\.noun) == ["young"])
    let place = quantities("Schools stay closed in three districts north of the river Zelna.")
    #expect(place.map(\.said) == [[]])
    #expect(place.map(\.noun) == ["districts"])
  }

  @Test("a number counts what the one before it counts where nothing stands after it")
  func elided() {
    let told = quantities("The rebels captured 20 soldiers and killed 30 in the province of Lemm.")
    #expect(told.map(\.noun) == ["soldiers", "soldiers"])
    #expect(told.map(\.said) == [[stem("captured")], [stem("killed")]])
    #expect(quantities("The price of bread rose to 30 in the markets of Lemm.").isEmpty)
  }

  private func figures(_ first: String, _ second: String) -> [[String]] {
    let quantities = [first, second].enumerated().map { ($0, self.quantities($1)) }
    return Contradictions.find(in: quantities.map { (article: $0.0, quantities: $0.1) })
      .map { $0.figures.map(\.written) }
  }

  @Test("only numbers of the same thing differ: the killed from the killed")
  func contradictions() {
    let killed = "The rebels killed 30 soldiers and captured 20 others near Lemm on Monday."
    #expect(
      figures(killed, "At least 15 soldiers were killed near Lemm on Monday.") == [["30", "15"]])
    #expect(
      figures(killed, "The rebels captured 30 soldiers near Lemm on Monday.") == [["20", "30"]])
    #expect(figures(killed, "The rebels captured 20 soldiers near Lemm on Monday.").isEmpty)
    #expect(figures(killed, "The rebels wounded 15 soldiers near Lemm on Monday.").isEmpty)
    #expect(figures(killed, "The rebels killed 15 horses near Lemm on Monday.").isEmpty)
  }

  @Test("a number that is not meant exactly agrees with one near it")
  func inexact() {
    let exact = "The rebels captured 20 soldiers near Lemm on Monday."
    #expect(figures(exact, "The rebels captured nearly two dozen soldiers near Lemm.").isEmpty)
    #expect(
      figures(exact, "The rebels captured 24 soldiers near Lemm on Monday.") == [["20", "24"]])
    #expect(figures(exact, "The rebels captured about 40 soldiers near Lemm.") == [["20", "40"]])
    #expect(
      figures(
        "The rebels captured 30 soldiers near Lemm.", "The rebels captured dozens of soldiers."
      )
      .isEmpty)
  }

  private var told: [FactArticle] {
    [
      FactArticle.made(
        "Herald",
        "The river Zelna froze early this year. Trains to Dorrin stopped for hours. Rebel commanders"
          + " claimed to have killed as many as 30 soldiers and captured nearly two dozen more."),
      FactArticle.made(
        "Courier",
        "Bakers in Dorrin are on strike over wages. Buses were late again on Tuesday. Captain Oren Vask"
          + " said that the rebels killed 30 soldiers and took 20 prisoner, claims that could not be"
          + " independently verified."),
      FactArticle.made(
        "Gazette",
        "The harvest of last year was poor. According to local officials, the rebels captured 20"
          + " soldiers and killed 30 near Lemm."),
      FactArticle.made(
        "Echo",
        "Rebels have reportedly retaken the old fort above Lemm and killed dozens of soldiers as winter"
          + " nears. Żaneta’s bakery gave out bread."),
      FactArticle.made(
        "Post", "The price of bread rose again in Łódź. Bakers blame the harvest of last year."),
    ]
  }

  @Test("a figure that several tell is one fact, whatever else their sentences say")
  func oneFigure() throws {
    let facts = Facts().facts(of: told)
    let telling = facts.filter { fact in fact.tellings.contains { $0.text.contains("killed") } }
    let fact = try #require(telling.first)
    #expect(telling.count == 1)
    #expect(fact.tellings.map(\.article.id) == ["Herald", "Courier", "Gazette", "Echo"])
    #expect(
      fact.tellings.map(\.stance) == [.attributedUnnamed, .unverified, .attributedUnnamed, .hedged])
    #expect(fact.leftOut.map(\.id) == ["Post"])
    #expect(fact.contradictions.isEmpty)
  }

  @Test("two sentences stand together in one fact at most")
  func oncePerPair() {
    var seen = Set<Set<String>>()
    for fact in Facts().facts(of: told) {
      let places = fact.tellings.map { "\($0.article.id):\($0.extent.start)" }
      for (number, one) in places.enumerated() {
        for other in places[..<number] {
          #expect(seen.insert([one, other]).inserted, "\(one) and \(other) stand in two facts")
        }
      }
    }
    #expect(!seen.isEmpty)
  }
}
