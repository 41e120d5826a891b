/// Puts clues that follow each other in both articles into chains.
enum ClueChains {
  /// A chain goes on over so many words that do not match.
  private static let gap = 12
  /// By so many words one article may have more than the other between two clues.
  private static let drift = 10
  /// Among so many chains before it, a clue looks for the one that it goes on with.
  private static let open = 24

  /// The chains of some clues, each by place in the newer article, in the order of their starts.
  static func chains(_ clues: ArraySlice<WordAlignment.Clue>) -> [[WordAlignment.Clue]] {
    var chains: [[WordAlignment.Clue]] = []
    for clue in clues {
      let found = chains.indices.suffix(open).last { follows(chains[$0], clue) }
      if let found { chains[found].append(clue) } else { chains.append([clue]) }
    }
    return chains
  }

  private static func follows(
    _ chain: [WordAlignment.Clue], _ clue: WordAlignment.Clue
  ) -> Bool {
    guard let last = chain.last else { return false }
    let older = clue.older - last.older
    let newer = clue.newer - last.newer
    let reach = gap + GramIndex.shortest
    return older > 0 && newer > 0 && older <= reach && newer <= reach
      && abs(older - newer) <= drift
  }
}
