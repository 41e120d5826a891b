import DeskText

/// What a token is to the grammar of attribution: one of some sixty kinds of words and marks.
///
/// Closed classes of English by their letters, the rest by shape. The names stand in
/// `attribution-weights.tsv`.
enum WordKind: Int, Named {
  case edge, comma, dash, colon, semicolon, stop, open, close, quote, mark
  case pronoun, it, objectPronoun, who, which, that, whose
  case article, demonstrative, possessive, quantifier
  case of, to, by, `in`, on, at, `for`, from, with, about, `as`, preposition
  case and, or, but, `if`, when, though, because, than, what
  case be, have, `do`, modal, not, adverb, manner
  case weekday, month, timeUnit, timeLead
  case ing, ed, cue, saying, title, role, thing, capital, number, clitic, word

  /// Whether it is one of some kinds.
  @inline(__always)
  func isOne(of kinds: KindSet) -> Bool { kinds.contains(self) }
}

/// A set of word kinds, as bits.
///
/// Written as a literal it is a constant of the compiled program. What is asked often must
/// therefore be a computed property or stand where it is used: a stored static one is looked up
/// behind a check that it has been set.
struct KindSet: ExpressibleByArrayLiteral, Sendable {
  private var bits: UInt64 = 0

  @inline(__always)
  init(arrayLiteral elements: WordKind...) {
    // Unlike a `for` loop, `forEach` over a literal is unrolled and folded.
    elements.forEach { bits |= 1 &<< UInt64($0.rawValue) }
  }

  @inline(__always)
  func contains(_ kind: WordKind) -> Bool { bits &>> UInt64(kind.rawValue) & 1 == 1 }

  /// Whether two sets have a kind in common.
  @inline(__always)
  func overlaps(_ other: KindSet) -> Bool { bits & other.bits != 0 }

  @inline(__always)
  mutating func insert(_ kind: WordKind) { bits |= 1 &<< UInt64(kind.rawValue) }
}

extension KindSet {
  /// The kinds that stand before a main verb and belong to its group.
  static var auxiliary: KindSet { [.be, .have, .do, .modal, .not, .adverb, .manner] }
  /// Words with which a new clause begins.
  static var clauseOpeners: KindSet {
    [
      .and, .or, .but, .if, .when, .though, .because, .than, .what, .who, .which, .that, .whose,
      .semicolon, .colon,
    ]
  }
  /// Verbs that show their tense, so that what stands before them is a subject.
  static var finite: KindSet { [.be, .have, .do, .modal, .cue] }
  static var relatives: KindSet { [.who, .which, .that, .whose] }
  static var time: KindSet { [.weekday, .month, .timeUnit, .timeLead] }
  static var prepositions: KindSet {
    [
      .of, .to, .by, .in, .on, .at, .for, .from, .with, .about, .as, .preposition,
    ]
  }
}
