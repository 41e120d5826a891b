import DeskReading
import DeskText
import Foundation
import Testing

@Suite struct SentenceTests {
  static let cases: [String] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "sentences.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }()

  @Test("there are cases")
  func present() { #expect(Self.cases.count > 20) }

  @Test("sentences end where a reader ends them", arguments: cases)
  func splits(_ marked: String) {
    let text = Text(marked.replacing(" ÷ ", with: " "))
    let reading = Reading(text)
    let found = reading.sentences.map { text[$0.bytes] }.joined(separator: " ÷ ")
    #expect(found == marked)
  }

  @Test("sentences never cross a line, and cover every token")
  func paragraphs() {
    let text = Text("A headline without a stop\nThe text goes on.\n\nÜber alles “sprach\nman.”")
    let reading = Reading(text)
    #expect(reading.paragraphs.count == 4)
    #expect(reading.sentences.map(\.paragraph) == [0, 1, 2, 3])
    #expect(reading.sentences.reduce(0) { $0 + $1.tokens.count } == reading.words.tokens.count)
  }

  @Test("a text without a word has no sentence", arguments: ["", " \n\t", "\u{FEFF}"])
  func empty(_ string: String) {
    let reading = Reading(Text(string))
    #expect(reading.sentences.isEmpty)
    #expect(reading.wordCount == 0)
  }

  @Test("what never stops is cut, and nothing of it is lost")
  func endless() {
    let text = Text("Zoë left. " + String(repeating: "she said ", count: 2_000))
    let reading = Reading(text)
    #expect(reading.sentences.allSatisfy { $0.tokens.count <= 512 })
    #expect(reading.sentences.count > 7)
    #expect(reading.sentences.map(\.tokens.count).reduce(0, +) == reading.words.tokens.count)
  }
}
