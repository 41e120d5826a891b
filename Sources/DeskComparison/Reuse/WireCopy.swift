import DeskText

/// Tells wire copy: what several outlets print because an agency, or another common source, wrote
/// it, and not because one outlet took it from another.
enum WireCopy {
  /// So many outlets that print the same words have them from a common source.
  private static let fewestOutlets = 3
  /// Among so many passages before and behind it in an article, others with the same words are
  /// looked for.
  private static let reach = 64

  /// A passage's place in an article, and the outlet at the other end.
  private struct Place {
    var extent: Extent<Unit.Byte>
    var passage: Int
    var other: String
  }

  /// Marks the passages that are wire copy.
  static func mark(_ passages: inout [ReusedPassage], of articles: [ReuseArticle]) {
    func outlet(_ side: ReusedPassage.Side) -> String {
      let article = articles[side.article]
      return article.outlet?.lowercased() ?? article.id
    }
    var places: [Int: [Place]] = [:]
    for (number, passage) in passages.enumerated() {
      let agency = articles[passage.from.article].agency ?? articles[passage.to.article].agency
      passages[number].wire = agency.map { .agency($0) }
      guard passage.kind == .text else { continue }
      for (side, other) in [(passage.from, passage.to), (passage.to, passage.from)] {
        places[side.article, default: []].append(
          Place(extent: side.extent, passage: number, other: outlet(other)))
      }
    }
    for all in places.values {
      let sorted = all.sorted { $0.extent < $1.extent }
      for (index, place) in sorted.enumerated() where passages[place.passage].wire == nil {
        let others = sorted[max(0, index - reach)..<min(sorted.count, index + reach + 1)]
        if Self.outlets(at: place.extent, others) + 1 >= fewestOutlets {
          passages[place.passage].wire = .shared
        }
      }
    }
  }

  /// How many outlets have most of the words at a place.
  private static func outlets(at extent: Extent<Unit.Byte>, _ places: ArraySlice<Place>) -> Int {
    var outlets = Set<String>()
    for place in places {
      let common = min(place.extent.end, extent.end) - max(place.extent.start, extent.start)
      if common * 2 > extent.count { outlets.insert(place.other) }
    }
    return outlets.count
  }
}
