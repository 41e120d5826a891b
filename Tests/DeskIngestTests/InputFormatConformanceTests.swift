import DeskIngest
import DeskText
import Foundation
import Testing

/// What every input format keeps to, run on all of them.
@Suite struct InputFormatConformanceTests {
  static let samples: [String: String] = [
    "NDJSON": "{\"id\":\"ä\",\"text\":\"Zo\\u00eb\",\"x\":[1,{\"y\":null}]}\n{\"text\":\"b\"}\n",
    "CSV": "\u{FEFF}sep=;\r\nid;text;x\r\n1;\"Zoë; \"\"a\"\"\r\nb\";é\r\n2;c;\r\n",
    "TSV": "id\ttext\n1\tZoë\n2\t\"a\n\"\"b\"\"\"\n",
    "WARC": WARCFormatTests.sample,
    "HTML": "<!DOCTYPE html><title>é</title><p>Zoë left.</p>",
    "Markdown": "---\ntitle: Où?\n---\n# Où?\n\nZoë *left*.\n",
    "text": "Où?\n\nZoë left.\n",
  ]

  @Test("every format has a sample here")
  func complete() {
    #expect(Set(inputFormats.map { $0.name }) == Set(Self.samples.keys))
    let extensions = inputFormats.flatMap { $0.fileExtensions }
    #expect(Set(extensions).count == extensions.count)
  }

  @Test("a whole sample is read without a reject", arguments: samples.keys.sorted())
  func whole(_ name: String) throws {
    let type = try #require(inputFormats.first { $0.name == name })
    let lines = read(type, Self.samples[name] ?? "")
    #expect(lines.count == (type.holdsMany ? 2 : 1))
    #expect(!lines.contains { $0.hasPrefix("!") }, "\(lines)")
  }

  @Test(
    "input cut at any byte gives what is whole and at most one reject",
    arguments: samples.keys.sorted())
  func cut(_ name: String) throws {
    let type = try #require(inputFormats.first { $0.name == name })
    let bytes = Array((Self.samples[name] ?? "").utf8)
    for end in 0..<bytes.count {
      let lines = read(type, Array(bytes[..<end]))
      #expect(lines.count <= (type.holdsMany ? 3 : 1), "cut at \(end): \(lines)")
    }
  }

  @Test("any bytes at all end without a crash", arguments: samples.keys.sorted())
  func noise(_ name: String) throws {
    let type = try #require(inputFormats.first { $0.name == name })
    var seed: UInt64 = 2_463_534_242
    for _ in 0..<200 {
      var bytes = Array((Self.samples[name] ?? "").utf8)
      for _ in 0..<6 {
        seed ^= seed << 13
        seed ^= seed >> 7
        seed ^= seed << 17
        bytes[Int(seed % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: seed >> 32)
      }
      _ = read(type, bytes)
    }
  }

  @Test(
    "records over the edges of what is read at once are the same as in memory",
    arguments: [
      "csv", "ndjson",
    ])
  func pieces(_ ending: String) throws {
    let scratch = try Scratch()
    var text = ending == "csv" ? "id,text\n" : ""
    for number in 0..<3_000 {
      let words = String(repeating: "Zoë ", count: number % 97 + 1)
      text +=
        ending == "csv"
        ? "\(number),\"\(words)\n\"\"é\"\"\"\r\n" : "{\"id\":\(number),\"text\":\"\(words)\\n\"}\n"
    }
    let path = try scratch.write("long.\(ending)", text)
    let type = try #require(inputFormat(ofFile: path))
    let expected = read(type, text)
    #expect(expected.count == 3_000)
    #expect(read([path]) == expected)
    #expect(read([try scratch.gzip(path)]) == expected)
  }
}
