import DeskText
import Testing

@testable import DeskCleaning

@Suite("Language")
struct LanguageTests {
  private static let english =
    "The council said on Monday that the river had risen again, and that people in the old town should stay at home until the water is gone from the streets. Nobody was hurt, but two bridges are closed, and it is not known when they will open again."
  private static let german =
    "Der Rat teilte am Montag mit, dass der Fluss wieder gestiegen ist und die Menschen in der Altstadt zu Hause bleiben sollen, bis das Wasser von den Straßen verschwunden ist. Niemand wurde verletzt, aber zwei Brücken sind gesperrt, und es ist nicht bekannt, wann sie öffnen."
  private static let french =
    "Le conseil a dit lundi que la rivière est montée et que les habitants de la vieille ville doivent rester chez eux jusqu’à ce que l’eau ait quitté les rues. Personne n’a été blessé, mais deux ponts sont fermés et on ne sait pas quand ils seront ouverts."
  private static let russian =
    "Совет сообщил в понедельник, что река снова поднялась, и жители старого города должны оставаться дома, пока вода не уйдет с улиц. Никто не пострадал."

  private func language(_ text: String, declared: String? = nil) -> String? {
    Cleaning.cleaner.languages.language(of: Array(text.utf8), declared: declared)
  }

  @Test(
    "a text is in the language of its words, whatever is declared",
    arguments: [
      (english, nil, "en"), (english, "de", "en"), (english, "en-GB", "en-GB"),
      (german, "en", "de"), (german, "de-AT", "de-AT"), (french, nil, "fr"),
      (russian, "en", "und"), (russian, "ru", "ru"),
    ] as [(String, String?, String)])
  func judged(_ text: String, _ declared: String?, _ expected: String) {
    #expect(language(text, declared: declared) == expected)
  }

  @Test("a short text counts as what is declared, or as unknown")
  func short() {
    #expect(language("Es regnet.") == nil)
    #expect(language("Es regnet.", declared: "en") == "en")
    #expect(language("", declared: nil) == nil)
  }

  @Test("names and quotations in another language leave an English text English")
  func mixed() {
    let names =
      "São Paulo, Zürich, La Paz de la Sierra, Der Spiegel, Le Monde, El País, die Linke. "
    #expect(language(names + Self.english, declared: "fr") == "en")
  }

  @Test("what is not known to be in another language counts as English")
  func unknown() throws {
    #expect(try Cleaning.text(Self.english).isEnglish)
    #expect(try !Cleaning.text(Self.german).isEnglish)
    #expect(try Cleaning.text("Niemand weiß es.").isEnglish)
  }
}
