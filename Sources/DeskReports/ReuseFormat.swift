public import DeskComparison
import DeskText

/// A form in which reuse is written, once all articles have come.
public protocol ReuseFormat: Sendable {
  /// As it stands in `--format`.
  static var name: String { get }

  init()

  /// Writes all passages.
  func write(_ reuse: ReuseMap, to output: inout Output)
}

/// The formats of `reuse`, the default first.
public let reuseFormats: [any ReuseFormat.Type] = [
  ReuseTable.self, ReuseCSV.self, ReuseNDJSON.self,
]

/// The places of passages as code points, worked out once an article.
struct ReusePlaces {
  private let reuse: ReuseMap
  private var points: [Int: CodePoints] = [:]

  init(_ reuse: ReuseMap) { self.reuse = reuse }

  mutating func extent(_ side: ReusedPassage.Side) -> Extent<Unit.CodePoint> {
    let known = points[side.article] ?? CodePoints(of: reuse.articles[side.article].text)
    points[side.article] = known
    return known.extent(side.extent)
  }
}

extension ReusedPassage.Wire {
  /// As it stands in tables.
  var name: String {
    switch self {
    case .agency: "agency"
    case .shared: "shared"
    }
  }

  var agency: String? {
    if case .agency(let name) = self { name } else { nil }
  }
}
