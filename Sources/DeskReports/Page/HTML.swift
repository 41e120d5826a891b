/// Words on their way into HTML: whatever an article holds is shown, never run.
package enum HTML {
  /// Safe between tags and inside double quotes.
  package static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: needsCare) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 32)
    for byte in text.utf8 {
      switch byte {
      case 0x26: out += Array("&amp;".utf8)
      case 0x3C: out += Array("&lt;".utf8)
      case 0x3E: out += Array("&gt;".utf8)
      case 0x22: out += Array("&quot;".utf8)
      case 0x27: out += Array("&#39;".utf8)
      // Control characters are not allowed in HTML; a browser would complain.
      case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: out += Array("\u{FFFD}".utf8)
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func needsCare(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27
      || byte == 0x7F
  }
}

extension Output {
  /// Writes words as HTML.
  package mutating func writeEscaped(_ text: String) { write(HTML.escaped(text)) }
}
