import DeskIngest
import Testing

@Suite struct NDJSONFormatTests {
  @Test("escapes, surrogate pairs and bytes above ASCII come out as the same letters")
  func strings() {
    let line = #"{"id":"ä","text":"Zo\u00eb \"said\" \ud83d\ude00 \\ \/ \t\n ü \ud83d."}"#
    #expect(
      read(NDJSONFormat.self, line) == ["ä||||||Zoë \"said\" 😀 \\ / \t\n ü \u{FFFD}."])
  }

  @Test("fields are told by their names; others go along as they are written")
  func fields() {
    let line = """
      {"id":17,"text":"é","outlet":null,"byline":["Ana Åse","Bo"],"n":1.50,"ok":true,"tags":["x","y"],"deep":{"a":[1,{"b":"]"}]}}
      """
    #expect(
      read(NDJSONFormat.self, line) == [
        #"17|||||Ana Åse+Bo|é|n=1.50|ok=true|tags=x; y|deep={"a":[1,{"b":"]"}]}"#
      ])
  }

  @Test("what clean writes can be read again without its pieces as columns")
  func roundTrip() {
    let line =
      #"{"id":"a","text":"é","paragraphs":["é"],"removed":[{"text":"x","reason":"ad"}]}"#
    #expect(read(NDJSONFormat.self, line) == ["a||||||é"])
  }

  @Test("empty lines are skipped but counted; a byte order mark and CRLF are no part of it")
  func lines() {
    #expect(
      read(NDJSONFormat.self, "\u{FEFF}{\"text\":\"é\"}\r\n\n  \n{\"text\":\"b\"}") == [
        "in:1||||||é", "in:4||||||b",
      ])
  }

  @Test(
    "a line that is no sound JSON is told with its place, and the next one is read",
    arguments: [
      (#"{"text":"a""#, "the line ends early", 12),
      (#"{"text":"a"#, "the line ends inside a string", 11),
      (#"{"text":}"#, "no JSON value", 9),
      (#"{"text":01}"#, "no JSON value", 9),
      (#"{"text":"a",}"#, "a name in quotation marks is missing", 13),
      (#"{"text":"\x"}"#, "'\\' before a character that needs none", 10),
      (#"{"text" "a"}"#, "':' is missing", 9),
      (#"["text"]"#, "no object; write one {...} a line", 1),
      (#"{"text":"a"} {}"#, "something follows the object", 14),
      (#"{"a":{"b":[1,}}"#, "no JSON value", 14),
    ])
  func broken(_ line: String, _ reason: String, _ column: Int) {
    #expect(
      read(NDJSONFormat.self, line + "\n{\"text\":\"é\"}\n") == [
        "! in:1: no sound JSON at column \(column): \(reason)", "in:2||||||é",
      ])
  }

  @Test("nesting without end is told, not followed")
  func deep() {
    let line = "{\"a\":" + String(repeating: "[", count: 100_000)
    #expect(read(NDJSONFormat.self, line).first?.contains("nested too deeply") == true)
  }

  @Test("a record without a text says which fields there are")
  func missing() {
    #expect(
      read(NDJSONFormat.self, #"{"nr":1,"étage":2}"#) == [
        "! in:1: no field 'text', 'content', 'body', 'article' or 'html' among 'nr', 'étage'; name the right one with --column text=NAME"
      ])
    #expect(read(NDJSONFormat.self, #"{"text":" "}"#) == ["! in:1: no text in column 'text'"])
  }

  @Test("a line over the limit is told, and the next one read")
  func limit() {
    let long = "{\"text\":\"\(String(repeating: "é", count: 60_000))\"}\n{\"text\":\"b\"}\n"
    let lines = read(NDJSONFormat.self, long, options: InputOptions(recordLimit: 100_000))
    #expect(lines.count == 2)
    #expect(lines.last == "in:2||||||b")
  }

  @Test("names and values are the same however they are escaped, on lines in turn")
  func escapes() {
    let plain = "{\"id\":\"1\",\"text\":\"Zoë “left”\",\"title\":\"NA\",\"süd\":\"x\"}\n"
    let escaped =
      "{\"\\u0069d\":\"\\u0031\",\"te\\u0078t\":\"Zo\\u00eb \\u201cleft\\u201d\",\"title\":\"\\u004eA\","
      + "\"s\\u00fcd\":\"\\u0078\"}\n"
    let line = "1||||||Zoë “left”|süd=x"
    #expect(
      read(NDJSONFormat.self, plain + escaped + plain + escaped) == [line, line, line, line])
  }
}
