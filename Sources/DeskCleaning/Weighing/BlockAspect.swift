/// What the weighing of a page's blocks looks at; each has a name in `cleaning-weights.tsv`.
enum BlockAspect: UInt8, CaseIterable, Sendable {
  /// Length, end, links and kind of a block; the same of the blocks before and after it.
  case bias, length, links, shape, shapeBefore, shapeAfter
  /// The rule that speaks against it, if any, and those that would elsewhere on the page; the rules
  /// of the blocks before and after it.
  case rule, hit, ruleBefore, ruleAfter, rulesAround
  /// Its place: before, in or after the running text, and how far from its ends.
  case region, passed, fromStart, fromEnd, fromFirst, fromLast
  /// The share of the running text that stands in the same element; or in elements of the same
  /// name and class, and how many there are of them; how deep it lies beside the running text.
  case run, likeness, siblings, depth
  /// Its element and those around it, the words of their classes, and what stands between blocks.
  case tag, tags, within, style, name, nameWithin, gap, gapAfter
  /// How its words are written.
  case capitals, shouting, figures, opening, person
  /// What else says the same: the title, the body that the page's data give, another block.
  case title, data, twice

  /// The aspect that a name in `cleaning-weights.tsv` means.
  static let byName: [String: BlockAspect] = Dictionary(
    uniqueKeysWithValues: allCases.map { ("\($0)", $0) })

  /// Whether its values are words rather than numbers.
  var isWritten: Bool {
    switch self {
    case .rule, .hit, .ruleBefore, .ruleAfter, .tag, .tags, .within, .style, .name, .nameWithin:
      true
    default: false
    }
  }
}

/// Takes the properties of a block, one by one: adds up their weights, or writes them down.
protocol PropertyReceiver {
  mutating func take(_ aspect: BlockAspect, _ number: Int)
  /// A property whose value is a word, given by its hash and, where somebody asks, spelled.
  mutating func take(_ aspect: BlockAspect, hash: UInt32, _ spelled: () -> String)
}
