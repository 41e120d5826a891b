public import DeskComparison
import DeskText

/// Reuse for people at a terminal: the articles that share passages, and below each pair the
/// passages, in both wordings where they differ.
public struct ReuseTable: ReuseFormat {
  public static let name = "table"

  public init() {}

  public func write(_ reuse: ReuseMap, to output: inout Output) {
    let passages = reuse.passages
    var last: (from: Int, to: Int)?
    for passage in passages.sorted(by: Self.byPair) {
      let pair = (from: passage.from.article, to: passage.to.article)
      if last.map({ $0 != pair }) ?? true {
        if last != nil { output.write("\n") }
        let arrow = passage.direction == .unknown ? "and" : "from"
        output.write("\(Self.name(reuse.articles[pair.to]))\n")
        output.write("  \(arrow) \(Self.name(reuse.articles[pair.from]))\n")
        last = pair
      }
      output.write("    \(Self.description(passage, in: reuse)):\n")
      let (old, new) = (Self.line(reuse.text(passage.from)), Self.line(reuse.text(passage.to)))
      output.write("      \(new)\n")
      if old != new { output.write("      was: \(old)\n") }
    }
    if last != nil { output.write("\n") }
    let credited = passages.count { $0.isCredited == true }
    let quotations = passages.count { $0.kind == .quotation }
    let wire = passages.count { $0.wire != nil }
    output.write(
      "\(passages.count) passage\(passages.count == 1 ? "" : "s") in more than one outlet, "
        + "\(quotations) of them in quotation marks; \(credited) credited"
        + (wire > 0 ? "; \(wire) wire copy\n" : "\n"))
  }

  private static func byPair(_ a: ReusedPassage, _ b: ReusedPassage) -> Bool {
    (a.to.article, a.from.article, a.to.extent.start, a.from.extent.start)
      < (b.to.article, b.from.article, b.to.extent.start, b.from.extent.start)
  }

  private static func name(_ article: ReuseArticle) -> String {
    let told = [article.outlet, article.title].compactMap { $0 }.joined(separator: ": ")
    return article.id + (told.isEmpty ? "" : "  \(line(told))")
  }

  private static func description(_ passage: ReusedPassage, in reuse: ReuseMap) -> String {
    var parts = ["\(passage.to.words) words"]
    parts.append(
      passage.similarity < 1 ? "\(Int(passage.similarity * 100))% alike" : "word for word")
    if passage.kind == .quotation { parts.append("quoted in both") }
    if let credit = reuse.credit(passage) {
      parts.append("credited: “\(line(credit))”")
    } else {
      parts.append(passage.isCredited == nil ? "outlet not known" : "not credited")
    }
    switch passage.wire {
    case .agency(let name): parts.append("agency copy (\(line(name)))")
    case .shared: parts.append("wire copy: in three outlets or more")
    case nil: break
    }
    return parts.joined(separator: ", ")
  }

  private static func line(_ text: String) -> String {
    // Nearly all passages and names stand on one line; only these bytes begin a character that ends one.
    let mayEnd = text.utf8.contains { 0x0A...0x0D ~= $0 || $0 == 0xC2 || $0 == 0xE2 }
    guard mayEnd else { return text }
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
