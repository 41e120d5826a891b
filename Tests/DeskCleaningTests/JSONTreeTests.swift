import Testing

@testable import DeskCleaning

@Suite struct JSONTreeTests {
  private func tree(_ text: String) -> JSONTree? { JSONTree(Array(text.utf8)[...]) }

  @Test("values are found by their keys, the last of a key")
  func keys() throws {
    let root = try #require(
      tree(#" {"a": {"b": ["x", 2, null, "y"]}, "a\u0062": "z", "c":"1","c":"2"} "#)
    )
    .root
    #expect(root["a"]?["b"]?.list?.compactMap(\.string) == ["x", "y"])
    #expect(root["a"]?["b"]?.list?.count == 4)
    #expect(root["ab"]?.string == "z")
    #expect(root["c"]?.string == "2")
    #expect(root["b"] == nil && root["a"]?.string == nil && root["a"]?.list == nil)
  }

  @Test(
    "escapes are resolved",
    arguments: [
      (#""Zo\u00eb \"said\"""#, "Zoë \"said\""), (#""a\/b\\\n""#, "a/b\\\n"),
      (#""\ud83d\ude00!""#, "😀!"), (#""\ud83dx""#, "\u{FFFD}x"), ("\"line\nend\"", "line\nend"),
    ])
  func escapes(_ text: String, _ meant: String) {
    #expect(tree(text)?.root.string == meant)
  }

  @Test(
    "what is no JSON gives no tree",
    arguments: [
      "", "{", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "\"a", #""\x""#, #""\u12g4""#, "[1] 2",
      "nul", "var a = {}", "\"\\", "\"\\u12", "[", "{\"a\":", "{\"a\"",
    ])
  func faults(_ text: String) {
    #expect(tree(text) == nil)
  }

  @Test("lists in lists without end are no JSON to us")
  func depth() {
    #expect(tree(String(repeating: "[", count: 100_000)) == nil)
    #expect(tree(String(repeating: "[", count: 150) + String(repeating: "]", count: 150)) != nil)
  }
}
