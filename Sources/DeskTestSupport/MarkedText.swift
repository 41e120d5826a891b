public import Copydesk

/// A text in which what is to be found stands between `⟦` and `⟧`.
public struct MarkedText: Sendable {
  public let text: Text
  /// The marked stretches, in order.
  public let marked: [Extent<Unit.Byte>]

  public init(_ string: String) {
    var bytes: [UInt8] = []
    var marked: [Extent<Unit.Byte>] = []
    var open = 0
    for scalar in string.unicodeScalars {
      switch scalar {
      case "⟦": open = bytes.count
      case "⟧": marked.append(Extent(open, bytes.count))
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    text = Text(repairing: bytes)
    self.marked = marked
  }
}
