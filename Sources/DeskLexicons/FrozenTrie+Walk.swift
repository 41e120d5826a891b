import DeskText

// The walk of a text through the trie: where entries may begin, what the types there open, and how
// entries go on from there.
extension FrozenTrie {
  /// A text on its way through the trie.
  struct Walked {
    let words: Words
    let bytes: UnsafeBufferPointer<UInt8>
    let tokens: UnsafeBufferPointer<Token>
    /// The numbers of the words' types among those seen; below 0 for those that have none.
    let types: UnsafeMutableBufferPointer<Int32>
    let seen: SeenTypes

    /// Stands among `types` for one that nobody asked for yet.
    static let unasked: Int32 = -2

    @inline(__always)
    func letters(_ index: Int) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: bytes[tokens[index].start..<tokens[index].end])
    }
  }

  /// Puts the numbers of the tokens that an entry of some groups may begin with into `starts`; tells
  /// how many there are.
  ///
  /// Most tokens begin none, and are told from the others without being looked up.
  @inline(__always)
  func findStarts(
    in text: borrowing Walked, _ starts: UnsafeMutableBufferPointer<Int32>,
    wanted: (_ index: Int) -> UInt8
  ) -> Int {
    var count = 0
    for index in text.tokens.indices {
      let token = text.tokens[index]
      let wanted = wanted(index)
      let begins =
        wanted != 0
        && (isFirst(token.hash)
          || groupsOfBeginnings & wanted != 0 && beginnings.mayBegin(token, in: text.bytes)
          || groupsOfAny & wanted != 0
          || groupsOfGlobs & wanted != 0 && globs.mayBegin(text.bytes[token.start]))
      // Written whether it begins one or not: which does is hard to foresee.
      starts[count] = Int32(truncatingIfNeeded: index)
      count &+= begins ? 1 : 0
    }
    return count
  }

  /// Whether an entry may begin with a word that has this hash.
  @inline(__always)
  private func isFirst(_ hash: UInt32) -> Bool {
    let bit = Int(hash) & (firsts.count &* 64 &- 1)
    return firsts[bit >> 6] & (1 << UInt64(bit & 63)) != 0
  }

  /// The number of a token's type among those seen; below 0 where it has none.
  @inline(__always)
  private func type(_ index: Int, _ text: borrowing Walked) -> Int32 {
    let known = text.types[index]
    return known > Walked.unasked ? known : meet(index, text)
  }

  /// Looks a token's type up.
  @inline(__always)
  @discardableResult
  func meet(_ index: Int, _ text: borrowing Walked) -> Int32 {
    let token = text.tokens[index]
    var type: Int32 = -1
    if token.kind == .word, let key = SeenTypes.Key(token, in: text.bytes) {
      type = text.seen.item(of: key) { open(index, text) }
    }
    text.types[index] = type
    return type
  }

  /// Adds what a word opens to what was seen.
  private func open(
    _ index: Int, _ text: borrowing Walked
  ) -> (number: Int32, groups: UInt8) {
    let letters = text.letters(index)
    let record = words.find(text.tokens[index].hash, letters)
    var groups = record.exists ? words.groups(record) : 0
    let seen = text.seen
    func add(_ node: Int32?) {
      if let node, node >= 0 { seen.add(opening(node)) }
    }
    for root in roots {
      let edges = nodes[Int(root)].edges
      if edges.contains(.word), record.exists {
        add(root == 0 ? words.node(record) : next(root, words.number(record)))
      }
      if edges.contains(.beginning) {
        beginnings.forEach(letters) {
          groups |= groupsOfBeginnings
          add(root == 0 ? $0.opening : next(root, $0.symbol))
        }
      }
      if edges.contains(.glob) {
        globs.forEach(letters, isWord: true) {
          groups |= groupsOfGlobs
          add(next(root, $0))
        }
      }
    }
    return (record.exists ? words.number(record) : 0, groups)
  }

  private func opening(_ number: Int32) -> SeenTypes.Opening {
    let node = nodes[Int(number)]
    let goesOn = !node.edges.isEmpty || node.passage < node.end
    let next: SeenTypes.Opening.Next =
      if node.entry >= 0, node.conditions < 0, node.nextAccept < 0, !goesOn {
        .nothing
      } else if node.mayEnd {
        .end
      } else {
        node.edges.isSubset(of: .word) ? .words : .more
      }
    return SeenTypes.Opening(
      node: number, entry: node.entry, lexicon: node.lexicon, next: next)
  }

  /// Adds the matches that begin at a token, in no order.
  @inline(__always)
  func walk(
    from start: Int, _ wanted: UInt8, _ text: borrowing Walked, _ out: inout [Match]
  ) {
    let type = type(start, text)
    guard type >= 0, !rootEdges.contains(.any) else {
      walkUnseen(from: start, wanted, text, &out)
      return
    }
    guard text.seen.groups(type) & wanted != 0 else { return }
    for opening in text.seen.openings(of: type) {
      let goesOn: Bool
      switch opening.next {
      case .nothing:
        let match = Match(
          lexicon: Int(opening.lexicon), entry: Int(opening.entry),
          tokens: Extent(start, start + 1))
        out.append(match)
        continue
      case .end: goesOn = true
      case .words: goesOn = mayGoOn(opening.node, at: start + 1, text)
      case .more: goesOn = isInside(start + 1, text) && mayLead(opening.node, start + 1, text)
      }
      if goesOn { step(start, start + 1, opening.node, text, &out) }
    }
  }

  /// The number of a token's word; 0 where no entry has it.
  @inline(__always)
  private func number(_ index: Int, _ text: borrowing Walked) -> Int32 {
    let type = type(index, text)
    if type >= 0 { return text.seen.number(type) }
    let record = words.find(text.tokens[index].hash, text.letters(index))
    return record.exists ? words.number(record) : 0
  }

  @inline(__always)
  private func next(_ node: Int32, _ symbol: Int32) -> Int32? {
    EdgeTable.find(node, symbol, in: edges)
  }

  /// Adds the matches that begin at a token whose type was not seen, in no order.
  private func walkUnseen(
    from start: Int, _ wanted: UInt8, _ text: borrowing Walked, _ out: inout [Match]
  ) {
    let record = words.find(text.tokens[start].hash, text.letters(start))
    if record.exists, words.groups(record) & wanted != 0, words.node(record) >= 0 {
      step(start, start + 1, words.node(record), text, &out)
    }
    if mayBeginBesideWords(start, text) { step(start, start, 0, text, &out) }
  }

  /// Whether a node may go on with the word at a place, which is not the first of its entry.
  @inline(__always)
  private func mayGoOn(_ node: Int32, at index: Int, _ text: borrowing Walked) -> Bool {
    isInside(index, text) && mayFollow(node, text.tokens[index].hash)
  }

  /// Whether an entry may go on with the token at a place.
  @inline(__always)
  private func isInside(_ index: Int, _ text: borrowing Walked) -> Bool {
    index < text.tokens.count
      && text.tokens[index].flags.isDisjoint(with: [.sentenceStart, .paragraphStart])
  }

  /// Whether an entry may begin at a token with something else than its word, or with the word
  /// behind what may be left out.
  @inline(__always)
  private func mayBeginBesideWords(_ index: Int, _ text: borrowing Walked) -> Bool {
    mayGoOn(0, by: rootEdges, at: index, text)
  }

  /// Whether an entry may end at a node or go on with a token; tells of most that it does not,
  /// without taking the step.
  @inline(__always)
  private func mayLead(_ number: Int32, _ index: Int, _ text: borrowing Walked) -> Bool {
    let node = nodes[Int(number)]
    return node.mayEnd || mayGoOn(number, by: node.edges, at: index, text)
  }

  /// Whether a node may go on with a token, by its followers or by edges of some kinds.
  @inline(__always)
  private func mayGoOn(
    _ node: Int32, by edges: Trie.Edges, at index: Int, _ text: borrowing Walked
  ) -> Bool {
    let token = text.tokens[index]
    return edges.contains(.any) || mayFollow(node, token.hash)
      || (edges.contains(.beginning) && beginnings.mayBegin(token, in: text.bytes))
      || (edges.contains(.glob) && globs.mayBegin(text.bytes[token.start]))
  }

  private func step(
    _ start: Int, _ at: Int, _ node: Int32, _ text: borrowing Walked, _ out: inout [Match]
  ) {
    let here = nodes[Int(node)]
    if here.entry >= 0 { take(here, Extent(start, at), text, &out) }
    let token = text.tokens[min(at, text.tokens.count - 1)]
    let isOver =
      at == text.tokens.count
      || at > start && !token.flags.isDisjoint(with: [.sentenceStart, .paragraphStart])
    if here.passage < here.end {
      let end = isOver || !mayFollow(node, token.hash) ? here.always : here.end
      for passage in here.passage..<end {
        let target = passages[Int(passage)]
        if isOver ? nodes[Int(target)].mayEnd : mayLead(target, at, text) {
          step(start, at, target, text, &out)
        }
      }
    }
    guard !here.edges.isEmpty, !isOver else { return }
    if node > 0, here.edges.contains(.word), mayFollow(node, token.hash) {
      let number = number(at, text)
      if number > 0, let next = next(node, number) {
        step(start, at + 1, next, text, &out)
      }
    }
    if here.edges.contains(.beginning), token.kind == .word {
      beginnings.forEach(text.letters(at)) { beginning in
        let next = node == 0 ? beginning.opening : next(node, beginning.symbol) ?? -1
        if next >= 0 { step(start, at + 1, next, text, &out) }
      }
    }
    if here.edges.contains(.glob) {
      globs.forEach(text.letters(at), isWord: token.isWord) { symbol in
        if let next = next(node, symbol) { step(start, at + 1, next, text, &out) }
      }
    }
    if here.edges.contains(.any), token.kind != .mark || isPossessive(token, text.bytes),
      let next = next(node, Trie.anyWord)
    {
      step(start, at + 1, next, text, &out)
    }
  }

  /// Adds the entries that end at a node, as far as their conditions hold.
  @inline(__always)
  private func take(
    _ node: Node, _ extent: Extent<Unit.Token>, _ text: borrowing Walked, _ out: inout [Match]
  ) {
    if holds(node.conditions, extent, text) {
      out.append(Match(lexicon: Int(node.lexicon), entry: Int(node.entry), tokens: extent))
    }
    var index = node.nextAccept
    while index >= 0 {
      let accept = accepts[Int(index)]
      if holds(accept.conditions, extent, text) {
        out.append(Match(lexicon: Int(accept.lexicon), entry: Int(accept.entry), tokens: extent))
      }
      index = accept.next
    }
  }

  @inline(__always)
  private func holds(
    _ number: Int32, _ extent: Extent<Unit.Token>, _ text: borrowing Walked
  ) -> Bool {
    number < 0 || conditions[Int(number)].allSatisfy { $0.holds(text.words, extent) }
  }

  /// An apostrophe right behind a word, as in "the fighters’ toll", does not end a gap.
  @inline(__always)
  private func isPossessive(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard token.flags.isDisjoint(with: [.spaceBefore, .quoteMark]) else { return false }
    return bytes[token.start] == 0x27
      || (token.end - token.start == 3 && bytes[token.start] == 0xE2
        && bytes[token.start + 1] == 0x80 && bytes[token.start + 2] == 0x99)
  }
}
