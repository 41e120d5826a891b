import DeskText

/// The patterns of a list's entries in a few flat arrays.
///
/// A list of thousands is read at every start of the program: an array for each word of each
/// alternative of each entry would take longer than all the rest.
struct Patterns: Sendable {
  /// What one place of a pattern asks of a token.
  struct Atom: Sendable {
    enum Kind: Sendable { case word, beginning, glob, any }
    var kind: Kind
    /// That of a word's folded letters.
    var hash: UInt32 = 0
    /// Where its folded letters stand; of a glob its number.
    var start: Int32 = 0
    var end: Int32 = 0
  }

  /// The pattern of one entry: the elements that are its own.
  struct Index: Hashable, Sendable {
    fileprivate var first: Int32
    fileprivate var end: Int32
  }

  private(set) var atoms: [Atom] = []
  private var letters: [UInt8] = []
  private var globs: [Glob] = []
  /// Behind the last atom of each alternative, and the last alternative of each element.
  private var atomEnds: [Int32] = []
  private var alternativeEnds: [Int32] = []

  /// - Parameter count: about how many entries will come.
  init(expecting count: Int = 0) {
    atoms.reserveCapacity(count * 2)
    letters.reserveCapacity(count * 12)
    atomEnds.reserveCapacity(count * 2)
    alternativeEnds.reserveCapacity(count * 2)
  }

  func elements(of pattern: Index) -> Range<Int> { Int(pattern.first)..<Int(pattern.end) }

  func alternatives(of element: Int) -> Range<Int> {
    (element > 0 ? Int(alternativeEnds[element - 1]) : 0)..<Int(alternativeEnds[element])
  }

  func atoms(of alternative: Int) -> Range<Int> {
    (alternative > 0 ? Int(atomEnds[alternative - 1]) : 0)..<Int(atomEnds[alternative])
  }

  /// The folded letters of a word or a beginning; they hold for as long as the patterns do.
  @inline(__always)
  func withLetters<T>(of atom: Atom, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
    letters.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(atom.start)..<Int(atom.end)]))
    }
  }

  func glob(of atom: Atom) -> Glob { globs[Int(atom.start)] }

  /// A pattern spelt out.
  func pattern(_ index: Index) -> Pattern {
    Pattern(
      elements: elements(of: index).map { element in
        alternatives(of: element).map { atoms(of: $0).map { atom(atoms[$0]) } }
      })
  }

  private func atom(_ atom: Atom) -> Pattern.Atom {
    switch atom.kind {
    case .word: .word(withLetters(of: atom, Array.init))
    case .beginning: .prefix(withLetters(of: atom, Array.init))
    case .glob: .glob(glob(of: atom))
    case .any: .any
    }
  }

  /// Takes a pattern that is spelt out.
  mutating func add(_ pattern: Pattern) -> Index {
    let first = Int32(alternativeEnds.count)
    for element in pattern.elements {
      for sequence in element { add(sequence) }
      endElement()
    }
    return Index(first: first, end: Int32(alternativeEnds.count))
  }

  private mutating func add(_ atom: Pattern.Atom) {
    switch atom {
    case .word(let folded): addLetters(folded, .word)
    case .prefix(let folded): addLetters(folded, .beginning)
    case .glob(let glob):
      atoms.append(Atom(kind: .glob, start: Int32(globs.count)))
      globs.append(glob)
    case .any: atoms.append(Atom(kind: .any))
    }
  }

  /// Adds a word of two parts.
  private mutating func addWord(_ stem: Pattern.Bytes, _ ending: UnsafeBufferPointer<UInt8>) {
    let start = Int32(letters.count)
    letters.append(contentsOf: stem)
    letters.append(contentsOf: ending)
    atoms.append(
      Atom(
        kind: .word,
        hash: Folding.hash(folded: ending, behind: Folding.hash(folded: stem)), start: start,
        end: Int32(letters.count)))
  }

  /// Adds a word or a beginning that is folded but for capitals of ASCII.
  private mutating func addLetters(_ bytes: some Collection<UInt8>, _ kind: Atom.Kind) {
    let start = letters.count
    letters.append(contentsOf: bytes)
    let end = letters.count
    let hash = letters.withUnsafeMutableBufferPointer { all in
      for index in start..<end { all[index] = Folding.lowerASCII(all[index]) }
      return Folding.hash(folded: all[start..<end])
    }
    atoms.append(Atom(kind: kind, hash: hash, start: Int32(start), end: Int32(end)))
  }

  /// Takes a pattern as a list of ours writes it.
  ///
  /// - Throws: what is wrong with it.
  mutating func add(
    parsing written: Pattern.Bytes, inflections: Inflections
  ) throws(Pattern.Failure) -> Index {
    let first = Int32(alternativeEnds.count)
    let firstAtom = atoms.count
    if written.contains(where: Pattern.isSyntax) {
      for element in try Pattern.elements(written) {
        try addAlternatives(of: element, inflections)
        endElement()
      }
    } else {
      addWords(written)
      endElement()
    }
    let index = Index(first: first, end: Int32(alternativeEnds.count))
    guard formCount(index) <= Pattern.limit else {
      throw Pattern.Failure(
        reason:
          "'\(Pattern.string(written))' has more than \(Pattern.limit) forms; split it")
    }
    guard atoms[firstAtom...].contains(where: { $0.kind != .any }) else {
      throw Pattern.Failure(reason: "'\(Pattern.string(written))' names no word")
    }
    return index
  }

  /// Most elements are plain words, the forms of one, or a choice of plain words; they need not be
  /// spelt out on the way.
  private enum Plain {
    case words, choice
    case forms(Inflections.Kind)

    /// What an element is; nil where it is none of these.
    init?(_ element: Pattern.Bytes) {
      let inner = element.dropFirst().dropLast()
      if !element.contains(where: Pattern.isSyntax) {
        self = .words
      } else if element.first == 0x5B, element.last == 0x5D, !inner.isEmpty,
        !inner.contains(where: { $0 != 0x7C && Pattern.isSyntax($0) }),
        inner.split(separator: 0x7C, omittingEmptySubsequences: false).allSatisfy({
          $0.contains { $0 != 0x20 }
        })
      {
        self = .choice
      } else if element.first == 0x7B, element.last == 0x7D, inner.count > 2,
        let kind = Inflections.Kind(letters: inner.suffix(1)), inner[inner.endIndex - 2] == 0x2F,
        inner.dropLast(2).allSatisfy({ $0 &- 0x61 < 26 })
      {
        self = .forms(kind)
      } else {
        return nil
      }
    }
  }

  private mutating func addAlternatives(
    of element: Pattern.Bytes, _ inflections: Inflections
  ) throws(Pattern.Failure) {
    let isOptional = element.count > 1 && element.last == 0x3F
    let core = isOptional ? element.dropLast() : element
    guard let plain = Plain(core) else {
      for sequence in try Pattern.sequencesOf(element, inflections) { add(sequence) }
      return
    }
    if isOptional { endAlternative() }
    let inner = core.dropFirst().dropLast()
    switch plain {
    case .words: addWords(core)
    case .choice: for alternative in inner.split(separator: 0x7C) { addWords(alternative) }
    case .forms(let kind):
      inflections.forEachForm(of: inner.dropLast(2), as: kind) { stem, ending in
        addWord(stem, ending)
        endAlternative()
      }
    }
  }

  /// Adds an alternative of some words as they are split in texts.
  private mutating func addWords(_ bytes: Pattern.Bytes) {
    guard Self.isPlain(bytes) else { return add(Pattern.words(bytes)) }
    var start = bytes.startIndex
    for index in bytes.startIndex..<bytes.endIndex where bytes[index] == 0x20 {
      if index > start { addLetters(bytes[start..<index], .word) }
      start = index + 1
    }
    if bytes.endIndex > start { addLetters(bytes[start...], .word) }
    endAlternative()
  }

  /// Whether some bytes are words of letters, with or without hyphens inside, which texts are split
  /// into as they stand.
  private static func isPlain(_ bytes: Pattern.Bytes) -> Bool {
    var isInWord = false
    for byte in bytes {
      if (byte | 0x20) &- 0x61 < 26 {
        isInWord = true
      } else {
        guard byte == 0x20 || byte == 0x2D && isInWord else { return false }
        isInWord = false
      }
    }
    return bytes.last != 0x2D
  }

  private mutating func add(_ sequence: Pattern.Sequence) {
    for atom in sequence { add(atom) }
    endAlternative()
  }

  private mutating func endAlternative() { atomEnds.append(Int32(atoms.count)) }
  private mutating func endElement() { alternativeEnds.append(Int32(atomEnds.count)) }
}

extension Patterns {
  /// Whether an alternative is more than gaps.
  func hasWord(_ alternative: Int) -> Bool {
    atoms(of: alternative).contains { atoms[$0].kind != .any }
  }

  /// Whether every form of a pattern has a word.
  func alwaysHasWord(_ index: Index) -> Bool {
    elements(of: index).contains { alternatives(of: $0).allSatisfy(hasWord) }
  }

  /// How many sequences of words a pattern stands for.
  func formCount(_ index: Index) -> Int {
    elements(of: index).reduce(1) { $0 * alternatives(of: $1).count }
  }
}
