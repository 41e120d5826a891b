public import DeskText

/// WebAnno TSV 3, as INCEpTION and WebAnno export it.
///
/// Span layers (`#T_SP`) are read; relations and chains are left aside. Positions count UTF-16 code
/// units. A mark's category is its feature `label`, `value` or `category`, else the first filled one,
/// else the layer's name.
public struct WebAnnoTSV: AnnotationFormat {
  public static let name = "INCEpTION (WebAnno TSV 3)"

  public static func isLikely(_ file: AnnotationFile) -> Bool {
    file.bytes.starts(with: "#FORMAT=WebAnno TSV".utf8)
  }

  public static func codings(in file: AnnotationFile) throws(Reject) -> ReadCodings {
    guard file.bytes.starts(with: "#FORMAT=WebAnno TSV 3".utf8) else {
      throw file.reject("an older WebAnno TSV; export as version 3", line: 1)
    }
    var reader = TSVReader(file)
    let lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      var line = String(decoding: bytes, as: UTF8.self)
      if line.hasSuffix("\r") { line.removeLast() }
      do throws(Reject) {
        try reader.take(line, number: index + 1)
      } catch {
        reader.rejects.append(error)
      }
    }
    return try reader.read()
  }
}

private struct TSVReader {
  /// The columns of a span layer.
  private struct Layer {
    var name: String
    var features: [String]
    var columns: Range<Int>

    /// The column that holds the category.
    var order: [Int] {
      let known = ["label", "value", "category"].compactMap { features.firstIndex(of: $0) }
      return (known + features.indices.filter { !known.contains($0) }).map {
        columns.lowerBound + $0
      }
    }
  }

  /// A mark on the way, over one token or several.
  private struct Mark {
    var category: String
    var start: Int
    var end: Int
    var line: Int
  }

  private let file: AnnotationFile
  var rejects: [Reject] = []
  private var layers: [Layer] = []
  private var columnCount = 3
  private var sentence: String?
  private var units: [UInt16] = []
  private var marks: [Mark] = []
  /// Marks over several tokens, by layer and number.
  private var open: [String: Int] = [:]

  init(_ file: AnnotationFile) { self.file = file }

  mutating func take(_ line: String, number: Int) throws(Reject) {
    if line.isEmpty { return }
    if line.hasPrefix("#") {
      if line.hasPrefix("#T_") { return takeLayer(line) }
      guard line.hasPrefix("#Text=") else { return }
      let text = Self.unescaped(String(line.dropFirst("#Text=".count)))
      // A sentence with line breaks has a line for each part.
      sentence = sentence.map { $0 + "\n" + text } ?? text
      return
    }
    var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    // Each line ends with a tab.
    if cells.last == "" { cells.removeLast() }
    let ends = cells.count > 1 ? cells[1].split(separator: "-").map { Int($0) } : []
    guard ends.count == 2, let start = ends[0], let end = ends[1], 0 <= start, start <= end else {
      throw file.reject("no 'begin-end' in the second column", line: number)
    }
    if let sentence {
      place(sentence, at: start)
      self.sentence = nil
    }
    guard cells.count == columnCount else {
      throw file.reject(
        "\(cells.count) columns where the head names \(columnCount)", line: number)
    }
    guard end <= units.count else {
      throw file.reject("\(start) to \(end) lies outside of the sentence's text", line: number)
    }
    for layer in layers { takeMarks(of: layer, cells, start, end, line: number) }
  }

  /// `#T_SP=webanno.custom.Hedge|label|note`; every kind of layer takes columns.
  private mutating func takeLayer(_ line: String) {
    guard let equals = line.firstIndex(of: "=") else { return }
    let kind = line[..<equals]
    var parts = line[line.index(after: equals)...].split(
      separator: "|", omittingEmptySubsequences: false
    ).map(String.init)
    let name = parts.removeFirst()
    if parts == [""] { parts = [] }
    // A layer without features has one column. Slots and relations name a part for each target.
    let width = max(1, parts.count)
    if kind == "#T_SP" {
      layers.append(
        Layer(name: name, features: parts, columns: columnCount..<(columnCount + width)))
    }
    columnCount += width
  }

  private mutating func place(_ sentence: String, at start: Int) {
    // What stands between sentences is not told: a line break each, as tools write them.
    while units.count < start { units.append(0x0A) }
    if units.count > start { units.removeLast(units.count - start) }
    units += Array(sentence.utf16)
  }

  private mutating func takeMarks(
    of layer: Layer, _ cells: [String], _ start: Int, _ end: Int, line: Int
  ) {
    let stacks = layer.columns.map { Self.stack(cells[$0]) }
    let depth = stacks.map(\.count).max() ?? 0
    for level in 0..<depth {
      func value(_ column: Int) -> (text: String, id: String?) {
        let stack = stacks[column - layer.columns.lowerBound]
        return level < stack.count ? stack[level] : ("*", nil)
      }
      let order = layer.features.isEmpty ? [layer.columns.lowerBound] : layer.order
      let filled = order.map(value).first { $0.text != "*" && $0.text != "_" }
      let category =
        filled.map { Self.unescaped($0.text) }
        ?? layer.name.split(separator: ".").last.map(String.init) ?? layer.name
      let id = order.lazy.compactMap { value($0).id }.first
      if let id, let place = open["\(layer.name) \(id)"] {
        marks[place].end = max(marks[place].end, end)
        continue
      }
      if let id { open["\(layer.name) \(id)"] = marks.count }
      marks.append(Mark(category: category, start: start, end: end, line: line))
    }
  }

  /// `A|B[2]` taken apart: each mark's value and its number; none for `_`.
  private static func stack(_ cell: String) -> [(text: String, id: String?)] {
    guard cell != "_" else { return [] }
    var parts = [""]
    var isEscaped = false
    for character in cell {
      if character == "|", !isEscaped {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return parts.map { part in
      guard part.hasSuffix("]"), !part.hasSuffix("\\]"), let bracket = part.lastIndex(of: "[")
      else { return (part, nil) }
      let number = part[part.index(after: bracket)...].dropLast()
      guard !number.isEmpty, number.allSatisfy(\.isNumber) else { return (part, nil) }
      return (String(part[..<bracket]), String(number))
    }
  }

  private static func unescaped(_ text: String) -> String {
    guard text.contains("\\") else { return text }
    var out = ""
    var characters = text[...]
    while let next = characters.popFirst() {
      guard next == "\\", let mark = characters.popFirst() else {
        out.append(next)
        continue
      }
      switch mark {
      case "n": out.append("\n")
      case "r": out.append("\r")
      case "t": out.append("\t")
      case "f": out.append("\u{0C}")
      default: out.append(mark)
      }
    }
    return out
  }

  func read() throws(Reject) -> ReadCodings {
    guard !units.isEmpty else { throw file.reject("no text in it ('#Text=')") }
    let text = Text(String(decoding: units, as: UTF16.self))
    let names = try file.placeNames()
    let places = UTF16Places(of: text)
    var coding = Coding(
      article: names.article, coder: names.coder, origin: file.origin, text: text, spans: [])
    for mark in marks {
      guard let extent = places.extent(mark.start, mark.end), !extent.isEmpty else { continue }
      coding.spans?.append(CodedSpan(category: mark.category, pieces: [extent], line: mark.line))
    }
    return ReadCodings([coding], rejects: rejects)
  }
}
