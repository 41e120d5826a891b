import DeskAnalysis
import DeskLexicons
import DeskText

/// What a finding's evidence is as members of its JSON object, written once for each line of a word
/// list.
///
/// Belongs to one article at a time, so that threads wait for each other twice an article and not once
/// a finding.
final class EvidenceFrames {
  /// The frames of one list's lines, by their numbers.
  private struct ListFrames {
    let address: UnsafeMutableRawPointer
    /// Held, so that no other list comes to lie there.
    let list: AnyObject
    var places: [Range<Int32>]
  }

  private var lists: [ListFrames] = []
  private var bytes: [UInt8] = []

  /// Writes a finding's `entry`, `lexicon`, `line`, and `precision` where that was measured.
  func write(
    of finding: Finding, with json: inout JSONWriter, to output: inout Output
  ) {
    guard let place = finding.evidencePlace else {
      return Self.make(finding.evidence, with: &json, to: &output)
    }
    let list = number(of: place.list, count: place.count)
    if lists[list].places[place.number].isEmpty {
      var made = Output()
      var json = JSONWriter()
      Self.make(finding.evidence, with: &json, to: &made)
      let start = Int32(bytes.count)
      bytes += made.bytes
      lists[list].places[place.number] = start..<Int32(bytes.count)
    }
    let range = lists[list].places[place.number]
    bytes.withUnsafeBufferPointer {
      json.members(
        asWritten: UnsafeBufferPointer(rebasing: $0[Int(range.lowerBound)..<Int(range.upperBound)]),
        to: &output)
    }
  }

  private func number(of list: Unmanaged<AnyObject>, count: Int) -> Int {
    for number in lists.indices where lists[number].address == list.toOpaque() { return number }
    lists.append(
      ListFrames(
        address: list.toOpaque(), list: list.takeUnretainedValue(),
        places: Array(repeating: 0..<0, count: count)))
    return lists.count - 1
  }

  private static func make(
    _ evidence: Evidence?, with json: inout JSONWriter, to output: inout Output
  ) {
    json.member("entry", evidence?.entry, to: &output)
    json.member("lexicon", evidence?.lexicon, to: &output)
    json.key("line", to: &output)
    if let evidence {
      json.number(evidence.line, to: &output)
    } else {
      json.null(to: &output)
    }
    guard let precision = evidence?.precision else { return }
    json.key("precision", to: &output)
    json.beginObject(to: &output)
    json.member("corpus", precision.corpus, to: &output)
    json.member("unit", precision.unit, to: &output)
    json.member("hits", precision.hits, to: &output)
    json.member("right", precision.right, to: &output)
    json.endObject(to: &output)
  }
}
