import Copydesk

/// What every reading and its findings keep to, whatever text they were made of.
enum ReadingPromises {
  static func faults(in analysis: Analysis, _ reading: Reading) -> [String] {
    var faults: [String] = []
    func demand(_ isKept: Bool, _ fault: @autoclosure () -> String) {
      if !isKept { faults.append(fault()) }
    }

    let text = reading.text
    let tokens = reading.words.tokens
    var end = 0
    for token in tokens {
      demand(token.start >= end && token.end > token.start, "tokens overlap or are empty")
      demand(isCut(text, token.start) && isCut(text, token.end), "a token cuts a character")
      end = token.end
    }
    demand(end <= text.count, "a token lies outside of the text")
    var next = 0
    for sentence in reading.sentences {
      demand(sentence.tokens.start == next, "sentences leave tokens out")
      next = sentence.tokens.end
    }
    demand(next == tokens.count, "sentences leave tokens out at the end")
    for quotation in reading.quotations {
      demand(quotation.tokens.contains(quotation.inner), "a quotation outside of its marks")
    }
    var last: Extent<Unit.Byte>?
    let codePoints = CodePoints(of: text)
    for finding in analysis.findings {
      demand(text.all.contains(finding.extent), "a finding lies outside of the text")
      demand(!finding.extent.isEmpty, "an empty finding")
      demand(
        isCut(text, finding.extent.start) && isCut(text, finding.extent.end),
        "a finding cuts a character")
      demand(last.map { $0 <= finding.extent } ?? true, "findings are not sorted")
      demand(reading.sentences.indices.contains(finding.sentence), "a finding without a sentence")
      for piece in finding.parts.flatMap(\.pieces) {
        demand(finding.extent.contains(piece), "a part lies outside of its finding")
      }
      let shown = codePoints.extent(finding.extent)
      demand(
        shown.count == text[finding.extent].unicodeScalars.count,
        "code points and bytes of a finding differ")
      last = finding.extent
    }
    return faults
  }

  /// Whether a byte position stands between two characters.
  private static func isCut(_ text: Text, _ byte: Int) -> Bool {
    byte >= text.count || text.utf8[byte] & 0xC0 != 0x80
  }
}
