import DeskText

/// The days that a page shows, and which of them is the one on which its article came out.
///
/// What the page states in its head counts first; then a day between the main heading and the text,
/// or close above the heading. Days below the text are those of other articles, most of the time.
/// A day reckoned from today ("2 hours ago") is no day: nobody knows when the page was saved.
struct PageDates {
  private struct Part {
    var value: String
    var node: Int
    /// Microdata calls it the day of publication.
    var isMarked: Bool
    /// It is the day of an update.
    var isUpdate: Bool
  }

  private var parts: [Part] = []

  mutating func add(_ value: String, node: Int, isMarked: Bool = false, isUpdate: Bool) {
    guard parts.count < 400 else { return }
    parts.append(Part(value: value, node: node, isMarked: isMarked, isUpdate: isUpdate))
  }

  /// The day of publication, by what the head states (the most trusted first), by what stands from
  /// the node of the main heading to that where the text begins (0: nowhere), and by the address.
  func date(
    stated: [String], url: String?, head: Int?, textStart: Int, order: NewsDate.Order?
  ) -> String? {
    for value in stated {
      guard let date = NewsDate(written: value, order: order) else { continue }
      if let local = local(value, among: stated) { return local.description }
      guard let stamp = Timestamp(value), stamp.isUniversal else { return date.description }
      let shown = between(head: head, textStart: textStart).map(\.value)
      let days = (stated + shown).lazy.filter { Timestamp($0) == nil }
        .compactMap { NewsDate(written: $0, order: order) }
      let inAddress = url.flatMap(Facts.dateInAddress).flatMap { NewsDate(written: $0) }
      let local = (days + [inAddress].compactMap { $0 }).first(where: stamp.canBe)
      return (local ?? date).description
    }
    let near = near(head: head, textStart: textStart)
    if let date = first(in: near.filter { !$0.isUpdate }, order) { return date }
    return url.flatMap(Facts.dateInAddress)
  }

  /// The day of an update, or one that stands below the text: better than none.
  func farDate(head: Int?, textStart: Int, order: NewsDate.Order?) -> String? {
    first(in: near(head: head, textStart: textStart), order)
      ?? first(in: parts.filter { !$0.isUpdate }, order) ?? first(in: parts, order)
  }

  /// The days that stand between the main heading and the text, none of an update.
  private func between(head: Int?, textStart: Int) -> [Part] {
    guard let head else { return [] }
    return parts.filter { (head...max(head, textStart)).contains($0.node) && !$0.isUpdate }
  }

  /// What stands close above the text or is marked as the day of publication, the best place first.
  private func near(head: Int?, textStart: Int) -> [Part] {
    // Far behind every node, and far from what sums of two would overflow.
    let text = textStart > 0 ? textStart : 1 << 40
    let head = head.map { min($0, text) } ?? max(0, text - 150)
    func distance(_ part: Part) -> Int {
      part.node > text ? 10_000 + part.node - text : part.node < head ? 200 + head - part.node : 0
    }
    let near = parts.filter { $0.node >= head - 150 && $0.node <= text || $0.isMarked }
    return near.enumerated().sorted {
      (distance($0.element), $0.offset) < (distance($1.element), $1.offset)
    }.map(\.element)
  }

  private func first(in parts: [Part], _ order: NewsDate.Order?) -> String? {
    for part in parts {
      if let date = NewsDate(written: part.value, order: order) {
        return (local(part.value, among: []) ?? date).description
      }
    }
    return nil
  }

  /// The day by the outlet's own clock, where a stamp by universal time stands beside one of the
  /// same moment with its offset.
  private func local(_ value: String, among stated: [String]) -> NewsDate? {
    guard let stamp = Timestamp(value), stamp.isUniversal else { return nil }
    for other in stated + parts.map(\.value) {
      if let other = Timestamp(other), other.offset != 0, other.isSameMoment(as: stamp) {
        return other.date
      }
    }
    return nil
  }
}
