import DeskAnalysis
import DeskReports
import DeskText

/// brat's standoff files: `NAME.txt`, `NAME.ann`, and the labels in `annotation.conf`.
///
/// Positions count code points, as brat's server does. A label has a hyphen where brat allows no
/// slash: `hedging-reportative`.
public struct BratOutput: AnnotationOutput {
  public static let name = "brat"
  public static let listFile: String? = nil

  public init() {}

  public func files(of marked: MarkedArticle) -> [(ending: String, bytes: [UInt8])] {
    var output = Output()
    let text = marked.article.text
    let places = CodePoints(of: text)
    for (number, mark) in marked.marks.enumerated() {
      // brat shows no mark over a line's end.
      let pieces = mark.pieces.flatMap { Self.lines($0, of: text) }
      let extents = pieces.map { places.extent($0) }.map { "\($0.start) \($0.end)" }
      output.write("T\(number + 1)\t\(Self.label(mark.label)) \(extents.joined(separator: ";"))\t")
      output.write(pieces.map(marked.words).joined(separator: " "))
      output.write("\n")
    }
    for (number, link) in marked.links.enumerated() {
      output.write("R\(number + 1)\t\(link.label) Arg1:T\(link.from + 1) Arg2:T\(link.to + 1)\n")
    }
    var attributes = 0
    for (number, mark) in marked.marks.enumerated() {
      if mark.isQuoted {
        attributes += 1
        output.write("A\(attributes)\tquoted T\(number + 1)\n")
      }
      if let kind = mark.kind {
        attributes += 1
        let name = mark.label == Part.Role.source.rawValue ? "source-type" : "form"
        output.write("A\(attributes)\t\(name) T\(number + 1) \(kind)\n")
      }
    }
    var notes = 0
    for (number, mark) in marked.marks.enumerated() {
      guard let note = mark.note else { continue }
      notes += 1
      output.write("#\(notes)\tAnnotatorNotes T\(number + 1)\t\(note)\n")
    }
    return [(".txt", text.utf8), (".ann", output.take())]
  }

  /// A stretch without the line ends in it.
  private static func lines(_ extent: Extent<Unit.Byte>, of text: Text) -> [Extent<Unit.Byte>] {
    var out: [Extent<Unit.Byte>] = []
    var start = extent.start
    for end in extent.start...extent.end {
      guard end == extent.end || text.utf8[end] == 0x0A || text.utf8[end] == 0x0D else { continue }
      if end > start { out.append(Extent(start, end)) }
      start = end + 1
    }
    return out
  }

  /// What brat allows as a label: letters, digits, hyphens and underscores.
  private static func label(_ label: String) -> String {
    String(
      label.unicodeScalars.map {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_"
          ? Character($0) : "-"
      })
  }

  public func project(_ labels: AnnotationLabels) -> (file: String, bytes: [UInt8])? {
    let types = SourceType.allCases.map(\.rawValue).joined(separator: "|")
    var output = Output()
    output.write("[entities]\n")
    for label in labels.all { output.write("\(Self.label(label))\n") }
    output.write("\n[relations]\n")
    output.write("has-source\tArg1:cue|content, Arg2:source\n")
    output.write("has-content\tArg1:cue, Arg2:content\n")
    output.write("\n[events]\n\n[attributes]\n")
    output.write("quoted\tArg:<ENTITY>\n")
    output.write("source-type\tArg:source, Value:\(types)\n")
    output.write("form\tArg:content, Value:direct|indirect|mixed\n")
    return ("annotation.conf", output.take())
  }
}
