import DeskText

/// Writes paragraphs as Markdown one after the other: lists nest, rows make tables.
struct MarkdownBody {
  /// The list items that are open: their ids and how far their text is indented.
  private var open: [(id: Int, indent: Int)] = []
  /// Whether the last line was an item, and of an ordered list.
  private var last: (isItem: Bool, isOrdered: Bool) = (false, false)
  /// The quotation marks before the last line.
  private var lastPrefix = ""
  private var table: Int?
  private var code: Int?
  private var isFirst = true

  mutating func write(_ paragraph: Paragraph, of article: Article, to output: inout Output) {
    let text = article.text[paragraph.extent]
    let layout = paragraph.layout ?? Layout()
    if let row = layout.row {
      writeRow(row, to: &output)
      return
    }
    table = nil
    if let block = layout.code {
      if code != block.id { writeCode(block, to: &output) }
      code = block.id
      return
    }
    code = nil
    let quotations = paragraph.kind == .quotation ? max(1, layout.quotations) : layout.quotations
    var items = layout.items
    if paragraph.kind == .listItem, items.isEmpty { items = [Layout.Item(id: -1)] }
    var line = Self.marked(text, layout)
    let level = paragraph.kind == .heading ? (layout.level == 0 ? 2 : max(2, layout.level)) : 0
    if level > 0 {
      line = String(repeating: "#", count: level) + " " + line
    } else {
      line = Self.guarded(line)
    }
    let prefix = String(repeating: "> ", count: quotations)
    writeItem(items, line, prefix, to: &output)
  }

  /// Ends the last line, and what is open.
  mutating func end(to output: inout Output) {
    if !isFirst { output.write("\n") }
    self = MarkdownBody()
  }

  private mutating func gap(isTight: Bool, to output: inout Output) {
    if !isFirst, !isTight { output.write("\n") }
    isFirst = false
  }

  private mutating func writeItem(
    _ items: [Layout.Item], _ line: String, _ prefix: String, to output: inout Output
  ) {
    // Items end where the next paragraph no longer stands in them.
    while let inner = open.last, !items.contains(where: { $0.id == inner.id && $0.id >= 0 }) {
      open.removeLast()
    }
    guard let item = items.last else {
      if !prefix.isEmpty, prefix == lastPrefix {
        // Paragraphs of one quotation stand together.
        output.write("\(prefix.dropLast())\n")
      } else {
        gap(isTight: false, to: &output)
      }
      output.write("\(prefix)\(line)\n")
      last = (false, false)
      lastPrefix = prefix
      return
    }
    let indent = open.last?.indent ?? 0
    let space = String(repeating: " ", count: indent)
    if open.last?.id == item.id {
      // A further paragraph of the same item.
      gap(isTight: false, to: &output)
      output.write("\(prefix)\(space)\(line)\n")
    } else {
      let bullet = item.number.map { "\($0). " } ?? "- "
      let isTight = last.isItem && (last.isOrdered == (item.number != nil) || indent > 0)
      gap(isTight: isTight, to: &output)
      output.write("\(prefix)\(space)\(bullet)\(line)\n")
      open.append((item.id, indent + bullet.utf8.count))
    }
    last = (true, item.number != nil)
    lastPrefix = ""
  }

  /// The first row of a table is its head: GFM has none without.
  private mutating func writeRow(_ row: Layout.Row, to output: inout Output) {
    let isNew = table != row.table
    gap(isTight: !isNew, to: &output)
    let cells = row.cells.map(Markdown.cell)
    output.write("| \(cells.joined(separator: " | ")) |\n")
    if isNew { output.write("|\(String(repeating: " --- |", count: cells.count))\n") }
    table = row.table
    open = []
    last = (false, false)
    lastPrefix = ""
  }

  private mutating func writeCode(_ block: Layout.Code, to output: inout Output) {
    gap(isTight: false, to: &output)
    var fence = "```"
    while block.text.contains(fence) { fence += "`" }
    output.write("\(fence)\n\(block.text)\n\(fence)\n")
    open = []
    last = (false, false)
    lastPrefix = ""
  }

  /// A year that ends a sentence begins no list.
  private static func guarded(_ line: String) -> String {
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard !digits.isEmpty, digits.count < 10, rest.hasPrefix(". ") || rest.hasPrefix(") ") else {
      return line
    }
    return "\(digits)\\\(rest)"
  }

  /// The words of a paragraph with links and emphasis around them.
  private static func marked(_ text: String, _ layout: Layout) -> String {
    let bytes = Array(text.utf8)
    let runs = layout.runs
    guard !runs.isEmpty, runs.last?.extent.end == bytes.count else { return Markdown.escaped(text) }
    var out = ""
    var index = 0
    while index < runs.count {
      let address = runs[index].address
      let end = runs[index...].firstIndex { $0.address != address } ?? runs.count
      if index > 0, runs[index - 1].extent.end < runs[index].extent.start { out += " " }
      let words = emphasized(bytes, runs[index..<end], isHeading: layout.level > 0)
      out += address.map { linked(words, to: $0) } ?? words
      index = end
    }
    return out
  }

  /// Stretches of one link, or of none, with their emphasis.
  private static func emphasized(
    _ bytes: [UInt8], _ runs: ArraySlice<Layout.Run>, isHeading: Bool
  ) -> String {
    var out = ""
    var index = runs.startIndex
    while index < runs.endIndex {
      let first = runs[index]
      let end = runs[index...].firstIndex { !isSameLook($0, first) } ?? runs.endIndex
      let stretch = first.extent.start..<runs[end - 1].extent.end
      if index > runs.startIndex, runs[index - 1].extent.end < stretch.lowerBound { out += " " }
      out += wrapped(String(decoding: bytes[stretch], as: UTF8.self), first, isHeading: isHeading)
      index = end
    }
    return out
  }

  private static func isSameLook(_ a: Layout.Run, _ b: Layout.Run) -> Bool {
    a.isStrong == b.isStrong && a.isEmphasis == b.isEmphasis && a.isCode == b.isCode
  }

  private static func wrapped(_ words: String, _ run: Layout.Run, isHeading: Bool) -> String {
    var out: String
    if run.isCode {
      var fence = "`"
      while words.contains(fence) { fence += "`" }
      let space = words.hasPrefix("`") || words.hasSuffix("`") ? " " : ""
      out = fence + space + words + space + fence
    } else {
      out = Markdown.escaped(words)
      // Marks count only beside a word, so lone punctuation goes without.
      let isWord = words.contains { $0.isLetter || $0.isNumber }
      if run.isEmphasis, isWord { out = "*\(out)*" }
      if run.isStrong, isWord, !isHeading { out = "**\(out)**" }
    }
    return out
  }

  private static func linked(_ words: String, to address: String) -> String {
    let isPlain = !address.contains { " ()<>\n".contains($0) }
    return "[\(words)](\(isPlain ? address : "<\(address.filter { !"<>\n".contains($0) })>"))"
  }
}
