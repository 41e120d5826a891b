public import DeskText

/// brat's standoff files: `NAME.ann` beside `NAME.txt`.
///
/// Text-bound annotations (`T1`) are read; relations, events, attributes and notes are about them and
/// left aside. Positions count code points, as brat's server (Python) does.
public struct BratStandoff: AnnotationFormat {
  public static let name = "brat .ann"

  public static func isLikely(_ file: AnnotationFile) -> Bool { file.ending == ".ann" }

  public static func codings(in file: AnnotationFile) throws(Reject) -> ReadCodings {
    guard let bytes = file.textBeside else {
      throw file.reject("no '\(file.stem).txt' beside it; brat keeps the text there")
    }
    let text = Text(repairing: bytes)
    let names = try file.placeNames()
    var coding = Coding(
      article: names.article, coder: names.coder, origin: file.origin, text: text, spans: [])
    var rejects: [Reject] = []
    let points = CodePointText(text)
    let lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() where bytes.first == 0x54 {
      let line = String(decoding: bytes, as: UTF8.self).trimmed
      do throws(Reject) {
        coding.spans?.append(try span(line, index + 1, in: points, file))
      } catch {
        rejects.append(error)
      }
    }
    return ReadCodings([coding], rejects: rejects)
  }

  /// `T1<tab>Label 0 5;8 12<tab>words`.
  private static func span(
    _ line: String, _ number: Int, in text: CodePointText, _ file: AnnotationFile
  ) throws(Reject) -> CodedSpan {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
    let parts = cells.count > 1 ? cells[1].split(separator: " ", maxSplits: 1) : []
    guard parts.count == 2 else {
      throw file.reject("no 'Label start end' after the first tab", line: number)
    }
    var pieces: [Extent<Unit.CodePoint>] = []
    for piece in parts[1].split(separator: ";") {
      let ends = piece.split(separator: " ").map { Int($0) }
      guard ends.count == 2, let start = ends[0], let end = ends[1], 0 <= start, start < end else {
        throw file.reject("'\(piece)' is no stretch", line: number)
      }
      guard end <= text.count else {
        throw file.reject(
          "\(start) to \(end) lies outside of the text, which ends at \(text.count)", line: number)
      }
      pieces.append(Extent(start, end))
    }
    guard !pieces.isEmpty else { throw file.reject("no stretch", line: number) }
    return CodedSpan(
      category: String(parts[0]), pieces: pieces,
      words: pieces.count == 1 && cells.count > 2 ? String(cells[2]) : nil, line: number)
  }
}
