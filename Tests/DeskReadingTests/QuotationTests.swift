import DeskReading
import DeskTestSupport
import DeskText
import Testing

@Suite struct QuotationTests {
  @Test(
    "what stands inside quotation marks is found with its marks",
    arguments: [
      "⟦“We won,”⟧ Zoë said.",
      "⟦\"We won,\"⟧ she said, ⟦\"and they lost.\"⟧",
      "⟦''We won,''⟧ he said.",
      "She wore a size 5\" heel and said ⟦“no”⟧.",
      "The ⟦‘caretaker president’⟧ spoke.",
      "He didn’t see the fighters’ families in the ’90s.",
      "It's the '90s; don't ask.",
      "⟦“They called it ‘war’ then,”⟧ he said.",
      "⟦«Нет»⟧, said Иван.",
      "⟦“One. Two.”⟧ Three ⟦“four”⟧.",
      "⟦“It never ends, he said.⟧",
      "⟦“First ⟧⟦“Second”⟧",
      "A stray ” mark.",
      "He was 5'10\" tall.",
      "The word ⟦\"is\"⟧(so) here.",
      "She said kits are ready,⟦\" For example, they fit\"⟧. He said ⟦\"no\"⟧.",
      "He left it at that\". She said ⟦\"no\"⟧.",
    ])
  func found(_ marked: String) {
    let expected = MarkedText(marked)
    let reading = Reading(expected.text)
    let found = reading.quotations.map { reading.words.bytes($0.tokens) }
    let wanted = expected.marked.map { trimmedExtent($0, expected.text) }
    #expect(
      found == wanted, "found \(found.map { expected.text[$0] }) in \(expected.text.string)")
  }

  private func trimmedExtent(_ extent: Extent<Unit.Byte>, _ text: Text) -> Extent<Unit.Byte> {
    var end = extent.end
    while end > extent.start, text.utf8[end - 1] == 0x20 { end -= 1 }
    return Extent(extent.start, end)
  }

  @Test("a quotation over two paragraphs opens twice and closes once")
  func paragraphs() {
    let reading = Reading(Text("“The first paragraph.\n“The second,” Élise said."))
    #expect(reading.quotations.map(\.isClosed) == [false, true])
    #expect(reading.quotations.map(\.paragraph) == [0, 1])
  }

  @Test("words inside marks are counted apart")
  func counts() {
    let reading = Reading(Text("Zoë said “we won it” twice."))
    #expect(reading.wordCount == 6)
    #expect(reading.quotedWordCount == 3)
  }

  @Test("a token finds its quotation and its sentence")
  func lookups() {
    let reading = Reading(Text("He left. She said “no” again."))
    let no = reading.words.tokens.indices.first { reading.words.string($0) == "no" }
    #expect(no.flatMap { reading.quotation(ofToken: $0) } != nil)
    #expect(reading.quotation(ofToken: 0) == nil)
    #expect(no.map { reading.sentenceNumber(ofToken: $0) } == 1)
  }
}
