import DeskLexicons
import DeskText

/// A label with the modifiers and names before it.
struct LabelPhrase {
  /// The words of the entry, a first one like "anti-Taliban" left out.
  let head: Extent<Unit.Token>
  /// The first token of the whole phrase; an article before it stays outside.
  private(set) var start: Int
  /// The name that stands before the head, or in the genitive: "Taliban", "anti-Taliban".
  private(set) var name: Extent<Unit.Token>?

  static let mostWordsBefore = 5

  /// Reads leftwards from the head, not beyond `limit`, its sentence or a mark.
  init(
    _ head: Extent<Unit.Token>, from limit: Int, in words: borrowing Words,
    names: borrowing ProperNames, modifierEnds: borrowing [Int: Int]
  ) {
    start = head.start
    if head.count > 1, names.isSideTaking(head.start) {
      name = Extent(head.start, head.start + 1)
      self.head = Extent(head.start + 1, head.end)
    } else {
      self.head = head
    }
    while start > limit, self.head.start - start < Self.mostWordsBefore {
      let before = start - 1
      guard words.isSameSentence(before, start) else { return }
      if let first = modifierEnds[start], first >= limit {
        start = first
        continue
      }
      switch words.tokens[before].kind {
      case .clitic:
        takeGenitive(before, limit, words, names)
        return
      case .word where names.isCompound(before):
        if names.isSideTaking(before), name == nil { name = Extent(before, start) }
        start = before
      case .word where names.isName(before):
        let run = names.run(endingAt: before, from: limit)
        if name == nil, !names.isTitleCase(around: before) { name = run }
        start = run.start
      default: return
      }
    }
  }

  private mutating func takeGenitive(
    _ clitic: Int, _ limit: Int, _ words: borrowing Words, _ names: borrowing ProperNames
  ) {
    let owner = clitic - 1
    guard owner >= limit, words.tokens[owner].kind == .word else { return }
    guard names.isName(owner) else {
      start = owner
      return
    }
    let run = names.run(endingAt: owner, from: limit)
    start = run.start
    if name == nil, !names.isTitleCase(around: owner) { name = run }
  }
}
