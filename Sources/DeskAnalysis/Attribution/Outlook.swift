import DeskText

/// What follows a place where content may end, kept while the place moves on through the sentence,
/// so that no word is read again for each of its places.
struct Outlook {
  private let end: Int
  private var place = -1
  /// The first verb or mark after the place, and the first mark that closes a segment; `end` where
  /// there is none.
  private var stop = -1
  private var mark = -1
  /// How many tensed verbs outside quotation marks stand between the place and that mark.
  private var verbs = 0

  init(end: Int) { self.end = end }

  /// Moves on to a later place.
  @inline(__always)
  mutating func move(to cut: Int, _ scan: Scan) {
    if cut >= mark {
      readSegment(after: cut, scan)
    } else {
      while place < cut {
        place &+= 1
        verbs &-= Self.isVerb(place, scan) ? 1 : 0
      }
    }
    if cut >= stop { readStop(after: cut, scan) }
    place = cut
  }

  private mutating func readSegment(after cut: Int, _ scan: Scan) {
    verbs = 0
    mark = cut + 1
    while mark < end, !scan.kinds[mark].isOne(of: [.comma, .dash, .semicolon, .colon, .stop]) {
      verbs &+= Self.isVerb(mark, scan) ? 1 : 0
      mark &+= 1
    }
  }

  private mutating func readStop(after cut: Int, _ scan: Scan) {
    stop = cut + 1
    let stops: KindSet = [
      .be, .have, .do, .modal, .cue, .saying, .ed, .ing, .comma, .dash, .quote, .semicolon, .stop,
      .colon,
    ]
    while stop < end, !scan.kinds[stop].isOne(of: stops) { stop &+= 1 }
  }

  @inline(__always)
  private static func isVerb(_ index: Int, _ scan: Scan) -> Bool {
    scan.kinds[index].isOne(of: .finite) && !scan.traits[index].isQuoted
  }

  /// How many tensed verbs stand between the place and the next mark (0, 1, 2 for more), three
  /// times, and whether that mark is the end, a comma or another.
  ///
  /// An apposition has no verb: ", just over 100 miles north of the capital".
  @inline(__always)
  func segment(_ scan: Scan) -> Int {
    min(verbs, 2) * 3 + (mark >= end ? 0 : scan.kinds[mark] == .comma ? 1 : 2)
  }

  /// The kind of the first verb shortly after the place; `comma` where a mark stands before it,
  /// `edge` where there is neither.
  @inline(__always)
  func verb(after cut: Int, _ scan: Scan) -> WordKind {
    guard stop < end, stop - cut < 8 else { return .edge }
    let kind = scan.kinds[stop]
    return kind.isOne(of: [.comma, .dash, .quote, .semicolon, .stop, .colon]) ? .comma : kind
  }
}
