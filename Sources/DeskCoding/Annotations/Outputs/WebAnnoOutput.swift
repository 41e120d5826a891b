import DeskReports
import DeskText

/// WebAnno TSV 3.3, which INCEpTION takes in: `NAME.tsv`.
///
/// Marks stand in the layer `custom.Span`, feature `label`, which INCEpTION's projects have from the
/// start. Positions count UTF-16 code units. Tokens are the program's, cut where a mark begins or
/// ends; links are left out.
public struct WebAnnoOutput: AnnotationOutput {
  public static let name = "webanno"
  public static let listFile: String? = nil

  public init() {}

  public func files(of marked: MarkedArticle) -> [(ending: String, bytes: [UInt8])] {
    var writer = TSVWriter(marked)
    return [(".tsv", writer.written())]
  }

  public func project(_ labels: AnnotationLabels) -> (file: String, bytes: [UInt8])? { nil }
}

private struct TSVWriter {
  /// A mark's label on one token, and its number where it needs one.
  private struct Value {
    var label: String
    var piece: Int
  }

  private let text: Text
  private let tokens: [Extent<Unit.Byte>]
  private let sentences: [Extent<Unit.Byte>]
  /// By token.
  private var values: [[Value]]
  /// How many tokens a piece covers.
  private var widths: [Int] = []
  private var output = Output()

  init(_ marked: MarkedArticle) {
    text = marked.article.text
    sentences = marked.sentences
    let pieces = marked.marks.flatMap { mark in mark.pieces.map { (mark.label, $0) } }
    tokens = marked.tokens
    values = [[Value]](repeating: [], count: tokens.count)
    for (number, (label, extent)) in pieces.enumerated() {
      var index = tokens.partitioningIndex { $0.start >= extent.start }
      var width = 0
      while index < tokens.count, tokens[index].end <= extent.end {
        values[index].append(Value(label: label, piece: number))
        width += 1
        index += 1
      }
      widths.append(width)
    }
  }

  mutating func written() -> [UInt8] {
    output.write("#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Span|label\n\n")
    let units = UTF16Units(of: text)
    var index = 0
    for (number, sentence) in sentences.enumerated() {
      let first = index
      while index < tokens.count, tokens[index].start < sentence.end { index += 1 }
      guard index > first else { continue }
      let place = Extent<Unit.Byte>(tokens[first].start, tokens[index - 1].end)
      output.write("\n")
      for line in text[place].split(separator: "\n", omittingEmptySubsequences: false) {
        output.write("#Text=\(Self.escaped(String(line)))\n")
      }
      for token in first..<index {
        let extent = tokens[token]
        output.write("\(number + 1)-\(token - first + 1)\t")
        output.write("\(units[extent.start])-\(units[extent.end])\t")
        output.write("\(Self.escaped(text[extent]))\t\(cell(values[token]))\t\n")
      }
    }
    return output.take()
  }

  /// `_`, a label, or labels with numbers where they are stacked or go on over several tokens.
  private func cell(_ values: [Value]) -> String {
    guard !values.isEmpty else { return "_" }
    return values.map { value in
      let label = Self.reserved(value.label)
      return values.count > 1 || widths[value.piece] > 1
        ? "\(label)[\(value.piece + 1)]" : label
    }.joined(separator: "|")
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out += "\\\\"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      case "\n": out += "\\n"
      case "\u{0C}": out += "\\f"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// A value with the characters that mean something in a cell escaped.
  private static func reserved(_ label: String) -> String {
    var out = ""
    for character in label {
      if "\\[]|_;*".contains(character) { out += "\\" }
      out.append(character)
    }
    return out.split(separator: "->", omittingEmptySubsequences: false).joined(separator: "\\->")
  }
}

extension [Extent<Unit.Byte>] {
  /// The first place from which on a condition holds, where it holds from some place on.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
